/** A page of the edition's own prose as the book template reads it. */
import type { Edition } from '../../edition/model.ts';
import { parseMarkdown, type Block, type Heading } from '../../edition/markdown.ts';
import type { RawFile } from '../../edition/raw.ts';
import { readYaml, splitFrontMatter } from '../../edition/yaml.ts';
import { pageSchema } from '../../schemas/page.ts';
import { inlineText, type Inline } from './inline.ts';
import { restsOn } from './references.ts';
import { workLabel } from './source.ts';

export interface ProseData {
  title: string;
  sections: {
    /** Empty for what stands before the first heading. */
    heading: string;
    level: number;
    blocks: { kind: 'prose' | 'item'; words: Inline[] }[];
    rests: Inline[];
  }[];
}

type References = ReturnType<typeof pageSchema.parse>['references'];

/** The references of a page's sections, for the list of works. */
export function pageReferences(
  page: RawFile,
): { references: References[string]['works']; checked: 'read' | 'standard' }[] {
  return Object.values(read(page)?.header.references ?? {}).map(({ works, checked }) => ({
    references: works,
    checked,
  }));
}

/** @param address the address of the page, from which its links lead on. Undefined where the page has faults. */
export function proseData(page: RawFile, address: URL, works: Edition['works']): ProseData | undefined {
  const found = read(page);
  if (!found) return undefined;
  const sections: ProseData['sections'] = [];
  for (const part of found.body) {
    if (part.type === 'heading') {
      const rests = found.header.references[slugOf(part.words)];
      sections.push({
        heading: part.words,
        level: part.level,
        blocks: [],
        rests: rests ? restsOn({ references: rests.works, checked: rests.checked }, works, workLabel) : [],
      });
      continue;
    }
    if (sections.length === 0) sections.push({ heading: '', level: 2, blocks: [], rests: [] });
    sections.at(-1)?.blocks.push({
      kind: part.kind === 'item' ? 'item' : 'prose',
      words: inlineText(part.text, { site: address }),
    });
  }
  return { title: found.header.title, sections };
}

function read({
  file,
  text,
}: RawFile): { header: ReturnType<typeof pageSchema.parse>; body: (Heading | Block)[] } | undefined {
  const parts = splitFrontMatter(text);
  const header = parts && readYaml(parts.matter, file, pageSchema).value;
  if (!parts || !header) return undefined;
  const { value } = parseMarkdown(parts.body, file, { links: true, firstLine: parts.bodyLine });
  return { header, body: value.body };
}

/** The id that a heading has on the page. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
