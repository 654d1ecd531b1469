/**
 * Lists that are too long for one page, cut by what their entries mean. A group is named by its entries alone,
 * so that its address stays the same however many entries come.
 */
import { foldForm } from './forms.ts';
import type { Source } from './model.ts';

/**
 * So many entries of each kind of list stand on one page; a longer list is cut. What one entry weighs on the
 * page differs by kind; with so many of them a page has about 100 KB, and of tables 200, since theirs are the
 * same words over and over, which are sent as 10.
 */
export const mostOnPage = {
  /** Sources with their summaries. */
  sources: 100,
  /** Entities or works of one register. */
  register: 250,
  /** Notes of all hands. */
  notes: 250,
  /** Figures that the sources state, in one table, which can be sorted as long as it is one. */
  claims: 300,
  /** Charts with their drawings in little. */
  charts: 24,
  /** Diagrams with their drawings, of which one weighs as much as thirty notes. */
  diagrams: 6,
  /** What the sources say on the topics, a summary each. */
  summaries: 250,
  /** Events and texts of the timeline, each with all that speaks of it. */
  happenings: 100,
  /** Sources with what is known of the rights in each hand. */
  rights: 40,
  /** Paragraphs and notes that name an entity, in their contexts. */
  mentions: 120,
  /** New sources of one release, each with the count of its paragraphs and notes. */
  newSources: 100,
} as const;

/** How many of something stand in its kind of list. */
export function fitsOnPage(kind: keyof typeof mostOnPage, count: number): boolean {
  return count <= mostOnPage[kind];
}

export interface ListGroup<T> {
  /** In addresses: `s`, `0-9`. */
  id: string;
  /** As readers are told: `S`, `0–9`. */
  name: string;
  items: T[];
}

/** What a group is called, wherever its entries need not be known. */
export type GroupName = Pick<ListGroup<unknown>, 'id' | 'name'>;

/** Letters that are no other letter with an accent, and stand with that one all the same. */
const alike: Record<string, string> = {
  æ: 'a',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ł: 'l',
  œ: 'o',
  ø: 'o',
  ß: 's',
  þ: 't',
};

const DIGITS: GroupName = { id: '0-9', name: '0–9' };
const OTHER: GroupName = { id: 'other', name: 'Other letters' };

/** The letter under which a printed index has a name, whatever its accents and the marks before it. */
export function letterOf(name: string): GroupName {
  const letter = foldForm(name).charAt(0);
  const first = alike[letter] ?? letter;
  return /\p{L}/u.test(first) ? { id: first, name: first.toUpperCase() } : DIGITS;
}

/** The same for an address: letters that are not Latin share one, which is written in Latin letters. */
export function initialOf(name: string): GroupName {
  const letter = letterOf(name);
  return /^(?:[a-z]|0-9)$/.test(letter.id) ? letter : OTHER;
}

/** The entries by the first letters of their names; letters and entries in the order in which they come. */
export function byInitial<T>(
  items: Iterable<T>,
  sortOf: (item: T) => string,
  groupOf = initialOf,
): ListGroup<T>[] {
  const groups = new Map<string, ListGroup<T>>();
  for (const item of items) {
    const { id, name } = groupOf(sortOf(item));
    const group = groups.get(id) ?? { id, name, items: [] };
    groups.set(id, group);
    group.items.push(item);
  }
  return [...groups.values()];
}

/** Sources as an index has them: by author and year, as their short forms have these. */
export function byShortForm<S extends Pick<Source, 'header'>>(sources: Iterable<S>): S[] {
  return [...sources].sort((a, b) => a.header.short.localeCompare(b.header.short, 'en', { numeric: true }));
}

/** What stands before and after each one of a row. */
export function withNeighbours<T>(
  all: readonly T[],
): { one: T; previous: T | undefined; next: T | undefined }[] {
  return all.map((one, index) => ({ one, previous: all[index - 1], next: all[index + 1] }));
}
