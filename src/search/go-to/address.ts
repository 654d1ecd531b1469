/** Where an address leads. */
import { anchorPath, NOTES, notePath, sourcePath, SOURCES } from '../../routes.ts';
import { placeIn } from './answer.ts';
import type { Answer, Places } from './places.ts';
import type { Directory, DirectoryEntry } from './directory.ts';

/** The source that an address names, by its id; undefined when it is none of this edition. */
export function sourceOfAddress(address: string, { sources }: Directory): DirectoryEntry | undefined {
  const [path = ''] = address.split(/[?#]/);
  if (!path.startsWith(SOURCES) && !path.startsWith(NOTES)) return undefined;
  const id = path.split('/')[2];
  return sources.find((source) => source.id === id);
}

/** Query and text fragment stay: they may name words. */
export function placeOfAddress(
  address: string,
  entry: DirectoryEntry | undefined,
  places: Places | undefined,
): Answer {
  const lost: Answer = {
    kind: 'none',
    message: 'This address is none of this edition’s sources or notes. It may have been copied incompletely.',
    places: [],
  };
  if (!entry) return lost;
  const { id, short, retired } = entry;
  if (retired || !places) return placeIn(nothing, entry, undefined);
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const [, kind, , note = ''] = path.split('/');
  if (kind === 'notes') {
    if (note === '') return placeIn(nothing, entry, places);
    const [noteId = ''] = places.list.find(([one]) => one === note) ?? [];
    const gone = places.retired.find(([one, what]) => one === note && what === 'note');
    if (noteId === '' && !gone)
      return {
        kind: 'none',
        message: `${short} has no note with this address.`,
        places: [{ path: `${sourcePath(id)}#notes`, label: `Notes on ${short}` }],
      };
    const label = gone
      ? `${short}, a note that is no longer in the edition: ${gone[2]}`
      : `A note on ${short}`;
    return { kind: 'place', place: { path: notePath({ sourceId: id, id: note }) + query, label } };
  }
  const [fragment = '', ...directive] = hash.split(':~:');
  const tail = directive.length > 0 ? `:~:${directive.join(':~:')}` : '';
  const [, from, to = from] = /^p(\d+[a-z]*)(?:-p(\d+[a-z]*))?$/.exec(fragment) ?? [];
  const answer =
    from === undefined || to === undefined
      ? placeIn(nothing, entry, places)
      : placeIn({ ...nothing, locator: { kind: 'paragraphs', from, to, mayBePage: false } }, entry, places);
  if (answer.kind !== 'place') return answer;
  const whole = from === undefined && fragment !== '' ? anchorPath(id, fragment) : answer.place.path;
  return { kind: 'place', place: { ...answer.place, path: whole.replace(/(?=#|$)/, query) + tail } };
}

const nothing = { address: undefined, name: [], locator: undefined, bare: undefined };
