/** What all answers of Distributed Text Services 1.0 share: https://dtsapi.org/specifications/versions/v1.0/ */
import type { Edition, Source } from '../../edition/model.ts';
import { addressOf, DTS, DTS_ENTRY, SOURCES } from '../../routes.ts';
import { citationTrees, type CitationTree, type Grain } from './citation-trees.ts';

const CONTEXT = 'https://dtsapi.org/context/v1.0.json';
const VERSION = '1.0';
/** The most paragraphs that an edition may have for each to be a unit, with six files of its own. */
export const PARAGRAPH_LIMIT = 1_000;

/** An edition that is to answer. */
export interface Service {
  edition: Edition;
  site: URL;
  grain: Grain;
  treesOf: (source: Source) => CitationTree[];
  /** The files beside a source that have its text, by their endings. */
  downloads: readonly string[];
}

export function makeService(edition: Edition, site: URL, downloads: readonly string[]): Service {
  const grain = grainOf(edition);
  const made = new Map<Source, CitationTree[]>();
  return {
    edition,
    site,
    grain,
    downloads,
    treesOf: (source) => {
      const trees = made.get(source) ?? citationTrees(source, grain);
      made.set(source, trees);
      return trees;
    },
  };
}

/** What a small edition can have, a file for each paragraph and question, would be too many files in a large one. */
function grainOf({ sources }: Pick<Edition, 'sources'>): Grain {
  const paragraphs = sources.reduce((sum, source) => sum + source.paragraphs.length, 0);
  return paragraphs <= PARAGRAPH_LIMIT ? 'paragraph' : 'section';
}

export function absolute(path: string, site: URL): string {
  return addressOf(path, site);
}

/**
 * The ids of sources and collections are names, since a whole address could not stand in the path of a
 * file; `@base` makes the addresses of the sources of them, in whichever answer they stand. `terms` are
 * added to those of the context.
 */
export function context(site: URL, terms: Readonly<Record<string, string>> = {}) {
  return {
    '@context': [CONTEXT, { '@base': absolute(SOURCES, site), ...terms }],
    dtsVersion: VERSION,
  };
}

/**
 * Of RFC 6570; it is no address, so no `URL` may read it. Some have `start` and `end`, which level 0 does not
 * answer: what asks for them gets an error, since there is no such file, and no answer to another question.
 */
function template(path: string, site: URL): string {
  return absolute(DTS, site) + path;
}

/** The templates for any source, as the entry point gives them. */
function templates(site: URL) {
  return {
    collection: template('collection{/id}{;nav}.json', site),
    navigation: template('navigation/{resource}{;tree,down,start,end}{/ref}.json', site),
    document: template('document/{resource}{;tree,start,end}{/ref}.xml', site),
  };
}

/** The template for the collection or source with this id. */
export function collectionTemplate(id: string, site: URL): string {
  return template(`collection/${id}{;nav}.json`, site);
}

/** The templates for one source. */
export function resourceTemplates(id: string, site: URL) {
  return {
    collection: collectionTemplate(id, site),
    navigation: template(`navigation/${id}{;tree,down,start,end}{/ref}.json`, site),
    document: template(`document/${id}{;tree,start,end}{/ref}.xml`, site),
  };
}

export function entryPoint(site: URL) {
  return {
    '@context': CONTEXT,
    dtsVersion: VERSION,
    '@id': absolute(DTS_ENTRY, site),
    '@type': 'EntryPoint' as const,
    ...templates(site),
  };
}
