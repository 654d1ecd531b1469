/** A query that is a name leads to what the register has of it. Loaded when something is asked. */
import { namedBy, wordsOf, type Name } from '../search/name-index.ts';
import type { Query } from '../search/query.ts';
import { ROOT } from '../routes.ts';
import { element } from './element.ts';
import { loadNames } from './load-names.ts';

/** A name that more than so many share says little about who is meant. */
const most = 3;

/** Undefined when the query as a whole is no name. */
export async function registerOffer({ text }: Query): Promise<HTMLElement | undefined> {
  const named = namedBy(wordsOf(text), await loadNames());
  if (named.length === 0 || named.length > most) return undefined;
  return element(
    'p',
    'search-go',
    ...named.flatMap((name, index) => [...(index > 0 ? ['; '] : []), ...line(name)]),
  );
}

function line({ id, forms: [name = id], mentions = 0 }: Name): (Node | string)[] {
  const link = element('a', '', `${name}, in the register`);
  link.href = `${ROOT}/${id}/`;
  return [link, mentions === 0 ? '' : `: ${String(mentions)} mention${mentions === 1 ? '' : 's'}`];
}
