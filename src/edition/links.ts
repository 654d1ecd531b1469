import { entityFolders } from '../schemas/entity-kinds.ts';
import type { Source } from './model.ts';
import type { Problem } from './problem.ts';
import type { RawFile } from './raw.ts';

/** What links can lead to. */
export interface Addressed {
  /** By id. */
  sources: ReadonlyMap<string, Source>;
  /** Pages around the sources by their address, as the ledger has them; absent while not all are known. */
  pages?: ReadonlySet<string> | undefined;
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
  'dts',
  'figures',
  'find',
  'offline',
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

function leadsSomewhere(target: string, { sources, pages }: Addressed): boolean {
  const [path = '', anchor] = target.split('#');
  const [first = '', sourceId, rest] = path.split(/[?]/)[0]?.split('/').slice(1) ?? [];
  // Pages end in `/`; without it a server may answer with another address.
  if (!path.replace(/[?].*$/, '').endsWith('/')) return false;
  if (first !== 'sources' && first !== 'notes') {
    const page = path.replace(/[?].*$/, '').slice(1, -1);
    return otherPages.has(first) && (page === first || pages?.has(page) !== false);
  }
  if (!sourceId) return first === 'notes' || anchor === undefined;
  const source = sources.get(sourceId);
  if (!source) return false;
  if (first === 'notes') return !rest || partsOf(source).notes.has(rest);
  if (rest || anchor === undefined) return true;
  // An anchor, one that was retired, or a range of anchors like `p9-p11`.
  const { anchors } = partsOf(source);
  return anchor.split('-').every((one) => anchors.has(one));
}

interface Parts {
  anchors: ReadonlySet<string>;
  notes: ReadonlySet<string>;
}

const partsBySource = new WeakMap<Source, Parts>();

/** What a source has that links can lead to; made once for all links. */
function partsOf(source: Source): Parts {
  const known = partsBySource.get(source);
  if (known) return known;
  const parts = {
    anchors: new Set([
      ...[...source.paragraphs, ...source.divisions].map(({ anchor }) => anchor),
      ...Object.keys(source.ledger.anchors),
    ]),
    notes: new Set([...source.witnessNotes, ...source.editorNotes].map(({ id }) => id)),
  };
  partsBySource.set(source, parts);
  return parts;
}
