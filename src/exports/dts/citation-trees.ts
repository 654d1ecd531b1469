import { headingOf, OWN_LANGUAGE, paragraphCitation } from '../../edition/labels.ts';
import type { Division, Source } from '../../edition/model.ts';
import { anchorPath } from '../../routes.ts';
import { witnessPages } from '../citation/record.ts';
import { DIVISIONS } from '../tei/text.ts';

/** A part of a text that can be cited, as its citation tree has it. */
export interface Unit {
  /** Unique in its tree, and safe in an address. */
  identifier: string;
  /** The unit that holds it; null at the top. */
  parent: string | null;
  /** From 1. */
  level: number;
  citeType: string;
  title: { lang: string; value: string };
  /** Its permanent address, without the site; a page that the text begins with has none. */
  path?: string;
}

/** One way to divide a text. */
export interface CitationTree {
  /** Absent for the first, which is the default. */
  identifier?: string;
  description: string;
  /** In the order of the text, each before what it holds. */
  units: Unit[];
}

/** How far down the first tree of every text goes. */
export type Grain = 'paragraph' | 'section';

export const PAGES = 'pages';

/** The trees of a text: its sections and paragraphs, and the pages of its witness where they are known. */
export function citationTrees(source: Source, grain: Grain): CitationTree[] {
  const trees: CitationTree[] = [];
  const units = sections(source, grain);
  if (units.length > 0)
    trees.push({
      description:
        grain === 'paragraph'
          ? 'Sections and paragraphs.'
          : 'Sections. In an edition of this size their paragraphs are no units of their own: the document of a section has them, each with its xml:id.',
      units,
    });
  const pages = pagesOf(source);
  if (pages.length > 0 && trees.length > 0)
    trees.push({
      identifier: PAGES,
      description: 'Pages of the witness, which is a file; they are not the pages of a printed edition.',
      units: pages,
    });
  return trees;
}

function sections(source: Source, grain: Grain): Unit[] {
  const { id, header, divisions } = source;
  const units: Unit[] = [];
  const open: { level: number; anchor: string }[] = [];
  for (const division of divisions) {
    while ((open.at(-1)?.level ?? 0) >= division.level) open.pop();
    // What stands before the first heading is in a division without an address.
    if (division.anchor !== '') {
      units.push({
        identifier: division.anchor,
        parent: open.at(-1)?.anchor ?? null,
        level: open.length + 1,
        citeType: DIVISIONS[division.level] ?? 'section',
        title: { lang: languageOf(division, header.language), value: headingOf(division) },
        path: anchorPath(id, division.anchor),
      });
      open.push({ level: division.level, anchor: division.anchor });
    }
    if (grain === 'section') continue;
    for (const paragraph of division.paragraphs)
      units.push({
        identifier: paragraph.anchor,
        parent: open.at(-1)?.anchor ?? null,
        level: open.length + 1,
        citeType: 'paragraph',
        title: { lang: OWN_LANGUAGE, value: paragraphCitation(source, paragraph) },
        path: anchorPath(id, paragraph.anchor),
      });
  }
  return units;
}

function languageOf({ heading, supplied }: Division, language: string): string {
  return supplied || heading === '' ? OWN_LANGUAGE : language;
}

function pagesOf(source: Source): Unit[] {
  const begins = witnessPages(source);
  return begins.map(([, n], index) => ({
    identifier: pageIdentifier(n),
    parent: null,
    level: 1,
    citeType: 'page',
    title: { lang: OWN_LANGUAGE, value: `${source.header.short}, page ${n} of the witness` },
    ...(index > 0 && { path: anchorPath(source.id, `page-${n}`) }),
  }));
}

/** A page may be called by any signs; those that no address should have are written as numbers. */
export function pageIdentifier(n: string): string {
  return n.replace(/[^A-Za-z0-9-]/gu, (char) => `_${(char.codePointAt(0) ?? 0).toString(16)}_`);
}

/** How many levels a tree has. */
export function depthOf({ units }: CitationTree): number {
  return Math.max(0, ...units.map(({ level }) => level));
}

export interface CiteStructure {
  '@type': 'CiteStructure';
  citeType: string;
  citeStructure?: CiteStructure[];
}

/** Which types of units stand in which, as far as the tree has them. */
export function citeStructure({ units }: CitationTree): CiteStructure[] {
  const top: CiteStructure[] = [];
  const of = new Map<string, CiteStructure>();
  for (const { identifier, parent, citeType } of units) {
    const above = parent === null ? undefined : of.get(parent);
    const siblings = above ? (above.citeStructure ??= []) : top;
    let own = siblings.find((one) => one.citeType === citeType);
    if (!own) {
      own = { '@type': 'CiteStructure', citeType };
      siblings.push(own);
    }
    of.set(identifier, own);
  }
  return top;
}
