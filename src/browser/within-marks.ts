/** The places of a search within a text, marked in the words, beside the numbers and at the edge of the window. */
import { element } from './element.ts';
import { markRanges } from './own-words.ts';
import { boxOf, type PagePart, type PagePlace } from './within-parts.ts';

/** Highlights of the same weight lie over one another in the order in which they were first set. */
const highlights = ['within', 'within-current'] as const;
const partMark = 'within-part';
const hereMark = 'within-here';

export class WithinMarks {
  /** Where in the text the places are, for the eye; the buttons of the bar do the same for everybody. */
  readonly #edge = element('div', 'within-edge');
  readonly #observer = new ResizeObserver(() => {
    this.#set();
  });
  readonly #go: (index: number) => void;
  #places: readonly PagePlace[] = [];
  #parts: ReadonlySet<PagePart> = new Set();

  /** @param go called with the place whose tick was chosen. */
  constructor(go: (index: number) => void) {
    this.#go = go;
    this.#edge.ariaHidden = 'true';
    // The focus stays where it is.
    this.#edge.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    this.#edge.addEventListener('click', this.#chosen);
    document.body.append(this.#edge);
    // Fonts that arrive and notes that open change the height of the page.
    this.#observer.observe(document.body);
  }

  /** @param besides what is marked and not counted. */
  show(places: readonly PagePlace[], besides: readonly (Range | undefined)[]) {
    this.#places = places;
    for (const { element } of this.#parts) element.classList.remove(partMark, hereMark);
    this.#parts = new Set(places.map(({ part }) => part));
    for (const { element } of this.#parts) element.classList.add(partMark);
    markRanges(highlights[0], [...places.map(({ range }) => range), ...besides]);
    markRanges(highlights[1], []);
    this.#edge.replaceChildren(...places.map(() => document.createElement('i')));
    this.#set();
  }

  /** Makes one place stand out. */
  showCurrent(index: number) {
    const place = this.#places[index];
    markRanges(highlights[1], [place?.range]);
    for (const { element } of this.#parts)
      element.classList.toggle(hereMark, element === place?.part.element);
    for (const [at, tick] of [...this.#edge.children].entries())
      tick.classList.toggle('within-current', at === index);
  }

  remove() {
    this.#observer.disconnect();
    this.show([], []);
    this.#edge.remove();
    if ('highlights' in CSS) for (const name of highlights) CSS.highlights.delete(name);
  }

  #set() {
    const { scrollHeight } = document.documentElement;
    // All is read before anything is written, so that the page is laid out once.
    const tops = this.#places.map((place) => boxOf(place).top + window.scrollY);
    for (const [at, tick] of [...this.#edge.children].entries())
      (tick as HTMLElement).style.top = `${String(((tops[at] ?? 0) / scrollHeight) * 100)}%`;
  }

  readonly #chosen = ({ target }: MouseEvent) => {
    const index = [...this.#edge.children].indexOf(target as Element);
    if (index !== -1) this.#go(index);
  };
}
