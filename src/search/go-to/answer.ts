/** Where a citation leads, or why it leads nowhere. */
import { addressPath, anchorPath, sourcePath } from '../../routes.ts';
import { arabic, type Asked, type Locator } from './citation-text.ts';
import type { DirectoryEntry } from './directory.ts';
import { noteByTitle, notePlace } from './note-place.ts';
import { pagePlace } from './page-place.ts';
import { mostPlaces, type Answer, type Place, type Places } from './places.ts';

/** The place in a source that a citation means. */
export function placeIn(
  { locator }: Asked,
  { id, short, retired }: DirectoryEntry,
  places: Places | undefined,
): Answer {
  const whole: Place = { path: sourcePath(id), label: short };
  if (retired || !places)
    return { kind: 'place', place: { ...whole, label: `${short}, no longer in the edition` } };
  switch (locator?.kind) {
    case undefined:
      return { kind: 'place', place: whole };
    case 'paragraphs':
      return paragraphs(locator, id, short, places);
    case 'note':
      return notePlace(locator, id, short, places);
    case 'title':
      return noteByTitle(locator.title, id, short, places);
    case 'page':
      return pagePlace(locator, id, short, places);
    case 'section':
      return section(locator.name, id, short, places);
  }
}

function paragraphs(
  { from, to, mayBePage }: Extract<Locator, { kind: 'paragraphs' }>,
  id: string,
  short: string,
  places: Places,
): Answer {
  const { numbers, retired } = places;
  const isThere = (number: string) => numbers.includes(number);
  if (isThere(from) && isThere(to)) {
    const single = from === to;
    const anchor = single ? `p${from}` : `p${from}-p${to}`;
    const label = `${short}, ¶ ${from}${single ? '' : `–${to}`}`;
    return { kind: 'place', place: { path: anchorPath(id, anchor), label } };
  }
  const missing = isThere(from) ? to : from;
  const gone = retired.find(([anchor]) => anchor === `p${missing}`);
  if (gone) return retiredPlace(id, short, gone);
  if (mayBePage) return pagePlace({ kind: 'page', page: from, ofWitness: false }, id, short, places);
  const last = numbers.at(-1) ?? '';
  return {
    kind: 'none',
    message: `${short} has no ¶ ${missing}. Its paragraphs are ¶ ${numbers[0] ?? ''} to ¶ ${last}.`,
    places: [
      isThere(from)
        ? { path: anchorPath(id, `p${from}`), label: `${short}, ¶ ${from}` }
        : { path: anchorPath(id, `p${last}`), label: `${short}, ¶ ${last}` },
    ],
  };
}

function retiredPlace(
  id: string,
  short: string,
  [anchor, what, sentence]: Places['retired'][number],
): Answer {
  const name =
    what === 'note'
      ? `note ${anchor}`
      : anchor.startsWith('p')
        ? `¶ ${anchor.slice(1)}`
        : `section ${anchor.slice(1)}`;
  const label = `${short}, ${name}, no longer in the edition: ${sentence}`;
  return { kind: 'place', place: { path: addressPath(id, { id: anchor, what }), label } };
}

function section(name: string, id: string, short: string, { divisions }: Places): Answer {
  const found =
    divisions.find(([, heading]) => heading.toLowerCase() === name.toLowerCase()) ??
    divisions.find(([, , order]) => String(order) === arabic(name));
  const place = ([anchor, heading, order]: Places['divisions'][number]): Place => ({
    path: anchorPath(id, anchor),
    label: `${short}, section ${heading || `[${String(order)}]`}`,
  });
  if (found) return { kind: 'place', place: place(found) };
  return {
    kind: 'none',
    message:
      divisions.length === 0 ? `${short} has no sections.` : `${short} has no section ${name}. It has these:`,
    places: divisions.slice(0, mostPlaces).map(place),
  };
}
