/** Where pages are. Those of print are not marked in a witness; its own pages are those of a file. */
import { anchorPath, sourcePath } from '../../routes.ts';
import type { Answer, Place, Within } from './places.ts';
import type { Locator } from './locators.ts';
import { isAmong } from './numbers.ts';

export function page({ from, to, ofWitness }: Extract<Locator, { kind: 'page' }>, within: Within): Answer {
  const { id, short, pages, container } = within;
  const whole: Place = { path: sourcePath(id), label: short };
  const onWitness = witnessPage(from, within);
  if (ofWitness) {
    if (onWitness) return { kind: 'place', place: onWitness };
    const known =
      pages.length === 0
        ? 'has no pages of its own'
        : `has pages ${pages[0]?.[1] ?? ''} to ${pages.at(-1)?.[1] ?? ''}`;
    return { kind: 'none', message: `The witness of ${short} ${known}.`, places: [whole] };
  }
  const asked = from === to ? `p. ${from}` : `pp. ${from}–${to}`;
  const isPrinted = container.pages === undefined || isAmong(from, container.pages);
  const extent =
    container.pages === undefined
      ? 'On which of them the text stands is not recorded.'
      : `The text stands on pp. ${container.pages} there.`;
  const message = [
    isPrinted
      ? `The pages of ${container.title} are not marked in this witness, so ${asked} cannot be found. ${extent}`
      : `${short} stands on pp. ${container.pages ?? ''} of ${container.title}, and ${asked} is not among them.`,
    pages.length === 0 ? 'The witness has no pages of its own.' : '',
    onWitness ? `The witness, a file, has a page ${from} of its own.` : '',
  ];
  return {
    kind: 'none',
    message: message.filter(Boolean).join(' '),
    places: [...(onWitness ? [onWitness] : []), whole],
  };
}

/** A page of the witness on which no paragraph begins is not in the list, yet it is marked in the text. */
function witnessPage(page: string, { id, short, pages }: Within): Place | undefined {
  const [first, last] = [pages[0], pages.at(-1)];
  if (!first || !last) return undefined;
  const label = `${short}, p. ${page} of the witness`;
  if (page === first[1]) return { path: anchorPath(id, `p${first[0]}`), label };
  const isThere = pages.some(([, one]) => one === page) || isAmong(page, `${first[1]}–${last[1]}`);
  return isThere ? { path: anchorPath(id, `page-${page}`), label } : undefined;
}
