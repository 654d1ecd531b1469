/** A page of the edition's own prose, each paragraph with what it rests on. */
import { shortReference, standardInWords } from '../../edition/labels.ts';
import type { Edition } from '../../edition/model.ts';
import type { RawFile } from '../../edition/raw.ts';
import { readStatements, type Statement } from '../../edition/statements.ts';
import { readYaml, splitFrontMatter } from '../../edition/yaml.ts';
import { pageSchema } from '../../schemas/page.ts';
import type { Places } from './places.ts';
import { workHref } from './registers.ts';
import { attribute, escapeXml, textToXhtml } from './xhtml.ts';

export interface Prose {
  title: string;
  body: string;
}

/** The title and the body of a page; nothing where its file is not one or is faulty, as the check says. */
export function prosePage({ file, text }: RawFile, edition: Edition, places: Places): Prose | undefined {
  const parts = splitFrontMatter(text);
  if (!parts) return undefined;
  const { value } = readYaml(parts.matter, file, pageSchema, { firstLine: 2 });
  if (!value) return undefined;
  const { opening, sections } = readStatements(parts.body, value.references, {
    file,
    bodyLine: parts.bodyLine,
  }).value;
  const blocks = [
    ...opening.map((one) => `<p>${textToXhtml(one, '', places)}</p>`),
    ...sections.flatMap(({ id, heading, statements }) => [
      `<h2${attribute('id', id)}>${escapeXml(heading)}</h2>`,
      ...statements.map((statement) => statementBlock(statement, edition, places)),
    ]),
  ];
  const body = `<section epub:type="introduction" role="doc-introduction" aria-labelledby="title">
<h1 id="title">${escapeXml(value.title)}</h1>
${blocks.join('\n')}
</section>`;
  // Its works are listed once for the whole book.
  return { title: value.title, body: body.replaceAll('href="#references"', `href="${workHref()}"`) };
}

function statementBlock({ id, text, ground }: Statement, edition: Edition, places: Places): string {
  const words = `<p${attribute('id', id)}>${textToXhtml(text, '', places)}</p>`;
  return ground ? `${words}\n<p class="grounds">${groundsLine(ground, edition)}</p>` : words;
}

/** What a paragraph rests on, in one line; each work leads to its entry in the list of the book. */
function groundsLine(ground: NonNullable<Statement['ground']>, { works }: Edition): string {
  const named = ground.works.flatMap(({ id, locator, seen }) => {
    const work = works.get(id);
    if (!work) return [];
    const limits = [locator, seen ? undefined : 'not seen'].filter(Boolean).join('; ');
    const link = `<a${attribute('href', workHref(id))}>${escapeXml(shortReference(work))}</a>`;
    return [limits === '' ? link : `${link} (${escapeXml(limits)})`];
  });
  const standard = standardInWords(ground.works, ground.checked);
  if (named.length === 0) return standard === '' ? 'The texts themselves.' : standard;
  return `${named.join('; ')}.${standard === '' ? '' : ` ${standard}`}`;
}
