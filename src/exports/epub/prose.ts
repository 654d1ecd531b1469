/** A page of the edition's own prose, each paragraph with what it rests on. */
import { limitsInWords, shortReference, standardInWords } from '../../edition/labels.ts';
import type { Edition } from '../../edition/model.ts';
import type { RawFile } from '../../edition/raw.ts';
import { readStatementPage, type Statement } from '../../edition/statements.ts';
import { escapeXml } from '../xml.ts';
import type { Places } from './places.ts';
import { workHref } from './registers.ts';
import { attribute, textToXhtml } from './xhtml.ts';

interface Prose {
  title: string;
  body: string;
}

/** The title and the body of a page; nothing where its file is not one or is faulty, as the check says. */
export function prosePage(file: RawFile, edition: Edition, places: Places): Prose | undefined {
  const page = readStatementPage(file);
  if (!page) return undefined;
  const { title, opening, sections } = page;
  const blocks = [
    ...opening.map((one) => `<p>${textToXhtml(one, '', places)}</p>`),
    ...sections.flatMap(({ id, heading, statements }) => [
      `<h2${attribute('id', id)}>${escapeXml(heading)}</h2>`,
      ...statements.map((statement) => statementBlock(statement, edition, places)),
    ]),
  ];
  const body = `<section epub:type="introduction" role="doc-introduction" aria-labelledby="title">
<h1 id="title">${escapeXml(title)}</h1>
${blocks.join('\n')}
</section>`;
  // Its works are listed once for the whole book.
  return { title, body: body.replaceAll('href="#references"', `href="${workHref()}"`) };
}

function statementBlock({ id, text, ground }: Statement, edition: Edition, places: Places): string {
  const words = `<p${attribute('id', id)}>${textToXhtml(text, '', places)}</p>`;
  return ground ? `${words}\n<p class="grounds">${groundsLine(ground, edition)}</p>` : words;
}

/** What a paragraph rests on, in one line; each work leads to its entry in the list of the book. */
function groundsLine(ground: NonNullable<Statement['ground']>, { works }: Edition): string {
  const named = ground.works.flatMap((one) => {
    const work = works.get(one.id);
    if (!work) return [];
    const link = `<a${attribute('href', workHref(one.id))}>${escapeXml(shortReference(work))}</a>`;
    return [link + escapeXml(limitsInWords(one))];
  });
  const standard = standardInWords(ground.works, ground.checked);
  if (named.length === 0) return standard === '' ? 'The texts themselves.' : standard;
  return `${named.join('; ')}.${standard === '' ? '' : ` ${standard}`}`;
}
