/** Goes to what a reader asks for, or says why not. */
import { placeOfAddress, sourceIdOf, sourceOfAddress } from './address.ts';
import { mostPlaces, placesFound, uniquePlaces, type Answer, type Place, type Places } from './places.ts';
import { parseCitation, type Asked } from './citation-text.ts';
import { sourcesNear, type Directory, type DirectoryEntry } from './directory.ts';
import { noneOfSeveral, notNamed, severalNamed, unknownAddress } from './not-found.ts';
import { notesCalled } from './note-place.ts';
import { placeIn } from './answer.ts';
import { sourcesMeant } from './sources-meant.ts';
import { isYear } from './numbers.ts';

/** Loads the places of a source of the edition, by its id. */
export type Load = (sourceId: string) => Promise<Places>;

/** At most so many citations are looked for in one text. */
const mostParts = 10;
/** In so many sources that are not named so. */
const mostNear = 3;

/** @throws what `load` throws. */
export async function goTo(text: string, directory: Directory, load: Load): Promise<Answer> {
  const asked = parseCitation(text);
  if (asked.address !== undefined) {
    const entry = sourceOfAddress(asked.address, directory);
    if (!entry) return unknownAddress(sourceIdOf(asked.address), directory);
    return placeOfAddress(asked.address, entry, await placesOf(entry, load));
  }
  const answer = await answerFor(text, asked, directory, load);
  return (
    answer ??
    (await partsOf(text, directory, load)) ??
    notNamed(asked, directory, await placesNear(asked, directory, load))
  );
}

/** Undefined when no source is named that the edition has. */
async function answerFor(
  text: string,
  read: Asked,
  directory: Directory,
  load: Load,
): Promise<Answer | undefined> {
  const { asked, sources } = sourcesMeant(text, read, directory);
  const [only] = sources;
  if (!only) return undefined;
  const looked = sources.slice(0, mostPlaces);
  const loaded = await Promise.all(
    looked.map(async (entry) => ({ entry, places: await placesOf(entry, load) })),
  );
  const { locator } = asked;
  // A note of this very title comes before those that have its words.
  const titled = loaded.filter(
    ({ places }) => places && locator?.kind === 'title' && notesCalled(locator.title, places).length > 0,
  );
  const answers = (titled.length > 0 ? titled : loaded).map(({ entry, places }) =>
    placeIn(asked, entry, places),
  );
  const places = uniquePlaces(answers.flatMap(placesFound));
  const [answer] = answers;
  if (answer && sources.length === 1) {
    // `Strong 1935` is another text rather than a paragraph of this one.
    const isOther = answer.kind === 'none' && read.bare !== undefined && isYear(read.bare.from);
    return isOther ? undefined : answer;
  }
  const [place] = places;
  if (place && places.length === 1 && looked.length === sources.length) return { kind: 'place', place };
  return places.length > 0
    ? severalNamed(asked, sources, places, directory)
    : noneOfSeveral(asked, sources, answers, directory);
}

/** Several citations with semicolons or on lines of their own. */
async function partsOf(text: string, directory: Directory, load: Load): Promise<Answer | undefined> {
  const parts = text.slice(0, 1000).split(/[;\n]/).slice(0, mostParts);
  if (parts.length < 2) return undefined;
  const answers = await Promise.all(
    parts.map(async (part) => {
      const asked = parseCitation(part);
      return asked.name.length > 0 ? answerFor(part, asked, directory, load) : undefined;
    }),
  );
  const places = uniquePlaces(answers.flatMap((answer) => (answer ? placesFound(answer) : [])));
  if (places.length === 0) return undefined;
  return {
    kind: 'choice',
    message:
      places.length === 1
        ? 'Of what is cited, this edition has one place.'
        : 'Several places are cited. Which is meant?',
    places: places.slice(0, mostPlaces),
  };
}

/** What was asked for, in sources with names like the one that none has. */
async function placesNear(asked: Asked, directory: Directory, load: Load): Promise<Place[]> {
  if (!asked.locator) return [];
  const near = sourcesNear(asked.name, directory).slice(0, mostNear);
  const answers = await Promise.all(
    near.map(async (entry) => placeIn(asked, entry, await placesOf(entry, load))),
  );
  return uniquePlaces(answers.flatMap(placesFound));
}

async function placesOf({ id, retired }: DirectoryEntry, load: Load): Promise<Places | undefined> {
  return retired ? undefined : load(id);
}
