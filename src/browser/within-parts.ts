/**
 * What is searched in a text as its page has it: the author’s headings and paragraphs and the notes that
 * came with the witness, each once, in the order of the page. The editor's notes have only their titles here.
 */
import { match } from '../search/match.ts';
import type { Query } from '../search/query.ts';
import { ownWords, type OwnWords } from './own-words.ts';

export interface PagePart {
  element: HTMLElement;
  /** As readers call it: `§ 2`, `¶ 34`, `author’s note 3`. */
  label: string;
  own: OwnWords;
  /** `strong-1934#p34`, `strong-1934#transcriber-2`. */
  place: string;
}

/** A stretch of a part that answers a query. */
export interface PagePlace {
  part: PagePart;
  /** Which of the places of its part it is, from 1. */
  number: number;
  range: Range | undefined;
}

/** The text that this page shows; null on other pages. */
export const article = document.querySelector<HTMLElement>('article[data-source]');

export function pageParts(): PagePart[] {
  const elements = article?.querySelectorAll<HTMLElement>(
    'h2.division:not(.supplied), p[id], .note:is([data-hand=author-note], [data-hand=transcriber-note])',
  );
  return [...(elements ?? [])].map((element) => ({
    element,
    label: labelOf(element),
    own: ownWords([element]),
    place: `${article?.dataset['source'] ?? ''}#${element.id.replace(/^note-/, '')}`,
  }));
}

/** Everything in the parts that answers a query, in their order: as many as the concordance has lines. */
export function placesIn(parts: readonly PagePart[], query: Query): PagePlace[] {
  return parts.flatMap((part) =>
    (match(part.own.words, query, part.place)?.hits ?? []).map(({ start, end }, index) => ({
      part,
      number: index + 1,
      range: part.own.range(start, end),
    })),
  );
}

/** The same stretches in the copies that stand in the margin, to be marked there and not counted. */
export function rangesInMargin(parts: ReadonlySet<PagePart>, query: Query): (Range | undefined)[] {
  return [...parts].flatMap(({ element, place }) => {
    const call = document.getElementById(element.id.replace(/^note-/, 'call-'));
    const copy = call?.nextElementSibling;
    if (!copy?.matches('.sidenote')) return [];
    return [...copy.querySelectorAll('.sidenote-text')].flatMap((text) => {
      const { words, range } = ownWords([text]);
      return (match(words, query, place)?.hits ?? []).map(({ start, end }) => range(start, end));
    });
  });
}

/** The first place in or after an element of the page; the first of all if there is none. */
export function placeFrom(places: readonly PagePlace[], element: Element, number = 1): number {
  const here = places.filter(({ part }) => part.element === element);
  const wanted = here[Math.min(number, here.length) - 1];
  if (wanted) return places.indexOf(wanted);
  return Math.max(
    0,
    places.findIndex(({ part }) => {
      const relation = element.compareDocumentPosition(part.element);
      return (relation & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINS)) !== 0;
    }),
  );
}

/** The first place that is not above what the window shows; the first of all if there is none. */
export function placeInWindow(places: readonly PagePlace[]): number {
  return Math.max(
    0,
    places.findIndex((place) => boxOf(place).bottom > 0),
  );
}

/** Where a place is in the window. */
export function boxOf({ range, part }: PagePlace): DOMRect {
  return (range ?? part.element).getBoundingClientRect();
}

function labelOf(element: HTMLElement): string {
  if (element.localName === 'h2')
    return `§ ${String([...(article?.querySelectorAll('h2.division') ?? [])].indexOf(element) + 1)}`;
  if (element.localName === 'p') return `¶ ${element.id.slice(1)}`;
  const name = element.querySelector('.note-name')?.textContent ?? '';
  return name.charAt(0).toLowerCase() + name.slice(1);
}
