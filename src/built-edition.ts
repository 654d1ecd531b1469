import type { Edition } from './edition/model.ts';

/**
 * Where a build keeps the edition that it has checked, for its pages. Their modules are bundled and so
 * loaded a second time; the global object is all that both copies share.
 */
const place = Symbol.for('contemporary-accounts.built-edition');
const shared = globalThis as { [place]?: Edition };

export function keepBuiltEdition(edition: Edition): void {
  shared[place] = edition;
}

/** Undefined outside a build. */
export function builtEdition(): Edition | undefined {
  return shared[place];
}
