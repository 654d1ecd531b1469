/** A source as the book template reads it. */
import { asSupplied, dateInWords, headingOf, titleOf } from '../../edition/labels.ts';
import type { Division, Edition, Note, NoteHeader, Paragraph, Reading, Source } from '../../edition/model.ts';
import { sourcePath, witnessPath } from '../../routes.ts';
import { dateParts, languageOf, releaseLine, type DocumentData, type Language } from './document.ts';
import { fullAddress, inlineCitation, inlineText, paragraphAddress, type Inline } from './inline.ts';
import { noteData, type NoteData } from './notes.ts';
import { workLine, worksNamed, type LabelOf } from './references.ts';

export interface SourceData {
  label: string;
  language: Language;
  short: string;
  /** What kind of text it is, and when it appeared. */
  over: string;
  /** In brackets where supplied, as all below. */
  title: string;
  authors: { name: string; isAttributed: boolean }[];
  container: Inline[];
  citation: Inline[];
  address: string;
  /** Who wrote it, when, for whom … */
  before: { term: string; text: string }[];
  divisions: DivisionData[];
  /** Notes without a call: on the text as a whole. */
  wholeNotes: NoteData[];
  readings: ReadingData[];
  /** Whose words there are, in the order of the hands, each with a line on them. */
  hands: { who: string; text: string }[];
  supplied: { what: string; note: string }[];
  witnesses: { siglum: string; description: string }[];
  witnessAddress: string;
  rights: { whose: string; statement: string; basis: string }[];
}

export interface DivisionData {
  label: string;
  heading: string;
  /** The first words, for the table of contents; a heading may be a number only. */
  begins: string;
  range: string;
  paragraphs: ParagraphData[];
}

export interface ParagraphData {
  label: string;
  number: string;
  address: string;
  kind: Paragraph['kind'];
  words: Inline[];
}

export interface ReadingData {
  id: string;
  /** Where it stands, in words, and the label of its paragraph; empty where it stands in a note. */
  place: string;
  lemma: string;
  reading: string;
  note: string;
}

/** What every book has. */
export interface BookData {
  document: DocumentData;
  releaseLine: string;
  sources: SourceData[];
  works: { label: string; line: Inline[] }[];
}

/** What a maker needs besides the edition. */
export interface Making {
  site: URL;
  /** The citation of a source in the Chicago style, as HTML. */
  citation: (source: Source) => string;
}

export const workLabel: LabelOf = (id) => `work-${id}`;

/** The whole of a source, for a book of its own. */
export function sourceBook(edition: Edition, source: Source, making: Making): BookData {
  const { header } = edition;
  const data = sourceData(edition, source, making);
  return {
    document: {
      title: data.title,
      authors: data.authors.map(({ name }) => name),
      description: source.header.summary,
      keywords: [source.header.short, header.title],
      language: data.language,
      date: dateParts(header),
      edition: header.title,
      subtitle: header.subtitle,
      release: header.release,
    },
    releaseLine: releaseLine(header),
    sources: [data],
    works: worksOf(edition, notesHeaders([source])),
  };
}

/** The works that some statements rest on, as a list. */
export function worksOf({ works }: Edition, statements: Parameters<typeof worksNamed>[0]): BookData['works'] {
  return worksNamed(statements, works).map(({ id, work }) => ({
    label: workLabel(id),
    line: workLine(work),
  }));
}

/** What the editor's notes on some sources rest on. */
export function notesHeaders(sources: readonly Source[]): NoteHeader[] {
  return sources.flatMap(({ editorNotes }) => editorNotes.flatMap(({ header }) => header ?? []));
}

export function sourceData(edition: Edition, source: Source, { site, citation }: Making): SourceData {
  const { header } = source;
  const note = (one: Note) => noteData(one, edition, { site }, workLabel);
  const whole = [...source.witnessNotes, ...source.editorNotes].filter(
    ({ at, on }) => at === undefined && on === undefined,
  );
  return {
    label: `source-${source.id}`,
    language: languageOf(header.language),
    short: header.short,
    over: `${header.type === 'chapter' ? `Chapter ${header.container.chapter ?? ''} of a book` : kindName(header.type)}, ${dateInWords(header.date)}`,
    title: titleOf(source),
    authors: header.authors.map((author) => ({
      name: asSupplied(author.name, author['supplied-by']),
      isAttributed: author.certainty === 'attributed',
    })),
    container: containerLine(source),
    citation: inlineCitation(citation(source)),
    address: fullAddress(sourcePath(source.id), site),
    before: [
      { term: 'Who wrote it', text: header.box.who },
      { term: 'When', text: header.box.when },
      { term: 'For whom', text: header.box['for-whom'] },
      { term: 'With what interest', text: header.box.interest },
      { term: 'Whose notes', text: header.box['whose-notes'] },
      { term: 'How far to trust it', text: header.box.trust },
    ],
    divisions: source.divisions.map((division) => divisionData(division, source, site, note)),
    wholeNotes: whole.map(note),
    readings: source.readings.map((reading) => readingData(source, reading)),
    hands: handsOf(source),
    supplied: suppliedParts(source),
    witnesses: header.witnesses.map(({ siglum, description }) => ({ siglum, description })),
    witnessAddress: fullAddress(witnessPath(source.id), site),
    rights: header.rights.map(({ hand, term, statement, basis }) => ({
      whose: RIGHTS_HANDS[hand],
      statement: `${term} ${statement}`,
      basis,
    })),
  };
}

const RIGHTS_HANDS = {
  author: 'The author’s words',
  transcriber: 'The transcriber’s notes',
  editor: 'The editor’s notes',
} as const;

function kindName(type: Source['header']['type']): string {
  const names: Partial<Record<typeof type, string>> = {
    'article-magazine': 'Magazine article',
    'article-journal': 'Journal article',
    'article-newspaper': 'Newspaper article',
  };
  return names[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}

function divisionData(
  division: Division,
  source: Source,
  site: URL,
  note: (one: Note) => NoteData,
): DivisionData {
  const { paragraphs } = division;
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  return {
    label: paragraphLabel(source.id, division.anchor || `division-${String(division.order)}`),
    heading: division.anchor === '' ? '' : headingOf(division),
    begins: `${(first?.words ?? '').split(/\s+/).slice(0, 5).join(' ').slice(0, 44)} …`,
    range: first === last ? `¶ ${first?.number ?? ''}` : `¶ ${first?.number ?? ''}–${last?.number ?? ''}`,
    paragraphs: paragraphs.map((paragraph) => ({
      label: paragraphLabel(source.id, paragraph.anchor),
      number: paragraph.number,
      address: paragraphAddress(source.id, paragraph.anchor, site),
      kind: paragraph.kind,
      words: inlineText(paragraph, {
        site,
        note,
        reading: (id) => readingLabel(source.id, id),
        breaks: true,
      }),
    })),
  };
}

/** The label of a paragraph or section within a document. */
export function paragraphLabel(sourceId: string, anchor: string): string {
  return `${sourceId}.${anchor}`;
}

function readingLabel(sourceId: string, id: string): string {
  return `${sourceId}.${id}`;
}

function readingData(source: Source, { id, decision }: Reading): ReadingData {
  const { at, lemma, reading = '', note = '' } = decision;
  const isNote = at.includes(':');
  return {
    id: readingLabel(source.id, id),
    place: isNote ? noteLine(at) : `¶ ${at.slice(1)}`,
    lemma,
    reading,
    note,
  };
}

/** `transcriber’s note 2` for `transcriber:2`. */
function noteLine(label: string): string {
  const [whose = '', mark = ''] = label.split(':');
  return `${whose}’s note ${mark}`;
}

function containerLine({ header }: Source): Inline[] {
  const { title, volume, issue, chapter, place, publisher, pages } = header.container;
  const supplied = (part: { text: string; 'supplied-by': 'witness' | 'edition' }) =>
    asSupplied(part.text, part['supplied-by']);
  const imprint = [place, publisher].filter(Boolean).join(': ');
  return [
    { kind: 'emphasis', inner: [title] },
    [
      volume && `, vol. ${supplied(volume)}`,
      issue && `, no. ${supplied(issue)}`,
      chapter && `, chapter ${chapter}`,
      imprint && ` (${imprint}, ${dateInWords(header.date)})`,
      pages && `, pp. ${supplied(pages)}`,
    ]
      .filter(Boolean)
      .join(''),
  ];
}

function suppliedParts({ header: { title, authors, container } }: Source): SourceData['supplied'] {
  const parts = [
    { what: 'Title', part: title },
    ...authors.map((part) => ({ what: 'Author', part })),
    { what: 'Volume', part: container.volume },
    { what: 'Number', part: container.issue },
    { what: 'Pages', part: container.pages },
  ];
  return parts.flatMap(({ what, part }) => {
    if (!part?.note) return [];
    return part['supplied-by'] === 'edition' || what === 'Pages' ? [{ what, note: part.note }] : [];
  });
}

function handsOf({ header: { hands } }: Source): SourceData['hands'] {
  return (
    [
      ['Author’s notes', hands['author-note']],
      ['Transcriber’s notes', hands['transcriber-note']],
      ['Editor’s notes', hands['editor-note']],
    ] as const
  ).flatMap(([who, text]) => (text === undefined ? [] : [{ who, text }]));
}
