/** Where notes are: those of a witness have numbers, the editor’s have titles. */
import { capital, HAND_NAMES } from '../../edition/labels.ts';
import type { NoteHand } from '../../edition/model.ts';
import { notePath, sourcePath } from '../../routes.ts';
import { tokens } from '../../edition/normalise.ts';
import { mostPlaces, type Answer, type Place, type Places, type Within } from './places.ts';
import { isLittle } from './directory.ts';
import type { Locator } from './locators.ts';

type Listed = Places['list'][number];

export function numberedNote({ mark, hand }: Extract<Locator, { kind: 'note' }>, within: Within): Answer {
  const { short, list } = within;
  const numbered = list.filter(([, key]) => key !== 'editor');
  if (hand === 'editor-note') return editorsNotes(within);
  const named = numbered.filter(([, , name]) => name === mark);
  const found = named.filter(([, key]) => hand === undefined || handOf(key) === hand);
  const [first] = found;
  if (first && found.length === 1) return { kind: 'place', place: notePlace(first, within) };
  if (first)
    return {
      kind: 'choice',
      message: 'Notes in several hands have this number. Which is meant?',
      places: found.map((one) => notePlace(one, within)),
    };
  const whose = hand === undefined ? '' : HAND_NAMES[hand].replace(/note$/, '');
  return {
    kind: 'none',
    message: `${short} has no ${whose}note ${mark}. ${numbersOf(numbered)}`,
    places: [...named.map((one) => notePlace(one, within)), allNotes(within)],
  };
}

/** `Its transcriber’s notes are 1 to 7.` */
function numbersOf(numbered: readonly Listed[]): string {
  if (numbered.length === 0) return 'None of its notes has a number.';
  const keys = [...new Set(numbered.map(([, key]) => key))];
  const ranges = keys.map((key) => {
    const marks = numbered.filter(([, one]) => one === key).map(([, , name]) => name);
    const [first = '', last = ''] = [marks[0], marks.at(-1)];
    return marks.length === 1
      ? `${HAND_NAMES[handOf(key)]} ${first}`
      : `${HAND_NAMES[handOf(key)]}s ${first} to ${last}`;
  });
  return `It has ${ranges.join(' and ')}.`;
}

function handOf(key: string): NoteHand {
  return `${key}-note` as NoteHand;
}

export function notePlace([noteId, key, name]: Listed, { id, short }: Pick<Within, 'id' | 'short'>): Place {
  const hand = HAND_NAMES[handOf(key)];
  const label = key === 'editor' ? name : `${capital(hand)} ${name}`;
  return { path: notePath({ sourceId: id, id: noteId }), label: `${label}, ${short}` };
}

function allNotes({ id, short }: Pick<Within, 'id' | 'short'>): Place {
  return { path: `${sourcePath(id)}#notes`, label: `Notes on ${short}` };
}

/** How the editor’s notes are asked for. */
function editorsNotes(within: Within): Answer {
  const example = within.list.find(([, key]) => key === 'editor')?.[2];
  return {
    kind: 'none',
    message:
      example === undefined
        ? `${within.short} has no editor’s notes.`
        : `The editor’s notes have titles and no numbers, as in “${example}”.`,
    places: [allNotes(within)],
  };
}

/** The editor’s notes with this very title, or else with this id. */
export function notesCalled(title: string, { list }: Pick<Within, 'list'>): Listed[] {
  const asked = wordsOf(title);
  const notes = list.filter(([, key]) => key === 'editor');
  const titled = notes.filter(([, , name]) => isSame(titleWords(name), asked));
  return titled.length > 0 ? titled : notes.filter(([id]) => isSame(wordsOf(id), asked));
}

/**
 * The note whose title or id was asked for, or the only one that has all its words; else those that
 * have some.
 */
export function noteByTitle(title: string, within: Within): Answer {
  const { short, list, retired } = within;
  const asked = wordsOf(title);
  const notes = list
    .filter(([, key]) => key === 'editor')
    .map((one) => ({ one, title: titleWords(one[2]), id: wordsOf(one[0]) }));
  const [called] = notesCalled(title, within);
  if (called) return { kind: 'place', place: notePlace(called, within) };
  const gone = retired.find(([id, what]) => what === 'note' && isSame(wordsOf(id), asked));
  if (gone) {
    const [id, , sentence] = gone;
    const path = notePath({ sourceId: within.id, id });
    return {
      kind: 'place',
      place: { path, label: `${short}, note “${title}”, no longer in the edition; ${sentence}` },
    };
  }
  const telling = asked.filter((word) => !isLittle(word)).map(singular);
  if (telling.length === 0 || notes.length === 0) return editorsNotes(within);
  const scored = notes
    .map(({ one, title, id }) => {
      const known = [...title, ...id].map(singular);
      return { one, score: telling.filter((word) => known.includes(word)).length };
    })
    .sort((a, b) => b.score - a.score);
  const all = scored.filter(({ score }) => score === telling.length);
  const near = scored.filter(({ score }) => score > 0).slice(0, mostPlaces - 1);
  const [only] = all;
  if (only && all.length === 1) return { kind: 'place', place: notePlace(only.one, within) };
  if (only)
    return {
      kind: 'choice',
      message: 'Several editor’s notes have this in their titles. Which is meant?',
      places: all.slice(0, mostPlaces).map(({ one }) => notePlace(one, within)),
    };
  return {
    kind: 'none',
    message: `${short} has no editor’s note with this title.${near.length > 0 ? ' These are near it:' : ''}`,
    places: [...near.map(({ one }) => notePlace(one, within)), allNotes(within)],
  };
}

function wordsOf(text: string): string[] {
  return tokens(text).map(({ token }) => token);
}

/** Without `Editor’s note:`. */
function titleWords(name: string): string[] {
  return wordsOf(name.replace(/^[^:]*:/, ''));
}

function isSame(words: readonly string[], asked: readonly string[]): boolean {
  return words.length > 0 && words.join(' ') === asked.join(' ');
}

/** Enough to find kulaks by kulak. */
function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
}
