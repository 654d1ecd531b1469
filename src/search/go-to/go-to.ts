/** Goes to what a reader asks for, or says why not. */
import { sourcePath } from '../../routes.ts';
import { tokens } from '../../edition/normalise.ts';
import { placeOfAddress, sourceOfAddress } from './address.ts';
import { placeIn } from './answer.ts';
import { mostPlaces, type Answer, type Place, type Places } from './places.ts';
import { parseCitation, type Asked } from './citation-text.ts';
import { sourcesNamed, type Directory, type DirectoryEntry } from './directory.ts';

/**
 * @param load the places of a source of the edition, by its id.
 * @throws what `load` throws.
 */
export async function goTo(
  text: string,
  directory: Directory,
  load: (sourceId: string) => Promise<Places>,
): Promise<Answer> {
  const read = parseCitation(text);
  const placesOf = async ({ id, retired }: DirectoryEntry) => (retired ? undefined : load(id));
  if (read.address !== undefined) {
    const entry = sourceOfAddress(read.address, directory);
    return placeOfAddress(read.address, entry, entry && (await placesOf(entry)));
  }
  const { asked, sources } = sourcesAsked(read, directory);
  const [only] = sources;
  if (only && sources.length === 1) return placeIn(asked, only, await placesOf(only));
  const answers = await Promise.all(
    sources.slice(0, mostPlaces).map(async (entry) => placeIn(asked, entry, await placesOf(entry))),
  );
  const places = answers.flatMap((answer) => (answer.kind === 'place' ? [answer.place] : []));
  const [place] = places;
  if (place && places.length === 1) return { kind: 'place', place };
  if (places.length > 1)
    return { kind: 'choice', message: 'Several places are called so. Which is meant?', places };
  return answers[0] ?? notNamed(asked, directory);
}

/** The sources that a citation may mean, a last number taken as a paragraph’s where it is no part of a name. */
function sourcesAsked(asked: Asked, directory: Directory): { asked: Asked; sources: DirectoryEntry[] } {
  const { name, bare, locator } = asked;
  const live = directory.sources.filter(({ retired }) => !retired);
  if (locator?.kind === 'title' && name.length === 0) {
    // `Editor’s note: Kulak, on Strong 1934`; a title may have `on` in it, too.
    const ends = [...locator.title.matchAll(/\bon\b|,/giu)]
      .slice(-8)
      .map(({ index }) => locator.title.slice(index + 1));
    for (const end of ends.reverse()) {
      const words = tokens(end).map(({ token }) => token);
      const sources = sourcesNamed(
        words.filter((word) => word !== 'n' && word !== 'on'),
        directory,
      );
      if (sources.length > 0) return { asked, sources };
    }
    return { asked, sources: live };
  }
  if (locator && name.length === 0 && live.length <= mostPlaces) return { asked, sources: live };
  const sources = sourcesNamed(name, directory);
  if (sources.length > 0 || !bare) return { asked, sources };
  const { from, to, words } = bare;
  const shorter = name.slice(0, -words);
  return {
    asked: { ...asked, name: shorter, locator: { kind: 'paragraphs', from, to, mayBePage: false } },
    sources: sourcesNamed(shorter, directory),
  };
}

/** What to say where no source is named that the edition has. */
function notNamed({ name, locator }: Asked, { sources }: Directory): Answer {
  const places = sources
    .filter(({ retired }) => !retired)
    .slice(0, mostPlaces)
    .map(({ id, short }): Place => ({ path: sourcePath(id), label: short }));
  if (name.length > 0)
    return {
      kind: 'none',
      message: `No source of this edition is called “${name.join(' ')}”. It has these:`,
      places,
    };
  if (locator) return { kind: 'none', message: 'Name the source, too, as in “James 13 ¶ 7”.', places };
  return {
    kind: 'none',
    message: 'Type a citation, as in “Strong 1934, par. 12”, or an address of this site.',
    places: [],
  };
}
