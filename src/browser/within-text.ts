/**
 * The ways into the search within the text of a page. Loaded when a reader asks for it, or the address
 * does (`within-address.ts`).
 */
import { parseQuery, type Query } from '../search/query.ts';
import { adoptStyle } from './adopt-style.ts';
import { readWithin, targetOfAddress } from './within-address.ts';
import { placeFrom, placeInWindow } from './within-parts.ts';
import { WithinSearch } from './within-search.ts';
import css from './within.css?inline';

adoptStyle(css);

let current: WithinSearch | undefined;

function search(): WithinSearch {
  return (current ??= new WithinSearch(() => {
    current = undefined;
  }));
}

/** Goes through the places of a query, beginning where the reader is. */
export function begin(query: Query, from?: Element): void {
  const { bar, ask } = search();
  bar.next.focus();
  void ask(query, (places) => (from ? placeFrom(places, from) : placeInWindow(places)));
}

/** Opens the empty field, or goes to the one that is open. */
export function open(): void {
  const isNew = current === undefined;
  const { bar, ask } = search();
  if (isNew) void ask(parseQuery(''), placeInWindow);
  bar.field.focus();
  bar.field.select();
}

/** Shows what the address asks for; the focus stays at what it names. */
export function arrive(): void {
  const { q, isExact, number } = readWithin();
  const target = targetOfAddress();
  void search().ask(parseQuery(q, { isExact }), (places) => (target ? placeFrom(places, target, number) : 0));
}
