import { asSupplied, OWN_LANGUAGE, titleOf } from '../../edition/labels.ts';
import type { Source } from '../../edition/model.ts';
import { rightsLines } from '../../edition/source-head.ts';
import { HOME, sourceFilePath, sourcePath } from '../../routes.ts';
import { absolute, collectionTemplate, context, resourceTemplates, type Service } from './answers.ts';
import { describeTree, TEI } from './navigation.ts';

/** The edition as a collection. No id of `content/` has an underscore, so none can be the same. */
export const ROOT = 'all_sources';

/**
 * What the context of the specification says of Dublin Core it says within `dublinCore`, where programs
 * that follow JSON-LD 1.1 as of 2020 do not look (API, expansion, 14.2): they would drop these.
 */
const terms = Object.fromEntries(
  ['creator', 'date', 'isPartOf', 'language', 'publisher', 'rights'].map((term) => [term, `dct:${term}`]),
);

/** A collection, or a source; a source that others are parts of is both. */
interface Holding {
  id: string;
  title: string;
  /** Absent for a whole that the edition does not have itself, and for the edition. */
  source?: Source;
  parents: Holding[];
  children: Holding[];
}

/** The edition, the larger wholes that sources are parts of, and the sources, by id; the edition first. */
export function holdings({ edition }: Service): Map<string, Holding> {
  const root: Holding = { id: ROOT, title: edition.header.title, parents: [], children: [] };
  const all = new Map<string, Holding>([[ROOT, root]]);
  for (const source of edition.sources)
    all.set(source.id, { id: source.id, title: titleOf(source), source, parents: [], children: [] });
  const put = (child: Holding, parent: Holding) => {
    child.parents.push(parent);
    parent.children.push(child);
  };
  for (const { id, header } of edition.sources) {
    const own = all.get(id);
    const whole = header['part-of'];
    if (!own) continue;
    if (!whole || whole.id === id) {
      put(own, root);
      continue;
    }
    let parent = all.get(whole.id);
    if (!parent) {
      parent = { id: whole.id, title: whole.title, parents: [], children: [] };
      all.set(whole.id, parent);
      put(parent, root);
    }
    put(own, parent);
  }
  for (const { id, children } of all.values())
    if (id !== ROOT)
      children.sort((a, b) => (a.source ? placeIn(a.source) : 0) - (b.source ? placeIn(b.source) : 0));
  return all;
}

function placeIn({ header }: Source): number {
  return header['part-of']?.order ?? 0;
}

/** A collection or a source, with what it holds or, for `parents`, what holds it. */
export function collection(holding: Holding, nav: 'children' | 'parents', service: Service) {
  const members = nav === 'parents' ? holding.parents : holding.children;
  const isText = nav === 'children' && holding.source !== undefined && members.length === 0;
  return {
    ...context(service.site, terms),
    ...describe(holding, service),
    ...(!isText && { member: members.map((member) => describe(member, service)) }),
  };
}

function describe(holding: Holding, service: Service) {
  const { id, title, source, parents, children } = holding;
  const { site, edition } = service;
  const shared = {
    '@id': id,
    '@type': source ? ('Resource' as const) : ('Collection' as const),
    title,
    totalParents: parents.length,
    totalChildren: children.length,
  };
  if (!source) {
    const language = children[0]?.source?.header.language ?? OWN_LANGUAGE;
    return {
      ...shared,
      ...(id === ROOT && { description: edition.header.description }),
      dublinCore: {
        title: [{ lang: id === ROOT ? OWN_LANGUAGE : language, value: title }],
        ...(id === ROOT && { identifier: [absolute(HOME, site)] }),
        ...(id === ROOT &&
          edition.header.publisher !== undefined && {
            publisher: [{ lang: OWN_LANGUAGE, value: edition.header.publisher }],
          }),
      },
      collection: collectionTemplate(id, site),
    };
  }
  return {
    ...shared,
    description: source.header.summary,
    dublinCore: dublinCore(source, site),
    ...resourceTemplates(id, site),
    download: service.downloads.map((ending) => absolute(sourceFilePath(id, ending), site)),
    mediaTypes: [TEI],
    citationTrees: service.treesOf(source).map(describeTree),
  };
}

/** What the edition supplied stands in brackets. */
function dublinCore(source: Source, site: URL) {
  const { authors, date, language, container, summary } = source.header;
  return {
    title: [{ lang: language, value: titleOf(source) }],
    creator: authors.map((author) => ({
      lang: language,
      value: asSupplied(author.name, author['supplied-by']),
    })),
    date,
    language: [language],
    isPartOf: [{ lang: language, value: container.title }],
    description: [{ lang: OWN_LANGUAGE, value: summary }],
    rights: rightsLines(source).map((value) => ({ lang: OWN_LANGUAGE, value })),
    identifier: [absolute(sourcePath(source.id), site)],
  };
}
