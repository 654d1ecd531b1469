/** Where a citation leads, or why it leads nowhere. */
import type { SourceCitations } from '../../edition/citation.ts';
import { HAND_NAMES } from '../../edition/labels.ts';
import type { NoteHand } from '../../edition/model.ts';
import { addressPath, anchorPath, notePath, sourcePath } from '../../routes.ts';
import { tokens } from '../normalise.ts';
import { arabic, type Asked, type Locator } from './citation-text.ts';
import type { DirectoryEntry } from './directory.ts';

/** What a source must tell of its places. */
export type Places = Pick<
  SourceCitations,
  'numbers' | 'list' | 'pages' | 'divisions' | 'retired' | 'container'
>;

/** A line that leads somewhere: `James 1937, ch. 13, ¶ 7–9`. */
export interface Place {
  path: string;
  label: string;
}

export type Answer =
  | { kind: 'place'; place: Place }
  /** Several fit, or none does and these are worth a look. */
  | { kind: 'choice' | 'none'; message: string; places: Place[] };

/** At most so many are offered. */
export const mostPlaces = 10;

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
      return note(locator, id, short, places);
    case 'title':
      return noteByTitle(locator.title, id, short, places);
    case 'page':
      return page(locator, id, short, places);
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
  if (mayBePage) return page({ kind: 'page', page: from, ofWitness: false }, id, short, places);
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

function note(
  { mark, hand }: Extract<Locator, { kind: 'note' }>,
  id: string,
  short: string,
  { list }: Places,
): Answer {
  const keyed = list.filter(([, key]) => key !== 'editor');
  const found = keyed.filter(
    ([, key, name]) => name === mark && (hand === undefined || `${key}-note` === hand),
  );
  const offered = found.map((one) => notePlace(one, id, short));
  const [first] = offered;
  if (first && offered.length === 1) return { kind: 'place', place: first };
  if (first)
    return {
      kind: 'choice',
      message: `Notes in several hands have this number. Which is meant?`,
      places: offered,
    };
  if (hand === 'editor-note')
    return {
      kind: 'none',
      message: 'The editor’s notes have titles and no numbers, as in “Editor’s note: Kulak”.',
      places: [{ path: `${sourcePath(id)}#notes`, label: `Notes on ${short}` }],
    };
  const whose = hand === undefined ? '' : `${HAND_NAMES[hand].replace(/note$/, '')}`;
  const marks = keyed
    .filter(([, key]) => hand === undefined || `${key}-note` === hand)
    .map(([, , name]) => name);
  const known = marks.length === 0 ? 'none' : `${marks[0] ?? ''} to ${marks.at(-1) ?? ''}`;
  return {
    kind: 'none',
    message: `${short} has no ${whose}note ${mark}. Its numbered notes are ${known}.`,
    places: [{ path: `${sourcePath(id)}#notes`, label: `Notes on ${short}` }],
  };
}

function notePlace([noteId, key, name]: Places['list'][number], sourceId: string, short: string): Place {
  const hand = HAND_NAMES[`${key}-note` as NoteHand];
  const label = key === 'editor' ? name : `${hand.charAt(0).toUpperCase()}${hand.slice(1)} ${name}`;
  return { path: notePath({ sourceId, id: noteId }), label: `${label}, ${short}` };
}

/** Notes whose title is the beginning of what was asked; else those that have all its words. */
function noteByTitle(title: string, id: string, short: string, { list }: Places): Answer {
  const asked = tokens(title).map(({ token }) => token);
  const notes = list
    .filter(([, key]) => key === 'editor')
    .map((one) => ({ one, words: tokens(one[2].replace(/^[^:]*:/, '')).map(({ token }) => token) }));
  const named = notes
    .filter(({ words }) => words.every((word, index) => asked[index] === word))
    .sort((a, b) => b.words.length - a.words.length);
  const close = notes.filter(({ words }) => asked.some((word) => word.length > 3 && words.includes(word)));
  const [first] = named;
  if (first) return { kind: 'place', place: notePlace(first.one, id, short) };
  return {
    kind: 'none',
    message: `${short} has no editor’s note with this title.${close.length > 0 ? ' These are near it:' : ''}`,
    places: [
      ...close.slice(0, mostPlaces).map(({ one }) => notePlace(one, id, short)),
      { path: `${sourcePath(id)}#notes`, label: `Notes on ${short}` },
    ],
  };
}

/** Pages of print are not marked in a witness; its own pages are those of a file. */
function page(
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
