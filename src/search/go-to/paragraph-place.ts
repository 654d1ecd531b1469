/** Where paragraphs are. */
import { fragmentOf } from '../../edition/citation.ts';
import { addressPath, anchorPath, sourcePath } from '../../routes.ts';
import type { Answer, Place, Places, Within } from './places.ts';
import type { Locator } from './locators.ts';
import { isAmong } from './numbers.ts';
import { page } from './page-place.ts';

export function paragraphs(
  { from, to, orElse }: Extract<Locator, { kind: 'paragraphs' }>,
  within: Within,
): Answer {
  const { id, short, numbers, retired, container } = within;
  const ends = [from, to].map((end) => inText(end, numbers));
  const missing = ends.find((end) => !numbers.includes(end));
  if (missing === undefined) {
    // The text may have `12a` before `12`.
    const [first = from, last = to] = ends.sort((a, b) => numbers.indexOf(a) - numbers.indexOf(b));
    return { kind: 'place', place: paragraphPlace(within, first, last) };
  }
  const gone = retired.find(([anchor, what]) => what === 'anchor' && anchor === `p${missing}`);
  if (gone) return { kind: 'place', place: retiredPlace(within, gone) };
  const isPage =
    orElse === 'page' ||
    (orElse === 'printed-page' && container.pages !== undefined && isAmong(from, container.pages));
  if (isPage) return page({ kind: 'page', from, to, ofWitness: false }, within);
  const [lowest, highest] = [numbers[0], numbers.at(-1)];
  if (lowest === undefined || highest === undefined)
    return {
      kind: 'none',
      message: `${short} has no numbered paragraphs.`,
      places: [{ path: sourcePath(id), label: short }],
    };
  const near = ends.find((end) => numbers.includes(end)) ?? nearest(missing, numbers) ?? lowest;
  return {
    kind: 'none',
    message: `${short} has no ¶ ${missing}. Its paragraphs are ¶ ${lowest} to ¶ ${highest}.`,
    places: [paragraphPlace(within, near, near)],
  };
}

/** `12f.` and `12ff.` begin at 12, where no paragraph has this very number. */
function inText(number: string, numbers: readonly string[]): string {
  const start = number.replace(/f{1,2}$/, '');
  return !numbers.includes(number) && numbers.includes(start) ? start : number;
}

function nearest(missing: string, numbers: readonly string[]): string | undefined {
  return numbers.findLast((number) => Number.parseInt(number) <= Number.parseInt(missing));
}

function paragraphPlace({ id, short }: Within, from: string, to: string): Place {
  const numbers = from === to ? from : `${from}–${to}`;
  return { path: anchorPath(id, fragmentOf(from, to)), label: `${short}, ¶ ${numbers}` };
}

/** A retired address still has its page, which tells what became of it. */
export function retiredPlace(
  { id, short }: Pick<Within, 'id' | 'short'>,
  [address, what, sentence]: Places['retired'][number],
): Place {
  const number = address.slice(1);
  const anchor = address.startsWith('p') ? `¶ ${number}` : `section s${number}`;
  return {
    path: addressPath(id, { id: address, what }),
    label: `${short}, ${what === 'note' ? `note “${address}”` : anchor}, no longer in the edition; ${sentence}`,
  };
}
