import type { ParagraphKind } from '../../edition/model.ts';
import type { Doubt } from '../layout.ts';

/** A stretch of a block. `start` is inside it, `end` is not. */
interface Stretch {
  start: number;
  end: number;
}

/** A block of a file with marks (HTML, DOCX, Markdown, TEI), in the order of its words. */
export interface MarkedBlock {
  /** `note` is a paragraph of a note, `omitted` what is no part of the text. */
  kind: 'heading' | 'note' | 'omitted' | Exclude<ParagraphKind, 'table'>;
  /** Of a heading, as the file has it, from 1. */
  level: number;
  /** Its words with printed calls, white space collapsed; `\n` where a line ends. */
  words: string;
  spans: (Stretch & { type: 'emphasis' | 'strong' })[];
  /** Printed calls (nothing where the file prints none), and the note that each calls. */
  calls: (Stretch & { target: string })[];
  /** Raised marks that no link joins to a note. */
  raised: Stretch[];
  pages: { at: number; n: string }[];
  /** Readings that the file itself corrects. */
  readings: (Stretch & { reading: string | undefined; note: string | undefined })[];
  /** Where a line end divides a word, after its hyphen. */
  divided: number[];
  /** Of a note: what calls it, and the number that it has without printing it. */
  note: { id: string; mark: string | undefined } | undefined;
  /** Of an item of a numbered list: its number, which the file does not print. */
  ordinal: number | undefined;
  /** Why it is omitted. */
  why: string;
  doubts: Pick<Doubt, 'kind' | 'fact'>[];
}

/** A file with marks as it was read: every word of it is in one of the blocks. */
export interface MarkedDocument {
  blocks: MarkedBlock[];
  /** The level of a heading that, alone at the top, is the title of the text and no level of its divisions. */
  titleLevel: number | undefined;
  title: string | undefined;
  author: string | undefined;
  /** EDTF. */
  date: string | undefined;
  /** BCP 47. */
  language: string | undefined;
}

export function newBlock(kind: MarkedBlock['kind'], given: Partial<MarkedBlock> = {}): MarkedBlock {
  return {
    kind,
    level: 0,
    words: '',
    spans: [],
    calls: [],
    raised: [],
    pages: [],
    readings: [],
    divided: [],
    note: undefined,
    ordinal: undefined,
    why: '',
    doubts: [],
    ...given,
  };
}

/** A value of the header if the schema of `source.yaml` would take it. */
export function asDate(text: string | undefined): string | undefined {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d))?)?$/.exec(text?.trim() ?? '')?.[0];
}

export function asLanguage(text: string | undefined): string | undefined {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.exec(text?.trim() ?? '')?.[0];
}

export function asWords(text: string | null | undefined): string | undefined {
  const words = (text ?? '').replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}
