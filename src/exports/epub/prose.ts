/** A page of the edition's own prose, read as the editor's notes are. */
import { parseMarkdown, type Block, type Heading } from '../../edition/markdown.ts';
import type { Edition } from '../../edition/model.ts';
import type { RawFile } from '../../edition/raw.ts';
import { readYaml, splitFrontMatter } from '../../edition/yaml.ts';
import { pageSchema } from '../../schemas/page.ts';
import { references } from './notes.ts';
import type { Places } from './places.ts';
import { escapeXml, linkTo, textToXhtml } from './xhtml.ts';

export interface Prose {
  title: string;
  body: string;
}

/** The title and the body of a page; nothing where its file is not one or is faulty, as the check says. */
export function prosePage({ file, text }: RawFile, { works }: Edition, places: Places): Prose | undefined {
  const parts = splitFrontMatter(text);
  if (!parts) return undefined;
  const { value } = readYaml(parts.matter, file, pageSchema, { firstLine: 2 });
  if (!value) return undefined;
  const { body } = parseMarkdown(parts.body, file, { links: true }).value;
  const headings = body.filter((block) => block.type === 'heading');
  const rests = Object.entries(value.references).flatMap(([id, { works: named, checked }]) => {
    const heading = headings.find(({ words }) => headingId(words) === id);
    if (!heading) return [];
    const name = linkTo(places, `#${id}`, escapeXml(heading.words));
    return [`<h3>${name}</h3>${references({ references: named, checked }, works)}`];
  });
  const end = rests.length === 0 ? '' : `\n<h2 id="references">References</h2>\n${rests.join('\n')}`;
  return {
    title: value.title,
    body: `<section epub:type="introduction" role="doc-introduction" aria-labelledby="title">
<h1 id="title">${escapeXml(value.title)}</h1>
${blocksToXhtml(body, places)}${end}
</section>`,
  };
}

/** The id that a heading has on its page: small letters, digits, hyphens. */
function headingId(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function blocksToXhtml(blocks: readonly (Heading | Block)[], places: Places): string {
  const isNumbered = ({ text }: Block) => /^\d+[.)]\s/.test(text.words);
  let list = false;
  const lines = blocks.flatMap((block) => {
    const isItem = block.type === 'block' && block.kind === 'item' && !isNumbered(block);
    const edge = isItem === list ? [] : [isItem ? '<ul>' : '</ul>'];
    list = isItem;
    return [...edge, blockToXhtml(block, isItem, places)];
  });
  return [...lines, ...(list ? ['</ul>'] : [])].join('\n');
}

function blockToXhtml(block: Heading | Block, isItem: boolean, places: Places): string {
  if (block.type === 'heading') {
    const level = String(block.level);
    return `<h${level} id="${escapeXml(headingId(block.words))}">${escapeXml(block.words)}</h${level}>`;
  }
  const inner = textToXhtml(block.text, '', places);
  if (isItem) return `<li>${inner}</li>`;
  return block.kind === 'quotation' ? `<blockquote><p>${inner}</p></blockquote>` : `<p>${inner}</p>`;
}
