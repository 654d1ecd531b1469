/** Citations of places within an item, with the library asked as seldom as can be. */
import type { Locator } from './engine.ts';

// Styles tell one paragraph from several by the number, so the blank of a pattern is a number until it
// is formatted.
export const ONE = '77771';
export const SEVERAL = '77771–77773';

type Cite = (locator: Locator | undefined) => string;
/** What stands in the citation of one paragraph, and what stands there in another citation. */
type Swap = [one: string, other: string];

const paragraph: Locator = { locator: ONE, label: 'paragraph' };
const alike = [`paragraph ${SEVERAL}`, `note ${ONE}`, 'whole'];

/**
 * Gives citations of the places of items. A style prints the blank of several paragraphs and that of a
 * note where it prints that of one paragraph, so the first item of each kind shows what to put there; and
 * whether nothing stands there when the item is cited as a whole. All other citations, and those of items
 * in which that stretch is not to be found exactly once, are left to `cite`.
 */
export function makePlaces(): (kind: string, cite: Cite) => Cite {
  const swaps = new Map<string, Swap | undefined>();
  return (kind, cite) => {
    const cited = new Map<string, string>();
    const once = (locator: Locator | undefined): string => {
      const key = keyOf(locator);
      const known = cited.get(key) ?? make(locator);
      cited.set(key, known);
      return known;
    };
    const make = (locator: Locator | undefined): string => {
      if (!alike.includes(keyOf(locator))) return cite(locator);
      const one = once(paragraph);
      const key = `${kind}, ${keyOf(locator)}`;
      if (!swaps.has(key)) swaps.set(key, swapOf(one, cite(locator), locator));
      const [from, to] = swaps.get(key) ?? [];
      const parts = from === undefined ? [] : one.split(from);
      return parts.length === 2 ? parts.join(to) : cite(locator);
    };
    return once;
  };
}

function keyOf(locator: Locator | undefined): string {
  return locator ? `${locator.label} ${locator.locator}` : 'whole';
}

/** The stretch in which two citations differ, with the blank. */
function swapOf(one: string, other: string, locator: Locator | undefined): Swap | undefined {
  const at = one.lastIndexOf(ONE);
  if (at < 0) return undefined;
  const least = Math.min(one.length, other.length);
  let start = 0;
  while (start < Math.min(at, least) && one[start] === other[start]) start++;
  let end = 0;
  while (
    end < Math.min(one.length - at - ONE.length, least - start) &&
    one.at(-1 - end) === other.at(-1 - end)
  )
    end++;
  const swap: Swap = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  // What an item prints instead of a place is its own.
  return locator === undefined && swap[1] !== '' ? undefined : swap;
}
