/** What to say where it is not plain which source is meant. */
import { HAND_NAMES } from '../../edition/labels.ts';
import { NOTES, sourcePath, SOURCES } from '../../routes.ts';
import { mostPlaces, uniquePlaces, type Answer, type Place } from './places.ts';
import type { Asked } from './citation-text.ts';
import { sourcesNear, type Directory, type DirectoryEntry } from './directory.ts';
import type { Locator } from './locators.ts';

/** Longer names are cut in messages. */
const longestName = 60;

/**
 * No source of the edition has such a name.
 * @param located what was asked for, in sources with names like it.
 */
export function notNamed(
  { name, called, locator }: Asked,
  directory: Directory,
  located: readonly Place[],
): Answer {
  if (name.length > 0) {
    const near = sourcesNear(name, directory);
    const places = [...located, ...near.map(wholeOf)].slice(0, mostPlaces);
    return {
      kind: 'none',
      message: `No source of this edition is called “${short(called)}”. ${near.length > 0 ? 'Perhaps one of these is meant:' : offer(directory)}`,
      places: near.length > 0 ? places : firstSources(directory),
    };
  }
  if (locator) return { kind: 'none', message: nameTheSource(directory), places: firstSources(directory) };
  return {
    kind: 'none',
    message: `Type a citation, as in “${example(directory)}, par. 12”, or an address of this site.`,
    places: [],
  };
}

/** @param sourceId undefined when the address is none of a source or a note. */
export function unknownAddress(sourceId: string | undefined, directory: Directory): Answer {
  if (sourceId === undefined)
    return {
      kind: 'none',
      message:
        'This address is none of this edition’s sources or notes. It may have been copied incompletely.',
      places: [],
    };
  const begun = directory.sources.filter(({ id, retired }) => !retired && id.startsWith(sourceId));
  return {
    kind: 'none',
    message: `No source of this edition has the address “${short(sourceId)}”. It may have been copied incompletely. ${begun.length > 0 ? 'Perhaps one of these is meant:' : offer(directory)}`,
    places: begun.length > 0 ? begun.slice(0, mostPlaces).map(wholeOf) : firstSources(directory),
  };
}

/** Several sources are named, and places were found in those that were looked at. */
export function severalNamed(
  { name, locator }: Asked,
  sources: readonly DirectoryEntry[],
  places: readonly Place[],
  directory: Directory,
): Answer {
  const message =
    sources.length > mostPlaces
      ? `${name.length > 0 ? `${String(sources.length)} sources are called so; these are ten of them.` : ''} ${nameTheSource(directory)}`.trim()
      : locator
        ? 'Several places are called so. Which is meant?'
        : 'Several sources are called so. Which is meant?';
  return { kind: 'choice', message, places: places.slice(0, mostPlaces) };
}

/** None of the sources that were looked at has the place. */
export function noneOfSeveral(
  { name, locator }: Asked,
  sources: readonly DirectoryEntry[],
  answers: readonly Answer[],
  directory: Directory,
): Answer {
  const looked = sources.slice(0, mostPlaces);
  if (sources.length > mostPlaces)
    return { kind: 'none', message: nameTheSource(directory), places: looked.map(wholeOf) };
  const offered = answers.flatMap((answer) => (answer.kind === 'none' ? answer.places : []));
  const notes = uniquePlaces(offered.filter(({ path }) => path.startsWith(NOTES)));
  if (locator?.kind === 'page' && !locator.ofWitness)
    return {
      kind: 'none',
      message: `Pages of print are not marked in these witnesses, so p. ${locator.from} cannot be found. Each source has numbered paragraphs.`,
      places: looked.map(wholeOf),
    };
  const whose = name.length > 0 ? 'None of these sources' : 'No source of this edition';
  return {
    kind: 'none',
    message: `${whose} has ${locator ? nameOf(locator) : 'this'}.${notes.length > 0 ? ' These are near it:' : ''}`,
    places: notes.length > 0 ? notes.slice(0, mostPlaces) : looked.map(wholeOf),
  };
}

function nameOf(locator: Locator): string {
  switch (locator.kind) {
    case 'paragraphs':
      return locator.from === locator.to ? `¶ ${locator.from}` : `¶ ${locator.from}–${locator.to}`;
    case 'note':
      return `${locator.hand === undefined ? '' : HAND_NAMES[locator.hand].replace(/note$/, '')}note ${locator.mark}`;
    case 'title':
      return 'an editor’s note with this title';
    case 'page':
      return `a p. ${locator.from} of the witness`;
    case 'section':
      return `a section ${locator.name}`;
  }
}

function nameTheSource(directory: Directory): string {
  return `Name the source, too, as in “${example(directory)}, ¶ 7”.`;
}

function example({ sources }: Directory): string {
  return sources.find(({ retired }) => !retired)?.short ?? 'Strong 1934';
}

function offer({ sources }: Directory): string {
  const count = sources.filter(({ retired }) => !retired).length;
  if (count === 0) return 'It has none yet.';
  return count > mostPlaces ? `These are the first of its ${String(count)}:` : 'It has these:';
}

/** The first sources, and where the others are. */
function firstSources({ sources }: Directory): Place[] {
  const live = sources.filter(({ retired }) => !retired).map(wholeOf);
  if (live.length <= mostPlaces) return live;
  return [...live.slice(0, mostPlaces - 1), { path: SOURCES, label: 'All sources' }];
}

function wholeOf({ id, short }: DirectoryEntry): Place {
  return { path: sourcePath(id), label: short };
}

function short(name: string): string {
  const letters = [...name];
  return letters.length > longestName ? `${letters.slice(0, longestName).join('')}…` : name;
}
