/** Where sections are. */
import { anchorPath, sourcePath } from '../../routes.ts';
import { tokens } from '../../edition/normalise.ts';
import { mostPlaces, type Answer, type Place, type Places, type Within } from './places.ts';
import { isLittle } from './directory.ts';
import { arabic } from './numbers.ts';
import { retiredPlace } from './paragraph-place.ts';

/** By its heading, its anchor or its place in the order. */
export function section(name: string, within: Within): Answer {
  const { id, short, divisions, retired } = within;
  const found =
    divisions.find(([, heading]) => plain(heading) !== '' && plain(heading) === plain(name)) ??
    divisions.find(([anchor]) => anchor === name) ??
    divisions.find(([, , order]) => String(order) === arabic(name));
  if (found) return { kind: 'place', place: sectionPlace(found, within) };
  const gone = retired.find(([anchor, what]) => what === 'anchor' && anchor === name);
  if (gone) return { kind: 'place', place: retiredPlace(within, gone) };
  if (divisions.length === 0)
    return {
      kind: 'none',
      message: `${short} has no sections.`,
      places: [{ path: sourcePath(id), label: short }],
    };
  return {
    kind: 'none',
    message: `${short} has no section ${/^[a-z]*\d*$/i.test(name) ? name : `“${name}”`}. It has these:`,
    places: divisions.slice(0, mostPlaces).map((division) => sectionPlace(division, within)),
  };
}

function sectionPlace([anchor, heading, order]: Places['divisions'][number], { id, short }: Within): Place {
  return { path: anchorPath(id, anchor), label: `${short}, section ${heading || `[${String(order)}]`}` };
}

function plain(text: string): string {
  return tokens(text)
    .flatMap(({ token }) => (isLittle(token) ? [] : [token]))
    .join(' ');
}
