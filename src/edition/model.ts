/**
 * The text model. The words of every text are one plain string; all else (emphasis, note calls,
 * milestones, readings) stands off it by offset, in UTF-16 code units. So nothing that is added
 * to a text can change a word of it.
 */
import type { Apparatus, Decision, SicDecision } from '../schemas/apparatus.ts';
import type { ClaimRecord } from '../schemas/claim.ts';
import type { EditionHeader } from '../schemas/edition.ts';
import type { EntityKind } from '../schemas/entity-kinds.ts';
import type { EntityHeader } from '../schemas/entity.ts';
import type { FigureRecord } from '../schemas/figure.ts';
import type { EditionLedger, Ledger, LedgerRecord } from '../schemas/ledger.ts';
import type { NoteHeader } from '../schemas/note.ts';
import type { PageHeader } from '../schemas/page.ts';
import type { SourceHeader } from '../schemas/source.ts';
import type { TopicHeader } from '../schemas/topic.ts';
import type { DiagramHeader } from '../schemas/diagram.ts';
import type { Passage, Quotation } from './passages.ts';

/** Whose words: the source's author, its notes, or the notes of a transcriber or the editor. */
export type Hand = 'author' | NoteHand;
export type NoteHand = 'author-note' | 'transcriber-note' | 'editor-note';

/** A place in a file of `content/`; `line` and `column` count from 1. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** A stretch of the words with a property. `start` is inside it, `end` is not. */
export interface Span {
  start: number;
  end: number;
  mark:
    | { type: 'emphasis' }
    | { type: 'strong' }
    /** Editor's notes only. */
    | { type: 'link'; href: string }
    /** A reading that the apparatus speaks of. */
    | { type: 'reading'; reading: Reading };
}

/** Something that stands between two characters of the words. */
export type Point = { at: number } & (
  | { type: 'call'; label: string; note?: Note }
  | { type: 'milestone'; unit: 'page'; n: string; /** Address of an image of the page. */ facs?: string }
  /** A line end that counts, in verse; the words have `\n` right after it. */
  | { type: 'line-break' }
  /** So many words are left out here, since their rights do not allow them to be shown. */
  | { type: 'withheld'; count: number }
);

/** Words with what stands off them. Spans are in order of `start`, longer ones first; points of `at`. */
export interface Text {
  words: string;
  spans: Span[];
  points: Point[];
}

/** `prose` may be any paragraph; the other kinds are blocks that a reader can cite as one. */
export type ParagraphKind = 'prose' | 'quotation' | 'verse' | 'item' | 'table';

/** A citable block of a source. */
export interface Paragraph extends Text {
  /** The permanent anchor, e.g. `p12`. */
  anchor: string;
  /** The number that readers see, e.g. `12`: the anchor without its letter. */
  number: string;
  kind: ParagraphKind;
  place: Place;
}

/** A section of a source. */
export interface Division {
  /** The permanent anchor, e.g. `s2`. */
  anchor: string;
  /** Its place in the source, from 1. */
  order: number;
  level: number;
  /** Empty when the heading is not known. */
  heading: string;
  /** Whether the edition supplied the heading. */
  supplied: boolean;
  paragraphs: Paragraph[];
  place: Place;
}

/** A note in one hand, on a paragraph, on another note, or on the text as a whole. */
export interface Note {
  /** Permanent id within the source: `author-3`, `transcriber-2`, or the editor's slug. */
  id: string;
  hand: NoteHand;
  /** As calls name it, e.g. `transcriber:2`; `editor:kulak` for the editor's. */
  label: string;
  /** The mark that readers see: the printed number, or a letter for the editor's notes. */
  mark: string;
  sourceId: string;
  paragraphs: Text[];
  /** The paragraph of its call and the offset there; absent for a note on a note or on the whole. */
  at?: { anchor: string; offset: number };
  /** The words it stands on, for an editor's note on the text. */
  quote?: { start: number; end: number; words: string };
  /** Label of the note it replies to. */
  on?: string;
  replies: Note[];
  /** The front matter, for an editor's note. */
  header?: NoteHeader;
  place: Place;
}

/** A reading that is kept and marked. */
export interface Reading {
  /** Its id on the page, e.g. `reading-4`. */
  id: string;
  anchor: string;
  start: number;
  end: number;
  decision: SicDecision;
}

/** An anchor that no longer marks a paragraph. */
export interface RetiredAnchor {
  anchor: string;
  record: LedgerRecord;
}

/** One readable document with everything that stands around it. */
export interface Source {
  id: string;
  header: SourceHeader;
  divisions: Division[];
  /** Every paragraph, in order. */
  paragraphs: Paragraph[];
  /** Notes that came with the witness, in order of their numbers. */
  witnessNotes: Note[];
  /** The editor's notes: those on the text in its order, then the replies. */
  editorNotes: Note[];
  apparatus: Apparatus;
  readings: Reading[];
  retired: RetiredAnchor[];
  ledger: Ledger;
}

/** A record of `bibliography.json`, in CSL-JSON. */
export interface Work {
  id: string;
  type: string;
  title: string;
  author?: { family?: string; given?: string; literal?: string }[];
  editor?: { family?: string; given?: string; literal?: string }[];
  issued?: { 'date-parts': number[][] };
  'container-title'?: string;
  publisher?: string;
  'publisher-place'?: string;
  volume?: string;
  issue?: string;
  page?: string;
  URL?: string;
  note?: string;
}

/** A person, place, organisation, term or event that readers may look for by another name than the texts use. */
export interface Entity extends EntityHeader {
  kind: EntityKind;
  /** Permanent id, unique within its kind. */
  id: string;
  place: Place;
}

/** A point of a topic, and what the sources say on it. */
export interface TopicRow {
  point: string;
  sides: { source: Source; passages: (Passage | Quotation)[] }[];
}

/** A question on which sources are set side by side. */
export interface Topic {
  id: string;
  header: TopicHeader;
  /** The editor's words. */
  introduction: Text[];
  /** What each source says, in the editor's words and in the order of the edition. */
  summaries: { source: Source; text: string }[];
  rows: TopicRow[];
  /** Questions for a class. */
  prompts: { question: string; passages: Passage[] }[];
  place: Place;
}

/** A figure that a source states, with the words that state it. */
export interface Claim extends Omit<ClaimRecord, 'note'> {
  source: Source;
  paragraph: Paragraph;
  /** Offsets of its words in the paragraph. */
  start: number;
  end: number;
  /** The editor's note that checks it. */
  note: Note | undefined;
  place: Place;
}

export type SeriesRecord = FigureRecord['series'][number];

/** One value of a drawing, with the claims it rests on. */
export interface FigureValue extends Omit<SeriesRecord['values'][number], 'claims'> {
  claims: Claim[];
}

/** Values of one drawing that are one hand's. */
export interface FigureSeries extends Omit<SeriesRecord, 'source' | 'values'> {
  /** Absent for figures that no source of the edition states. */
  source: Source | undefined;
  values: FigureValue[];
}

/** A drawing of figures. */
export interface Figure extends Omit<FigureRecord, 'series' | 'see'> {
  /** Permanent id. */
  id: string;
  series: FigureSeries[];
  see: { source: Source; paragraph: Paragraph }[];
  place: Place;
}

/** What one text describes, as nodes and what passes between them; each rests on passages of that text. */
export interface Diagram extends Pick<DiagramHeader, 'title' | 'description' | 'direction'> {
  /** Permanent id: its address. */
  id: string;
  source: Source;
  nodes: DiagramNode[];
  edges: DiagramEdge[];
  place: Place;
}

export interface DiagramNode extends Omit<DiagramHeader['nodes'][number], 'at'> {
  /** At least one of them quoted. */
  at: (Passage | Quotation)[];
}

export interface DiagramEdge extends Omit<DiagramHeader['edges'][number], 'at'> {
  /** At least one of them quoted. */
  at: (Passage | Quotation)[];
}

/** A page of the edition's own prose; its words are drawn from its file. */
export interface ProsePage {
  /** Its address is made of it. */
  id: string;
  title: string;
  /** Its paragraphs that say what they rest on, in their order. */
  statements: {
    /** Its id on the page. */
    id: string | undefined;
    /** By its heading: `The famine`, `The famine, paragraph 2`. */
    name: string;
    references: PageHeader['references'][string]['works'];
  }[];
}

export interface Edition {
  header: EditionHeader;
  /** In the order of the edition. */
  sources: Source[];
  /** By id. */
  works: Map<string, Work>;
  /** By kind (people, places, organisations, terms, events), then by sort name. */
  entities: Entity[];
  /** In their order. */
  topics: Topic[];
  /** Figures that the sources state: by source, then in the order of the texts. */
  claims: Claim[];
  /** Drawings of figures, in the order of the first place of the texts to read with each. */
  figures: Figure[];
  /** In the order of their sources. */
  diagrams: Diagram[];
  /** The pages of the edition's own prose, by id. */
  pages: ProsePage[];
  /** The addresses of sources ever published. */
  ledger: EditionLedger;
}

/** What stands around every text, and does not change with the words of one. */
export type Frame = Pick<Edition, 'header' | 'works' | 'entities'>;

export type { Decision, NoteHeader, SourceHeader };
