import { anchorPath, sourcePath } from '../../routes.ts';
import type { Answer, Places } from './places.ts';
import type { Locator } from './citation-text.ts';

/** Pages of print are not marked in a witness; its own pages are those of a file. */
export function pagePlace(
  { page, ofWitness }: Extract<Locator, { kind: 'page' }>,
  id: string,
  short: string,
  { pages, container }: Places,
): Answer {
  const index = pages.findIndex(([, one]) => one === page);
  const onWitness = pages[index] && {
    path: anchorPath(id, index === 0 ? `p${pages[0]?.[0] ?? '1'}` : `page-${page}`),
    label: `${short}, p. ${page} of the witness`,
  };
  const known =
    pages.length === 0
      ? 'has no pages of its own'
      : `has pages ${pages[0]?.[1] ?? ''} to ${pages.at(-1)?.[1] ?? ''}`;
  if (ofWitness) {
    if (onWitness) return { kind: 'place', place: onWitness };
    return {
      kind: 'none',
      message: `The witness of ${short} ${known}.`,
      places: [{ path: sourcePath(id), label: short }],
    };
  }
  const extent = container.pages === undefined ? '' : ` The text stands on pp. ${container.pages} there.`;
  const file = onWitness ? ` The witness, a file, has a page ${page} of its own.` : '';
  return {
    kind: 'none',
    message: `The pages of ${container.title} are not marked in this witness, so p. ${page} cannot be found.${extent}${file}`,
    places: [...(onWitness ? [onWitness] : []), { path: sourcePath(id), label: short }],
  };
}
