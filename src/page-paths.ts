/**
 * The paths of pages of which an edition has thousands, each with the key of all that it is drawn of: a build
 * draws those alone whose key is another than before, and takes the others as they were (Astro’s incremental
 * builds). Such a page may draw of the frame and its props, which its key is made of, and of nothing else.
 */
import { builtCode } from './built-edition.ts';
import { digest } from './digest.ts';
import type { Edition, Source } from './edition/model.ts';
import { notesAbout, type PlacedNote } from './edition/notes-about.ts';
import type { RegisterEntry } from './edition/register.ts';
import { namesOrCount, withheldSources } from './edition/rights.ts';
import type { Meeting } from './edition/topics.ts';
import { worksOf, type WorkEntry } from './edition/works.ts';
import {
  getFormats,
  getFrame,
  getMeetings,
  getRegister,
  getRightsPolicy,
  getSources,
  ofEdition,
} from './library.ts';
import { isPreview } from './preview.ts';
import { folderOf } from './schemas/entity-kinds.ts';

/**
 * Makes the key of a page that is drawn of the frame and these values. The code is part of it, the environment
 * too; Astro adds the page’s own modules. In development nothing is kept, and keys are empty.
 */
export const getPageKeys: () => Promise<(...values: unknown[]) => string> = ofEdition(async () => {
  const code = builtCode();
  if (code === undefined) return () => '';
  const frame = digest([await getFrame(), await getFormats(), getRightsPolicy(), isPreview(), code]);
  return (...values) => digest([frame, ...values]);
});

/** Paths made once for all the pages that have them; each is given a list of its own, since Astro writes on it. */
function pathsOf<T>(make: (edition: Edition) => Promise<T[]>): () => Promise<T[]> {
  const made = ofEdition(make);
  return async () => [...(await made())];
}

export interface SourceProps {
  source: Source;
  /** Where topics use its paragraphs, by anchor. */
  meetings: ReadonlyMap<string, Meeting[]>;
}

/** A path for every source. */
export const getSourcePaths = pathsOf(async () => {
  const key = await getPageKeys();
  return Promise.all(
    (await getSources()).map(async (source) => {
      const props: SourceProps = { source, meetings: await getMeetings(source) };
      return { params: { source: source.id }, props, cacheKey: key(props) };
    }),
  );
});

/** A path for a file of every source that is named after it. */
export const getFilePaths = pathsOf(async () =>
  (await getSourcePaths()).map((path) => ({ ...path, params: { ...path.params, name: path.params.source } })),
);

/** Where an entity is named, and what else its page shows. */
export interface NamedProps {
  entry: RegisterEntry;
  /** The editor’s notes on it. */
  notes: readonly PlacedNote[];
  /** What the sources that are not wholly shown are called; empty where all are. */
  unread: string;
}

const getNamed = ofEdition(async (edition) => {
  const unread = namesOrCount(withheldSources(edition.sources));
  return [...(await getRegister()).values()].map((entry): NamedProps => {
    return { entry, notes: notesAbout(edition, entry.entity.id), unread };
  });
});

/** A path for every person, place, organisation, term and event. */
export const getEntityPaths = pathsOf(async () => {
  const key = await getPageKeys();
  return (await getNamed())
    .filter(({ entry }) => entry.entity.kind !== 'work')
    .map((props) => {
      const { kind, id } = props.entry.entity;
      return { params: { register: folderOf(kind), entity: id, name: id }, props, cacheKey: key(props) };
    });
});

export interface WorkProps {
  entry: WorkEntry;
  /** Where it is named, for a work that is an entity. */
  named: NamedProps | undefined;
}

/** A path for every work. */
export const getWorkPaths = pathsOf(async (edition) => {
  const [key, named] = await Promise.all([getPageKeys(), getNamed()]);
  const byEntity = new Map(named.map((one) => [one.entry.entity, one]));
  return worksOf(edition).map((entry) => {
    const props: WorkProps = { entry, named: entry.entity && byEntity.get(entry.entity) };
    return { params: { work: entry.id, name: entry.id }, props, cacheKey: key(props) };
  });
});
