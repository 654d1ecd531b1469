/** Search within the text of a page: how many places answer, the next and the previous one. */
import { searchPath } from '../routes.ts';
import { expand } from '../search/expand.ts';
import { parseQuery, type Query } from '../search/query.ts';
import { loadNames } from './load-names.ts';
import { alsoSearched, nothingAsked, remarks } from './search-messages.ts';
import { clearWithin, targetOfAddress, writeWithin } from './within-address.ts';
import { WithinBar } from './within-bar.ts';
import { WithinMarks } from './within-marks.ts';
import {
  pageParts,
  placeFrom,
  placeInWindow,
  placesIn,
  rangesInMargin,
  type PagePlace,
} from './within-parts.ts';
import { focusOn, reveal } from './within-reveal.ts';

/** Milliseconds without a key before what is typed is searched. */
const pause = 150;
const root = document.documentElement;
/** Which place is to be the first. */
type Start = (places: readonly PagePlace[]) => number;

export class WithinSearch {
  readonly bar = new WithinBar({
    typed: (query) => {
      this.#typed(query);
    },
    step: (by) => {
      this.#step(by);
    },
    read: () => {
      this.#read();
    },
    close: () => {
      this.#close();
    },
  });
  readonly #marks = new WithinMarks((index) => {
    this.#show(index);
  });
  readonly #parts = pageParts();
  readonly #closed: () => void;
  /** What had the focus before. */
  readonly #before = document.activeElement as HTMLElement | null;
  #places: PagePlace[] = [];
  #at = 0;
  #query = parseQuery('');
  #isExact = false;
  #run = 0;
  #timer = 0;

  /** @param closed called when the reader closes it. */
  constructor(closed: () => void) {
    this.#closed = closed;
    document.body.append(this.bar);
    // Who searches has no more need of the offer.
    document.querySelector('.within-line')?.remove();
    root.classList.add('within-open');
    root.classList.toggle('within-plain', !('highlights' in CSS));
    window.addEventListener('hashchange', this.#moved);
  }

  /** Finds the places and shows the first. */
  readonly ask = async (query: Query, start: Start) => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const run = (this.#run += 1);
    this.#query = query;
    this.#isExact = query.isExact;
    if (this.bar.field.value.trim() !== query.text) this.bar.field.value = query.text;
    const names = await loadNames().catch(() => undefined);
    if (run !== this.#run) return;
    const { query: wide, also } = expand(query, names ?? new Map());
    const nothing = nothingAsked(query);
    this.#places = nothing === undefined ? placesIn(this.#parts, wide) : [];
    this.#marks.show(this.#places, rangesInMargin(new Set(this.#places.map(({ part }) => part)), wide));
    this.bar.showScope(
      `In the text and its own notes${query.isExact ? ', exactly as typed' : ''}`,
      [
        alsoSearched(query, also),
        ...(names || query.isExact ? [] : ['Other names could not be loaded.']),
        ...remarks(query, []),
      ]
        .filter(Boolean)
        .join(' '),
    );
    if (this.#places.length > 0) {
      this.#show(start(this.#places));
      return;
    }
    this.#marks.showCurrent(-1);
    writeWithin({ q: query.text, isExact: query.isExact, number: 1 }, location.hash);
    if (nothing === undefined) this.bar.showMessage('Not found here.', wholeEdition(query));
    else this.bar.showMessage(nothing || 'Type a word or a phrase.');
  };

  #typed(text: string) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      void this.ask(parseQuery(text, { isExact: this.#isExact }), placeInWindow);
    }, pause);
  }

  #step(by: 1 | -1) {
    const { value } = this.bar.field;
    if (this.#timer !== 0 && parseQuery(value).text !== this.#query.text)
      void this.ask(parseQuery(value, { isExact: this.#isExact }), placeInWindow);
    else if (this.#places.length > 0)
      this.#show((this.#at + by + this.#places.length) % this.#places.length, by);
  }

  /** @param by how the reader came there, to say so where it leads around the end. */
  #show(index: number, by: 1 | -1 | 0 = 0) {
    const isAround = by !== 0 && (index - this.#at) * by <= 0;
    this.#set(index, isAround ? (by > 0 ? ' (from the beginning)' : ' (from the end)') : '');
    const place = this.#places[index];
    if (!place) return;
    this.#marks.showCurrent(index);
    this.#remember(`#${place.part.element.id}`, place.number);
    // What the address named before is no longer what it names.
    for (const cited of document.querySelectorAll('.cited')) cited.classList.remove('cited');
    root.classList.add('within-stepped');
    reveal(place, this.bar);
  }

  #set(index: number, around = '') {
    this.#at = index;
    const place = this.#places[index];
    if (!place) return;
    const { label, element } = place.part;
    const count = `${String(index + 1)} of ${String(this.#places.length)}${around}`;
    this.bar.showPlace(count, label, `#${element.id}`);
  }

  #remember(hash: string, number: number) {
    writeWithin({ q: this.#query.text, isExact: this.#isExact, number }, hash);
  }

  /** The reader followed a link within the page, and goes on from there. */
  readonly #moved = () => {
    const target = targetOfAddress();
    root.classList.remove('within-stepped');
    if (target && this.#places.length > 0) {
      this.#set(placeFrom(this.#places, target));
      this.#marks.showCurrent(this.#at);
    }
    this.#remember(location.hash, 1);
  };

  #read() {
    const place = this.#places[this.#at];
    if (!place) return;
    reveal(place, this.bar);
    focusOn(place.part.element);
  }

  /** The reader is left at the current place, which is then what the address names. */
  #close() {
    clearTimeout(this.#timer);
    this.#run += 1;
    const place = this.#places[this.#at];
    window.removeEventListener('hashchange', this.#moved);
    this.#marks.remove();
    this.bar.remove();
    root.classList.remove('within-open', 'within-plain', 'within-stepped');
    this.#closed();
    clearWithin(place ? '' : location.hash);
    if (!place) {
      this.#before?.focus({ preventScroll: true });
      return;
    }
    const top = window.scrollY;
    // So that the browser itself takes it for the target.
    location.replace(`#${place.part.element.id}`);
    window.scrollTo({ top, behavior: 'instant' });
    // The way there may not have been at its end.
    reveal(place, this.bar);
    focusOn(place.part.element);
  }
}

function wholeEdition({ text, isExact }: Query): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = searchPath({ q: text, ...(isExact && { exact: '1' }) });
  link.append('Search the whole edition');
  return link;
}
