/** What stands before a text: its title page, and what a reader should know before trusting it. */
import { asSupplied, authorsOf, dateInWords, titleOf } from '../../edition/labels.ts';
import type { Edition, Source, SourceHeader } from '../../edition/model.ts';
import type { BookPage } from './book.ts';
import { EDITION_LANGUAGE } from './notes.ts';
import { escapeXml } from './xhtml.ts';

const TYPES: Record<SourceHeader['type'], string> = {
  'article-magazine': 'Magazine article',
  'article-journal': 'Journal article',
  'article-newspaper': 'Newspaper article',
  chapter: 'Chapter',
  book: 'Book',
  pamphlet: 'Pamphlet',
  document: 'Document',
};

/** `Magazine article, October 1934`; `Chapter 13 of a book, 1937`. */
export function kindOfSource({ header: { type, container, date } }: Source): string {
  const what = type === 'chapter' ? `Chapter ${container.chapter ?? ''} of a book` : TYPES[type];
  return `${what}, ${dateInWords(date)}`;
}

type Supplied = { text: string; 'supplied-by': 'witness' | 'edition' } | undefined;

/** What a source appeared in: its name, and the rest, which begins with a comma or is empty. What is supplied stands in brackets. */
export function containerOf({ header: { container, date } }: Source): { name: string; rest: string } {
  const part = (before: string, value: Supplied) =>
    value ? `, ${before}${asSupplied(value.text, value['supplied-by'])}` : '';
  const imprint = [container.place, container.publisher].filter(Boolean).join(': ');
  return {
    name: container.title,
    rest: [
      part('vol. ', container.volume),
      part('no. ', container.issue),
      container.chapter === undefined ? '' : `, chapter ${container.chapter}`,
      imprint ? ` (${imprint}, ${dateInWords(date)})` : `, ${dateInWords(date)}`,
      part('pp. ', container.pages),
    ].join(''),
  };
}

export function titlePage(source: Source, edition: Edition): string {
  const { header } = source;
  const authors = header.authors.map(
    (author) =>
      escapeXml(asSupplied(author.name, author['supplied-by'])) +
      (author.certainty === 'attributed' ? ' <span class="attributed">attributed</span>' : ''),
  );
  const { name, rest } = containerOf(source);
  return `<section class="title-page" epub:type="titlepage" aria-label="Title page">
<p class="over">${escapeXml(kindOfSource(source))}</p>
<h1>${escapeXml(titleOf(source))}</h1>
<p class="by-line">${authors.join(', ')}</p>
<p class="container"><cite>${escapeXml(name)}</cite>${escapeXml(rest)}</p>
<p class="of-edition">${escapeXml(edition.header.title)}<br/><em>${escapeXml(edition.header.subtitle)}</em><br/>Release ${escapeXml(edition.header.release)}</p>
</section>`;
}

/** Who, when, for whom, with what interest; what is supplied and on what ground; the witness; how the marks are to be read. */
export function beforePage(source: Source): string {
  const { header } = source;
  const rows: [string, string][] = [
    ['Who wrote it', header.box.who],
    ['When', header.box.when],
    ['For whom', header.box['for-whom']],
    ['With what interest', header.box.interest],
    ['Whose notes', header.box['whose-notes']],
    ['How far to trust it', header.box.trust],
  ];
  const supplied = groundsOf(header);
  const witnesses = header.witnesses.map(({ siglum, description }): [string, string] => [
    `Witness ${siglum}`,
    description,
  ]);
  const related = header.related.map((text) => `<p>${escapeXml(text)}</p>`);
  return `<section epub:type="preface" role="doc-preface" aria-labelledby="before">
<h1 id="before">Before you read</h1>
<p class="lead">${escapeXml(header.summary)}</p>
${definitions(rows)}
${supplied.length === 0 ? '' : `<h2>What stands in [brackets] is supplied by this edition</h2>\n${definitions(supplied)}\n`}<h2>What it was transcribed from</h2>
${definitions(witnesses)}
${related.length === 0 ? '' : `<h2>Other editions and texts</h2>\n${related.join('\n')}\n`}<h2>How the marks are to be read</h2>
${definitions(marksOf(source))}
</section>`;
}

function groundsOf({ title, authors, container }: SourceHeader): [string, string][] {
  const of = (
    name: string,
    part: (Supplied & { note?: string | undefined }) | undefined,
  ): [string, string][] =>
    part?.['supplied-by'] === 'edition' ? [[name, part.note ?? 'Supplied by the edition.']] : [];
  return [
    ...of('Title', title),
    ...authors.flatMap((author): [string, string][] =>
      author['supplied-by'] === 'edition' ? [['Author', author.note ?? 'Supplied by the edition.']] : [],
    ),
    ...of('Volume', container.volume),
    ...of('Number', container.issue),
    ...of('Pages', container.pages),
  ];
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
  const alt = escapeXml(`Cover: ${words}`);
  const body = `<div class="cover" epub:type="cover"><img src="cover.png" alt="${alt}" role="doc-cover"/></div>`;
  return { file: 'cover.xhtml', title: 'Cover', language: EDITION_LANGUAGE, part: 'frontmatter', body };
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
<p>Release ${escapeXml(header.release)}</p>
</section>`;
}
