import type { Books } from './books/pool.ts';
import type { Edition } from './edition/model.ts';

/**
 * Where a build keeps the edition that it has checked, and the books that it is making, for its pages.
 * Their modules are bundled and so loaded a second time; the global object is all that both copies share.
 */
const place = Symbol.for('contemporary-accounts.build');
const shared = globalThis as { [place]?: { edition?: Edition; books?: Books } };

export function keepBuiltEdition(edition: Edition): void {
  shared[place] = { edition };
}

/** Undefined outside a build. */
export function builtEdition(): Edition | undefined {
  return shared[place]?.edition;
}

export function keepBooks(books: Books): void {
  shared[place] = { ...shared[place], books };
}

/** Undefined outside a build, and in one that makes none. */
export function builtBooks(): Books | undefined {
  return shared[place]?.books;
}
