/** What a reader takes away of a place: its citation, and its words with their citation. */
import { escapeMarkup, fill, paragraphBlanks, withoutMarkup } from './citation.ts';
import type { Blanks, Format, Patterns, SourceCitations, Stretch, Style } from './citation.ts';

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
export function citeParagraphs(
  of: SourceCitations,
  from: string,
  to: string,
  words: string,
  stretch?: Stretch,
): Cited {
  return {
    patterns: from === to ? of.paragraph : of.range,
    blanks: paragraphBlanks(of, from, to, words, stretch),
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

/** From so many words on a style sets a quotation as a block, without quotation marks (MLA: four lines). */
const blockLengths: Record<ChosenStyle, number> = {
  'chicago-note': 100,
  'chicago-bibliography': 100,
  mla: 50,
  apa: 40,
};

/**
 * The words of a place with their citation, as the style sets them: long ones and several paragraphs
 * as a block, exactly as they stand; others in quotation marks.
 */
export function quotationCopy(cited: Cited, style: ChosenStyle): Copy {
  const words = cited.blanks.words ?? '';
  const citation = citationCopy(cited, style);
  const inText = style === 'mla' || style === 'apa' ? ` ${printCited(cited, `${style}-text`)}` : '';
  const isBlock = words.includes('\n') || words.split(/\s+/).length >= blockLengths[style];
  const shown = isBlock ? words : inQuotationMarks(words);
  const paragraphs = `${escapeMarkup(shown)}${inText}`
    .split(/\n+/)
    .map((one) => `<p>${one}</p>`)
    .join('');
  return {
    text: `${shown}${withoutMarkup(inText)}\n\n${citation.text}`,
    html: `${isBlock ? `<blockquote>${paragraphs}</blockquote>` : paragraphs}<p>${citation.html}</p>`,
  };
}

/**
 * Words in double quotation marks, those within them as single ones and double ones within these. A
 * mark whose fellow stands outside the words gets one, so that each that opens closes.
 */
export function inQuotationMarks(words: string): string {
  const open: ('double' | 'single')[] = [];
  let unopened = '';
  const turned = words.replace(/[“”‘’]/g, (mark, at: number) => {
    const [before, after] = [words[at - 1] ?? ' ', words[at + 1] ?? ' '];
    // Between letters every single mark is an apostrophe, also one that was turned wrongly.
    const isApostrophe = /\p{L}/u.test(before) && /\p{L}/u.test(after);
    if (mark === '“') {
      open.push('double');
      return open.length % 2 === 1 ? '‘' : '“';
    }
    if (mark === '”') {
      const isInner = open.length % 2 === 0 && open.length > 0;
      const at = open.lastIndexOf('double');
      if (at === -1) unopened += '‘';
      else open.splice(at);
      return isInner ? '”' : '’';
    }
    if (isApostrophe) return mark;
    if (mark === '‘' && /\p{L}|\p{N}/u.test(after)) {
      open.push('single');
      return open.length % 2 === 1 ? '‘' : '“';
    }
    if (mark === '’' && open.at(-1) === 'single') {
      const isInner = open.length % 2 === 0;
      open.pop();
      return isInner ? '”' : '’';
    }
    return mark;
  });
  const unclosed = open.map((_, index) => (index % 2 === 0 ? '’' : '”')).reverse();
  return `“${unopened}${turned}${unclosed.join('')}”`;
}
