import { adoptStyle } from './adopt-style.ts';
import css from './compare-texts.css?inline';
import { element } from './element.ts';

/** A point of a topic on which both texts speak, with the paragraphs of each. */
interface Together {
  topic: string;
  point: string;
  at: string[][];
}

/**
 * `<compare-texts>`: on a wide screen each text scrolls in its own column; together, where the reader
 * wants it: whichever is scrolled, the other follows to what a topic sets beside it. Without script, and
 * on a narrow screen, the texts are parts of the page.
 */
class CompareTexts extends HTMLElement {
  #rows: Together[] = [];
  #columns: HTMLElement[] = [];
  #isTogether = true;
  /** The column that the reader scrolls; the other one is moved by us. */
  #led: HTMLElement | undefined;
  #row: number | undefined;
  #frame = 0;
  readonly #status = element('p', 'said');
  readonly #select = element('select', '');

  connectedCallback() {
    this.#rows = JSON.parse(
      this.querySelector('script[type="application/json"]')?.textContent ?? '[]',
    ) as Together[];
    this.#columns = [...this.querySelectorAll<HTMLElement>('.column')];
    this.querySelector('.by-topic')?.after(this.#bar());
    for (const column of this.#columns) {
      column.tabIndex = 0;
      column.role = 'region';
      column.addEventListener('scroll', this.#scrolled, { passive: true });
      for (const lead of ['pointerdown', 'wheel', 'touchstart', 'keydown', 'focusin'])
        column.addEventListener(lead, this.#lead, { passive: true });
    }
    this.addEventListener('click', this.#clicked);
    this.classList.add('scripted');
    const asked = document.getElementById(location.hash.slice(1))?.closest<HTMLElement>('.column');
    this.#led = asked ?? this.#columns[0];
    if (asked) this.#follow();
  }

  disconnectedCallback() {
    cancelAnimationFrame(this.#frame);
    for (const column of this.#columns) {
      column.removeEventListener('scroll', this.#scrolled);
      for (const lead of ['pointerdown', 'wheel', 'touchstart', 'keydown', 'focusin'])
        column.removeEventListener(lead, this.#lead);
    }
    this.removeEventListener('click', this.#clicked);
    this.querySelector('.compare-bar')?.remove();
  }

  #bar(): HTMLElement {
    const box = element('input', '');
    box.type = 'checkbox';
    box.checked = this.#isTogether;
    box.addEventListener('change', () => {
      this.#isTogether = box.checked;
      this.#follow();
    });
    this.#select.replaceChildren(new Option('Choose a point …', ''));
    const groups = Map.groupBy(this.#rows.entries(), ([, { topic }]) => topic);
    for (const [topic, rows] of groups) {
      const group = element('optgroup', '');
      group.label = topic;
      group.append(...rows.map(([index, { point }]) => new Option(point, String(index))));
      this.#select.append(group);
    }
    this.#select.addEventListener('change', () => {
      if (this.#select.value !== '') this.#showRow(Number(this.#select.value));
    });
    this.#status.role = 'status';
    return element(
      'div',
      'compare-bar',
      element('label', '', 'Both on ', this.#select),
      element('label', 'together', box, ' Scroll together by topic'),
      this.#status,
    );
  }

  readonly #lead = ({ currentTarget }: Event) => {
    this.#led = currentTarget as HTMLElement;
  };

  readonly #scrolled = ({ currentTarget }: Event) => {
    if (currentTarget !== this.#led) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#follow();
    });
  };

  readonly #clicked = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-row]');
    if (!link || event.ctrlKey || event.metaKey || !this.#isColumns()) return;
    event.preventDefault();
    history.replaceState(null, '', link.hash);
    this.#showRow(
      Number(link.dataset['row']),
      this.#columns.find((column) => column.contains(link)),
    );
  };

  /** Whether each text scrolls by itself. */
  #isColumns(): boolean {
    return this.#columns.some((column) => column.scrollHeight > column.clientHeight + 1);
  }

  /** Brings the other column to what a topic sets beside the paragraph at the top of the one that leads. */
  #follow() {
    const led = this.#led;
    if (!this.#isTogether || !led || !this.#isColumns()) return;
    const top = led.getBoundingClientRect().top;
    const first = [...led.querySelectorAll('p[id]')].find(
      (paragraph) => paragraph.getBoundingClientRect().bottom > top + 40,
    );
    const side = this.#columns.indexOf(led);
    const index = this.#rows.findIndex(({ at }) => at[side]?.includes(first?.id ?? ''));
    // Nothing beside this paragraph: the other text stays where it is.
    if (index === -1 || index === this.#row) return;
    this.#showRow(index, led);
  }

  /** Sets both columns to a point, or all but one of them. */
  #showRow(index: number, except?: HTMLElement) {
    const row = this.#rows[index];
    if (!row) return;
    this.#row = index;
    this.#select.value = String(index);
    for (const lit of this.querySelectorAll('[data-lit]')) lit.removeAttribute('data-lit');
    const ids = row.at.flat();
    for (const id of ids) document.getElementById(id)?.setAttribute('data-lit', '');
    this.#columns.forEach((column, side) => {
      if (column === except) return;
      const target = document.getElementById(row.at[side]?.[0] ?? '');
      if (!target) return;
      if (column.scrollHeight > column.clientHeight + 1) {
        const by = target.getBoundingClientRect().top - column.getBoundingClientRect().top - 12;
        if (!except || column !== this.#led) this.#led = except ?? undefined;
        column.scrollBy({ top: by, behavior: 'instant' });
      } else if (side === 0) target.scrollIntoView({ block: 'start', behavior: 'instant' });
    });
    const said = `${row.topic}: ${row.point}`;
    if (this.#status.textContent !== said) this.#status.textContent = said;
  }
}

adoptStyle(css);
customElements.define('compare-texts', CompareTexts);
