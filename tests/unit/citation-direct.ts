/** Citations made directly: every one by whole styles, with its item registered for it alone. */
import CSL from 'citeproc';
import { bracketing, type Engine } from '../../src/exports/citation/engine.ts';
import type { Item } from '../../src/exports/citation/item.ts';

/** Takes the place of the engine that the site uses, so that what that one leaves out is put to the test. */
export function makeDirectEngine(style: string, locale: string): Engine {
  let current: Item;
  let brackets: readonly string[] = [];
  let count = 0;
  const made = new CSL.Engine(
    {
      retrieveLocale: () => locale,
      retrieveItem: () => current,
      variableWrapper: bracketing(() => brackets),
    },
    style,
    'en-US',
  );
  const register = (item: Item, supplied: readonly string[]) => {
    current = { ...item, id: String(++count) };
    brackets = supplied;
    made.updateItems([current.id]);
  };
  return {
    entry: (item, supplied) => {
      register(item, supplied);
      const [, [entry = '']] = made.makeBibliography();
      return entry.replace(/^\s*<div class="csl-entry">|<\/div>\s*$/g, '').trim();
    },
    cite: (item, supplied, locator) => {
      register(item, supplied);
      return made.makeCitationCluster([{ id: current.id, ...locator }]);
    },
  };
}
