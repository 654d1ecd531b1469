/** What stands before a text: its title page, and what a reader should know before trusting it. */
import { asSupplied, authorsOf, OWN_LANGUAGE, titleOf } from '../../edition/labels.ts';
import type { Edition, Source } from '../../edition/model.ts';
import { releaseInWords } from '../../edition/releases.ts';
import { boxRows, containerOf, headGrounds, kindOfSource, shownRows } from '../../edition/source-head.ts';
import { escapeAttribute, escapeXml } from '../xml.ts';
import type { BookPage } from './book.ts';

export function titlePage(source: Source, edition: Edition): string {
  const { header } = source;
  const authors = header.authors.map(
    (author) =>
      escapeXml(asSupplied(author.name, author['supplied-by'])) +
      (author.certainty === 'attributed' ? ' <span class="attributed">attributed</span>' : ''),
  );
  const { title, rest } = containerOf(source, true);
  return `<section class="title-page" epub:type="titlepage" aria-label="Title page">
<p class="over">${escapeXml(kindOfSource(source))}</p>
<h1>${escapeXml(titleOf(source))}</h1>
<p class="by-line">${authors.join(', ')}</p>
<p class="container"><cite>${escapeXml(title)}</cite>${escapeXml(rest)}</p>
<p class="of-edition">${escapeXml(edition.header.title)}<br/><em>${escapeXml(edition.header.subtitle)}</em><br/>Release ${escapeXml(releaseInWords(edition.header))}</p>
</section>`;
}

/** Who, when, for whom, with what interest; what is supplied and on what ground; the witness; how the marks are to be read. */
export function beforePage(source: Source): string {
  const { header } = source;
  const supplied = headGrounds(source).map(({ what, note }): [string, string] => [what, note]);
  const witnesses = header.witnesses.map(({ siglum, description }): [string, string] => [
    `Witness ${siglum}`,
    description,
  ]);
  const related = header.related.map((text) => `<p>${escapeXml(text)}</p>`);
  return `<section epub:type="preface" role="doc-preface" aria-labelledby="before">
<h1 id="before">Before you read</h1>
<p class="lead">${escapeXml(header.summary)}</p>
${definitions([...shownRows(source), ...boxRows(source)])}
${supplied.length === 0 ? '' : `<h2>What stands in [brackets] is supplied by this edition</h2>\n${definitions(supplied)}\n`}<h2>What it was transcribed from</h2>
${definitions(witnesses)}
${related.length === 0 ? '' : `<h2>Other editions and texts</h2>\n${related.join('\n')}\n`}<h2>How the marks are to be read</h2>
${definitions(marksOf(source))}
</section>`;
}

/** The marks that stand in this text, and no others. */
function marksOf(source: Source): [string, string][] {
  const has = (hand: string) => source.witnessNotes.some((note) => note.hand === hand);
  const [witness] = source.header.witnesses;
  const marks: [string, string | false][] = [
    ['9', 'Number of a paragraph. It is the edition’s, and permanent: cite by it.'],
    ['1', has('author-note') && 'Call of a note by the author.'],
    ['T1', has('transcriber-note') && 'Call of a note by the transcriber of the witness.'],
    ['a', source.editorNotes.length > 0 && 'Call of a note by the editor of this edition.'],
    [
      '°',
      source.readings.length > 0 && 'The words before it stand so in the witness, though they look wrong.',
    ],
    ['| p. 2', Object.keys(witness?.pages ?? {}).length > 0 && 'Here a page of the witness begins.'],
  ];
  return marks.filter((row): row is [string, string] => row[1] !== false);
}

export function definitions(rows: readonly [string, string][]): string {
  return `<dl>\n${rows.map(([term, text]) => `<dt>${escapeXml(term)}</dt><dd>${escapeXml(text)}</dd>`).join('\n')}\n</dl>`;
}

/** `[The Soviet “Dictatorship”], [Anna Louise Strong]`, for titles of pages. */
export function nameOfSource(source: Source): string {
  return `${titleOf(source)}, ${authorsOf(source)}`;
}

/** The picture of the cover, with its words for those who do not see it. */
export function coverPage(words: string): BookPage {
  const alt = escapeAttribute(`Cover: ${words}`);
  const body = `<div class="cover" epub:type="cover"><img src="cover.png" alt="${alt}" role="doc-cover"/></div>`;
  return { file: 'cover.xhtml', title: 'Cover', language: OWN_LANGUAGE, part: 'frontmatter', body };
}

/** The title page of the whole edition, with its sources. */
export function editionTitlePage({ header, sources }: Edition): string {
  const list = sources.map(
    (source) =>
      `<p class="by-line">${escapeXml(authorsOf(source))}<br/><cite>${escapeXml(titleOf(source))}</cite><br/><span class="hand">${escapeXml(kindOfSource(source))}</span></p>`,
  );
  return `<section class="title-page" epub:type="titlepage" aria-label="Title page">
<h1>${escapeXml(header.title)}</h1>
<p class="lead">${escapeXml(header.subtitle)}</p>
${list.join('\n')}
<p class="of-edition">${escapeXml(header.description)}</p>
<p>Release ${escapeXml(releaseInWords(header))}</p>
</section>`;
}
