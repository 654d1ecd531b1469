import { entityFolders } from '../schemas/entity-kinds.ts';
import type { Source } from './model.ts';
import type { Problem } from './problem.ts';
import type { RawFile } from './raw.ts';

/** What links can lead to. */
export interface Addressed {
  sources: readonly Source[];
}

/** The first part of the address of every page that stands outside sources and notes. */
const otherPages = new Set([
  '',
  'about',
  'changes',
  'compare',
  'context',
  'data',
  'diagrams',
  'figures',
  'find',
  'rights',
  'search',
  'teaching',
  'timeline',
  'topics',
  'works',
  ...Object.keys(entityFolders),
]);

/** A link of Markdown, or an `href` of an element, to an address of this site. */
const LINK = /(?:\]\(|href=")(\/[^\s()"]*)/g;

/** The links of an editor's file that lead nowhere, each with its line. */
export function linkFaults({ file, text }: RawFile, addressed: Addressed): Problem[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(LINK)].flatMap((match) => {
      const target = match[1] ?? '';
      if (leadsSomewhere(target, addressed)) return [];
      return [
        {
          code: 'link-unknown',
          place: { file, line: index + 1 },
          fact: `\`${target}\` leads to no paragraph, note or page.`,
          action: 'Correct it: `/sources/<source>/#p9`, `/notes/<source>/<note>/` or a page of the site.',
        },
      ];
    }),
  );
}

function leadsSomewhere(target: string, { sources }: Addressed): boolean {
  const [path = '', anchor] = target.split('#');
  const [first = '', sourceId, rest] = path.split(/[?]/)[0]?.split('/').slice(1) ?? [];
  // Pages end in `/`; without it a server may answer with another address.
  if (!path.replace(/[?].*$/, '').endsWith('/')) return false;
  if (first !== 'sources' && first !== 'notes') return otherPages.has(first);
  if (!sourceId) return first === 'notes' || anchor === undefined;
  const source = sources.find(({ id }) => id === sourceId);
  if (!source) return false;
  if (first === 'notes') return !rest || hasNote(source, rest);
  return rest ? true : anchor === undefined || hasAnchor(source, anchor);
}

function hasNote(source: Source, id: string): boolean {
  return [...source.witnessNotes, ...source.editorNotes].some((note) => note.id === id);
}

/** An anchor, one that was retired, or a range of anchors like `p9-p11`. */
function hasAnchor(source: Source, anchor: string): boolean {
  const known = new Set([
    ...[...source.paragraphs, ...source.divisions].map(({ anchor: id }) => id),
    ...Object.keys(source.ledger.anchors),
  ]);
  return anchor.split('-').every((one) => known.has(one));
}
