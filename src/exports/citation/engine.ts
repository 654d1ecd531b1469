import CSL, { type StyleNode, type System } from 'citeproc';
import type { Item } from './item.ts';
import { entryStyle, placeStyle } from './lone-style.ts';

/** What is cited within the item. */
export interface Locator {
  locator: string;
  label: 'paragraph' | 'note';
}

/** Formats one item at a time; nothing of an item is kept when the next is set. */
export interface Engine {
  /** Its entry in a bibliography. */
  entry: (item: Item, supplied: readonly string[]) => string;
  /** Its citation in a note or in the text, at a place within it or as a whole. */
  cite: (item: Item, supplied: readonly string[], locator: Locator | undefined) => string;
}

const NAMES =
  /^(author|composer|director|illustrator|editor|contributor|guest|host|performer|script-writer|executive-producer|interviewer|chair|organizer|curator|compiler|container-author|series-creator|recipient)/;

/** The id that the library knows every item by. */
const ID = 'item';

/** Sets square brackets around the variables that are named when it prints. */
export function bracketing(supplied: () => readonly string[]): System['variableWrapper'] {
  return ({ variableNames }, before, text, after) => {
    const brackets = supplied();
    if (brackets.length === 0) return before + text + after;
    const isName = variableNames.some((name) => NAMES.test(name));
    const isSupplied = variableNames.some((name) => brackets.includes(isName ? 'author' : name));
    return before + (isSupplied && text !== '' ? `[${text}]` : text) + after;
  };
}

/** An engine for a style and a locale, both in the Citation Style Language. */
export function makeEngine(style: string, locale: string): Engine {
  let current: Item;
  let brackets: readonly string[] = [];
  const system: System = {
    retrieveLocale: () => locale,
    retrieveItem: () => ({ ...current, id: ID }),
    variableWrapper: bracketing(() => brackets),
  };
  const parsed = CSL.parseXml(style);
  const made = (part: StyleNode) => new CSL.Engine(system, part, 'en-US');
  const entries = made(entryStyle(parsed));
  const places = made(placeStyle(parsed));
  const set = (item: Item, supplied: readonly string[]) => {
    current = item;
    brackets = supplied;
  };
  return {
    entry: (item, supplied) => {
      set(item, supplied);
      entries.updateItems([]);
      entries.updateItems([ID]);
      return entries
        .makeBibliography()[1]
        .join('')
        .replace(/^\s*<div class="csl-entry">|<\/div>\s*$/g, '')
        .trim();
    },
    cite: (item, supplied, locator) => {
      set(item, supplied);
      places.updateItems([]);
      // The item is not registered, which takes as long as citing it, and the library forgets by itself
      // only what is.
      places.registry.refhash = {};
      places.registry.namereg.delitems(ID);
      return places.makeCitationCluster([{ id: ID, ...locator }]);
    },
  };
}
