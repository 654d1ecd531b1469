/** What a reader takes away of a place: its citation, and its words with their citation. */
import { escapeMarkup, fill, paragraphBlanks, withoutMarkup } from './citation.ts';
import type { Blanks, Format, Patterns, SourceCitations, Style } from './citation.ts';

/** A place with all that its citations need. */
export interface Cited {
  patterns: Patterns;
  blanks: Blanks;
}

/** What `json` among the formats holds. */
export interface CitedRecord {
  source: string;
  /** As readers cite the source: `Strong 1934`. */
  short: string;
  /** Whose words, as readers are told. */
  hand: string;
  note?: string;
  /** `p12` or `p9-p11`. */
  place?: string;
  words?: string;
  citation: string;
  address: string;
  release: string;
}

/** The styles that readers choose from, as they are called. */
export const STYLE_NAMES = [
  ['chicago-note', 'Chicago, note'],
  ['chicago-bibliography', 'Chicago, bibliography'],
  ['mla', 'MLA'],
  ['apa', 'APA'],
] as const satisfies [Style, string][];

export type ChosenStyle = (typeof STYLE_NAMES)[number][0];

/** The same in two forms, for programs that take formatted text and for those that do not. */
export interface Copy {
  text: string;
  html: string;
}

export function citeSource({ source }: SourceCitations): Cited {
  return { patterns: source, blanks: {} };
}

/** Paragraphs, the first and the last by number, in the order of the text. */
export function citeParagraphs(of: SourceCitations, from: string, to: string, words: string): Cited {
  return {
    patterns: from === to ? of.paragraph : of.range,
    blanks: paragraphBlanks(of, from, to, words),
  };
}

/** Undefined when the source has no note with this id. */
export function citeNote({ list, notes }: SourceCitations, id: string, words: string): Cited | undefined {
  const [, key = '', name = ''] = list.find(([one]) => one === id) ?? [];
  const patterns = notes[key];
  return patterns && { patterns, blanks: { id, n: name, title: name, words } };
}

/** A place in one format. */
export function printCited({ patterns, blanks }: Cited, format: Format): string {
  return fill(patterns, format, blanks);
}

export function recordOf(cited: Cited): CitedRecord {
  return JSON.parse(printCited(cited, 'json')) as CitedRecord;
}

export function citationCopy(cited: Cited, style: ChosenStyle): Copy {
  const html = printCited(cited, style);
  return { text: withoutMarkup(html), html };
}

/**
 * The words of a place with their citation. Whole paragraphs and notes stand as a block, without
 * quotation marks and exactly as in the text; a stretch of words stands in quotation marks, double
 * ones within it as single ones, as all the styles ask. Where it has single ones already, they
 * cannot be told from apostrophes, and it stands as a block.
 */
export function quotationCopy(cited: Cited, style: ChosenStyle, isBlock: boolean): Copy {
  const words = cited.blanks.words ?? '';
  const citation = citationCopy(cited, style);
  const inText = style === 'mla' || style === 'apa' ? ` ${printCited(cited, `${style}-text`)}` : '';
  const isSet = isBlock || words.includes('‘');
  const turned = words.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’'));
  const shown = isSet ? words : `“${turned}”`;
  const paragraphs = `${escapeMarkup(shown)}${inText}`
    .split(/\n+/)
    .map((one) => `<p>${one}</p>`)
    .join('');
  return {
    text: `${shown}${withoutMarkup(inText)}\n\n${citation.text}`,
    html: `${isSet ? `<blockquote>${paragraphs}</blockquote>` : paragraphs}<p>${citation.html}</p>`,
  };
}
