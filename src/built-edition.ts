import type { Books } from './books/pool.ts';
import type { Edition } from './edition/model.ts';
import type { Problem } from './edition/problem.ts';

/**
 * Where a build, or a server of development, keeps the edition that it has checked, and the books that it
 * is making, for its pages. Their modules are loaded a second time, bundled or by Vite; the global object
 * is all that both copies share.
 */
const place = Symbol.for('contemporary-accounts.build');
const shared = globalThis as {
  [place]?: { edition?: Edition; code?: string; books?: Books; problems?: readonly Problem[] };
};

/** @param code another for every other state of the code; in development undefined. */
export function keepBuiltEdition(edition: Edition, code?: string): void {
  shared[place] = { edition, ...(code !== undefined && { code }) };
}

/** Of which code the pages of this build are made; undefined outside one. */
export function builtCode(): string | undefined {
  return shared[place]?.code;
}

/** In development: what is wrong now. The edition stays that of the files as they last were right. */
export function keepProblems(problems: readonly Problem[]): void {
  shared[place] = { ...shared[place], problems };
}

/** In the order of their files and lines. */
export function presentProblems(): readonly Problem[] {
  return shared[place]?.problems ?? [];
}

/** Undefined in a command, and in development while the files were never right. */
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
