/** Where in a source a citation leads. */
import { sourcePath } from '../../routes.ts';
import {
  mostPlaces,
  placesFound,
  uniquePlaces,
  type Answer,
  type Place,
  type Places,
  type Within,
} from './places.ts';
import type { Asked } from './citation-text.ts';
import type { DirectoryEntry } from './directory.ts';
import type { Locator } from './locators.ts';
import { noteByTitle, numberedNote } from './note-place.ts';
import { page } from './page-place.ts';
import { paragraphs } from './paragraph-place.ts';
import { section } from './section-place.ts';

/** The place in a source that a citation means. */
export function placeIn(
  { locator, also }: Pick<Asked, 'locator' | 'also'>,
  { id, short, retired }: DirectoryEntry,
  places: Places | undefined,
): Answer {
  const whole: Place = { path: sourcePath(id), label: short };
  if (retired || !places)
    return { kind: 'place', place: { ...whole, label: `${short}, no longer in the edition` } };
  if (!locator) return { kind: 'place', place: whole };
  const within: Within = { ...places, id, short };
  const answers = [locator, ...also].map((one) => located(one, within));
  const [only] = answers;
  if (only && answers.length === 1) return only;
  const found = uniquePlaces(answers.flatMap(placesFound));
  const [missing] = answers.flatMap((answer) => (answer.kind === 'none' ? [answer] : []));
  if (missing)
    return found.length === 0 ? missing : { ...missing, kind: 'none', places: found.slice(0, mostPlaces) };
  const [place] = found;
  if (place && found.length === 1) return { kind: 'place', place };
  return {
    kind: 'choice',
    message: 'Several places are cited. Which is meant?',
    places: found.slice(0, mostPlaces),
  };
}

function located(locator: Locator, within: Within): Answer {
  switch (locator.kind) {
    case 'paragraphs':
      return paragraphs(locator, within);
    case 'note':
      return numberedNote(locator, within);
    case 'title':
      return noteByTitle(locator.title, within);
    case 'page':
      return page(locator, within);
    case 'section':
      return section(locator.name, within);
  }
}
