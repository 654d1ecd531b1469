/** A source as the book template reads it. */
import { asSupplied, headingOf, numbersOf, titleOf } from '../../edition/labels.ts';
import type { Division, Edition, Note, NoteHeader, Paragraph, Reading, Source } from '../../edition/model.ts';
import {
  boxRows,
  containerOf,
  handsOf,
  headGrounds,
  suppliedParts,
  kindOfSource,
  rightsByHand,
  rightsStatement,
  shownRows,
} from '../../edition/source-head.ts';
import { sourcePath, witnessPath } from '../../routes.ts';
import { documentData, languageOf, releaseLine, type DocumentData, type Language } from './document.ts';
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
  isSupplied: boolean;
  /** On what ground its head says what it says. */
  grounds: { what: string; note: string }[];
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

interface ReadingData {
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
    document: documentData(header, {
      title: data.title,
      authors: data.authors.map(({ name }) => name),
      description: source.header.summary,
      keywords: [source.header.short, header.title],
      language: data.language,
    }),
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
  const container = containerOf(source);
  const note = (one: Note) => noteData(one, edition, { site }, workLabel);
  const whole = [...source.witnessNotes, ...source.editorNotes].filter(
    ({ at, on }) => at === undefined && on === undefined,
  );
  return {
    label: `source-${source.id}`,
    language: languageOf(header.language),
    short: header.short,
    over: kindOfSource(source),
    title: titleOf(source),
    authors: header.authors.map((author) => ({
      name: asSupplied(author.name, author['supplied-by']),
      isAttributed: author.certainty === 'attributed',
    })),
    container: [{ kind: 'emphasis', inner: [container.title] }, container.rest],
    citation: inlineCitation(citation(source)),
    address: fullAddress(sourcePath(source.id), site),
    before: [...shownRows(source), ...boxRows(source)].map(([term, text]) => ({ term, text })),
    divisions: source.divisions.map((division) => divisionData(division, source, site, note)),
    wholeNotes: whole.map(note),
    readings: source.readings.map((reading) => readingData(source, reading)),
    hands: handsOf(source),
    isSupplied: suppliedParts(source).length > 0,
    grounds: headGrounds(source),
    witnesses: header.witnesses.map(({ siglum, description }) => ({ siglum, description })),
    witnessAddress: fullAddress(witnessPath(source.id), site),
    rights: rightsByHand(source).map((rights) => ({
      whose: rights.whose,
      statement: rightsStatement(rights),
      basis: rights.basis,
    })),
  };
}

function divisionData(
  division: Division,
  source: Source,
  site: URL,
  note: (one: Note) => NoteData,
): DivisionData {
  const { paragraphs } = division;
  return {
    label: paragraphLabel(source.id, division.anchor || `division-${String(division.order)}`),
    heading: division.anchor === '' ? '' : headingOf(division),
    begins: beginsWith(paragraphs[0]?.words ?? ''),
    range: `¶ ${numbersOf(paragraphs)}`,
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

function beginsWith(words: string): string {
  return words && `${words.split(/\s+/).slice(0, 5).join(' ').slice(0, 44)} …`;
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
