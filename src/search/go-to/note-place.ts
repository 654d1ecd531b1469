/** Notes as people ask for them: by number, whoever wrote them, or by the title of an editor’s note. */
import { HAND_NAMES } from '../../edition/labels.ts';
import type { NoteHand } from '../../edition/model.ts';
import { notePath, sourcePath } from '../../routes.ts';
import { tokens } from '../../edition/normalise.ts';
import { mostPlaces, type Answer, type Place, type Places } from './places.ts';
import type { Locator } from './citation-text.ts';

export function notePlace(
  { mark, hand }: Extract<Locator, { kind: 'note' }>,
  id: string,
  short: string,
  { list }: Places,
): Answer {
  const keyed = list.filter(([, key]) => key !== 'editor');
  const found = keyed.filter(
    ([, key, name]) => name === mark && (hand === undefined || `${key}-note` === hand),
  );
  const offered = found.map((one) => onePlace(one, id, short));
  const [first] = offered;
  if (first && offered.length === 1) return { kind: 'place', place: first };
  if (first)
    return {
      kind: 'choice',
      message: 'Notes in several hands have this number. Which is meant?',
      places: offered,
    };
  if (hand === 'editor-note')
    return {
      kind: 'none',
      message: 'The editor’s notes have titles and no numbers, as in “Editor’s note: Kulak”.',
      places: [{ path: `${sourcePath(id)}#notes`, label: `Notes on ${short}` }],
    };
  const whose = hand === undefined ? '' : HAND_NAMES[hand].replace(/note$/, '');
  const marks = keyed
    .filter(([, key]) => hand === undefined || `${key}-note` === hand)
    .map(([, , name]) => name);
  const known =
    marks.length === 0
      ? 'It has none in this hand.'
      : `Its numbered notes are ${marks[0] ?? ''} to ${marks.at(-1) ?? ''}.`;
  return {
    kind: 'none',
    message: `${short} has no ${whose}note ${mark}. ${known}`,
    places: [{ path: `${sourcePath(id)}#notes`, label: `Notes on ${short}` }],
  };
}

function onePlace([noteId, key, name]: Places['list'][number], sourceId: string, short: string): Place {
  const hand = HAND_NAMES[`${key}-note` as NoteHand];
  const label = key === 'editor' ? name : `${hand.charAt(0).toUpperCase()}${hand.slice(1)} ${name}`;
  return { path: notePath({ sourceId, id: noteId }), label: `${label}, ${short}` };
}

/** Notes whose title is the beginning of what was asked; else those that have all its words. */
export function noteByTitle(title: string, id: string, short: string, { list }: Places): Answer {
  const asked = tokens(title).map(({ token }) => token);
  const notes = list
    .filter(([, key]) => key === 'editor')
    .map((one) => ({ one, words: tokens(one[2].replace(/^[^:]*:/, '')).map(({ token }) => token) }));
  const named = notes
    .filter(({ words }) => words.every((word, index) => asked[index] === word))
    .sort((a, b) => b.words.length - a.words.length);
  const close = notes.filter(({ words }) => asked.some((word) => word.length > 3 && words.includes(word)));
  const [first] = named;
  if (first) return { kind: 'place', place: onePlace(first.one, id, short) };
  return {
    kind: 'none',
    message: `${short} has no editor’s note with this title.${close.length > 0 ? ' These are near it:' : ''}`,
    places: [
      ...close.slice(0, mostPlaces).map(({ one }) => onePlace(one, id, short)),
      { path: `${sourcePath(id)}#notes`, label: `Notes on ${short}` },
    ],
  };
}
