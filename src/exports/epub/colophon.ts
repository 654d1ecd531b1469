/** How to cite, and what a book is: its release, its address, the rights of each hand. */
import type { Edition, Source } from '../../edition/model.ts';
import { releaseInWords } from '../../edition/releases.ts';
import { STYLE_NAMES } from '../../edition/quoting.ts';
import { rightsByHand, rightsStatement } from '../../edition/source-head.ts';
import { addressOf, sourcePath } from '../../routes.ts';
import type { Formatter } from '../citation/format.ts';
import { allFormats } from '../citation/record.ts';
import { escapeXml } from '../xml.ts';

interface Context {
  edition: Edition;
  site: URL;
  format: Formatter;
}

/** The citations of a source in every style. */
export function citePage(source: Source, { edition, site, format }: Context): string {
  const made = allFormats(source, { edition: edition.header, site, format }, { kind: 'source' }, '');
  const rows = STYLE_NAMES.map(([style, name]) => `<dt>${name}</dt><dd class="address">${made[style]}</dd>`);
  const first = source.paragraphs[0];
  const address = addressOf(sourcePath(source.id), site);
  return `<section aria-labelledby="cite">
<h1 id="cite">How to cite</h1>
<dl>
${rows.join('\n')}
</dl>
<p>Each paragraph has a number, which is permanent. It is cited as ${escapeXml(source.header.short)}, ¶ ${escapeXml(first?.number ?? '1')}, and its address is <span class="address">${escapeXml(`${address}#${first?.anchor ?? 'p1'}`)}</span>.</p>
</section>`;
}

/** The whole edition, cited. */
export function citeEdition({ edition: { header }, site }: Context): string {
  const editor = header.editor === undefined ? '' : ` Edited by ${header.editor}.`;
  const publisher = header.publisher === undefined ? '' : ` ${header.publisher}.`;
  return `<h2 id="cite">How to cite</h2>
<p class="address"><cite>${escapeXml(`${header.title}: ${header.subtitle}`)}</cite>.${escapeXml(`${editor}${publisher} Release ${header.release}. ${site.href}`)}</p>
<p>A text is cited by its own author and title, as its page “How to cite” has it, and by the number of the paragraph.</p>`;
}

/** The last page of a book. `more` stands before the rights. */
export function colophonPage(
  sources: readonly Source[],
  context: Context,
  address: string,
  more = '',
): string {
  const { header } = context.edition;
  const rows: [string, string | undefined][] = [
    ['Edition', `${header.title}: ${header.subtitle}`],
    ['Release', releaseInWords(header)],
    ['Address', address],
    ['Editor', header.editor ?? 'Not stated.'],
    ['Publisher', header.publisher ?? 'Not stated.'],
    ['Contact', header.contact],
    ['Licence of the edition’s own words', header.licence ?? 'Not stated.'],
    ['Type', 'Alegreya, by Juan Pablo del Peral, under the SIL Open Font License, which is in the file.'],
  ];
  const list = rows.flatMap(([term, text]) =>
    text === undefined ? [] : [`<dt>${term}</dt><dd class="address">${escapeXml(text)}</dd>`],
  );
  return `<section epub:type="colophon" role="doc-colophon" aria-labelledby="colophon">
<h1 id="colophon">Colophon</h1>
<dl>
${list.join('\n')}
</dl>
${more}<h2 id="rights">Rights</h2>
<p>Each hand has its own rights. The statements below are facts that were found, with the way they were found; they are not legal advice.</p>
${sources.map((source) => rightsSection(source, sources.length > 1)).join('\n')}
</section>`;
}

function rightsSection(source: Source, isNamed: boolean): string {
  const level = isNamed ? 'h4' : 'h3';
  const name = isNamed ? `<h3>${escapeXml(source.header.short)}</h3>\n` : '';
  return (
    name +
    rightsByHand(source)
      .map(
        (rights) =>
          `<${level}>${rights.whose}</${level}>\n<p>${escapeXml(rightsStatement(rights))}</p>\n<p class="hand">How this is known: ${escapeXml(rights.basis)}</p>`,
      )
      .join('\n')
  );
}
