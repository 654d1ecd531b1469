/** What else a query may mean, and what helps where nothing is found; each is loaded when it is needed. */
import type { Query } from '../search/query.ts';

type Offer = Promise<HTMLElement | undefined>;

/** A query with a number or a sign for a place in it may be a citation. */
export async function placeFor({ text }: Query): Offer {
  if (!/[\d¶§]/.test(text)) return undefined;
  return import('./go-to-line.ts').then(({ goToLine }) => goToLine(text)).catch(() => undefined);
}

/** A query may be the name of what a register lists. */
export async function nameFor(query: Query): Offer {
  if (!/\p{L}/u.test(query.text)) return undefined;
  return import('./register-offer.ts')
    .then(({ registerOffer }) => registerOffer(query))
    .catch(() => undefined);
}

/** In a dialog over a text, its own places come before those of the whole edition. */
export async function textFor(query: Query, dialog: HTMLDialogElement | null): Offer {
  if (!dialog || !document.querySelector('article[data-source]')) return undefined;
  const chosen = () => {
    dialog.close();
  };
  return import('./within-offer.ts')
    .then(({ withinOffer }) => withinOffer(query, { chosen }))
    .catch(() => undefined);
}

/** @param search the address of the page of search. */
export async function helpFor(query: Query, search: string): Offer {
  return import('./no-result.ts')
    .then(({ noResultHelp }) => noResultHelp(query, search))
    .catch(() => undefined);
}
