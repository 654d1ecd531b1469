/** Where an address leads. */
import { anchorPath, historyPath, notePath, NOTES, ROOT, sourcePath, SOURCES } from '../../routes.ts';
import type { Answer, Place, Places } from './places.ts';
import { nothing } from './citation-text.ts';
import type { Directory, DirectoryEntry } from './directory.ts';
import type { Locator } from './locators.ts';
import { notePlace } from './note-place.ts';
import { ordered } from './numbers.ts';
import { retiredPlace } from './paragraph-place.ts';
import { placeIn } from './answer.ts';

/** The id of the source in an address; undefined when it is none of a source or note. */
export function sourceIdOf(address: string): string | undefined {
  const [path = ''] = address.split(/[?#]/);
  const [, folder = '', id = ''] = path.toLowerCase().split('/');
  return [SOURCES, NOTES].includes(`${ROOT}/${folder}/`) && id !== '' ? id : undefined;
}

/** The source that an address names, by its id; undefined when it is none of this edition. */
export function sourceOfAddress(address: string, { sources }: Directory): DirectoryEntry | undefined {
  const id = sourceIdOf(address);
  return sources.find((source) => source.id === id);
}

/** Query and text fragment stay: they may name words. */
export function placeOfAddress(address: string, entry: DirectoryEntry, places: Places | undefined): Answer {
  if (entry.retired || !places) return placeIn(nothing, entry, undefined);
  const { id, short } = entry;
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const [, folder = '', , third = ''] = path.toLowerCase().split('/');
  const [fragment = '', ...directive] = hash.split(':~:');
  const tail = directive.length > 0 ? `:~:${directive.join(':~:')}` : '';
  const withRest = (place: Place): Answer => ({
    kind: 'place',
    place: { ...place, path: place.path.replace(/(?=#|$)/, () => query) + tail },
  });
  if (third === 'history')
    return withRest({ path: historyPath(id, fragment || undefined), label: `${short}, earlier words` });
  if (`${ROOT}/${folder}/` === NOTES && third !== '') {
    const note = noteOf(third, entry, places);
    if (note) return withRest({ ...note, path: note.path + (fragment && `#${fragment}`) });
    return {
      kind: 'none',
      message: `${short} has no note with this address.`,
      places: [{ path: `${sourcePath(id)}#notes`, label: `Notes on ${short}` }],
    };
  }
  const answer = placeIn({ locator: locatorOf(fragment), also: [] }, entry, places);
  if (answer.kind !== 'place') return answer;
  const isKnown = fragment === '' || answer.place.path.includes('#');
  return withRest(isKnown ? answer.place : { ...answer.place, path: anchorPath(id, fragment) });
}

function noteOf(noteId: string, { id, short }: DirectoryEntry, places: Places): Place | undefined {
  const listed = places.list.find(([one]) => one === noteId);
  if (listed) return notePlace(listed, { id, short });
  const gone = places.retired.find(([one, what]) => one === noteId && what === 'note');
  return gone && { ...retiredPlace({ id, short }, gone), path: notePath({ sourceId: id, id: noteId }) };
}

/** Fragments of other kinds, such as a reading’s, lead where the page has them. */
function locatorOf(fragment: string): Locator | undefined {
  const [, from, to = from] = /^p(\d+[a-z]*)(?:[-–]p?(\d+[a-z]*))?$/i.exec(fragment) ?? [];
  if (from !== undefined && to !== undefined)
    return { kind: 'paragraphs', ...ordered(from, to), orElse: undefined };
  if (/^s\d+[a-z]*$/i.test(fragment)) return { kind: 'section', name: fragment.toLowerCase() };
  const [, page] = /^page-(\d+)$/i.exec(fragment) ?? [];
  return page === undefined ? undefined : { kind: 'page', from: page, to: page, ofWitness: true };
}
