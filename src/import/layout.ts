import type { ParagraphKind } from '../edition/model.ts';

/** Something that a person should look at; `line` counts from 1 in the witness. */
export interface Doubt {
  line: number;
  kind: 'paragraph' | 'hyphen' | 'call' | 'note' | 'stray' | 'heading' | 'page' | 'character' | 'mark';
  fact: string;
}

/** A line of the witness; `text` is without white space at its ends. */
export interface SourceLine {
  number: number;
  raw: string;
  text: string;
  /** Columns of white space before the text. */
  indent: number;
}

/** A heading or a paragraph, as the lines of the witness that make it. */
export interface LaidBlock {
  kind: 'heading' | ParagraphKind;
  level: number;
  lines: number[];
}

/** A note that stands at lines of the witness, with its printed number. */
export interface LaidNote {
  /** What the witness prints for its number: `3`, `*`. */
  mark: string;
  /** The number with all that is printed around it, as it begins the first line: `[3]`, `3.`. */
  printed: string;
  from: number;
  to: number;
  /** Its further lines, where it goes on at the foot of the next page. */
  more?: { from: number; to: number }[];
  /** The lines between which its call is sought. */
  scope: [number, number];
}

/** What an importer found in the lines of a witness: every line with words is in exactly one part. */
export interface Layout {
  lines: 'wrapped' | 'paragraph';
  paragraphEnd: 'two-spaces' | 'not-shown';
  pages: { n: string; line: number }[];
  blocks: LaidBlock[];
  notes: LaidNote[];
  omitted: { from: number; to: number; note: string }[];
  /** Line ends that were judged; `line` is the last line before. */
  boundaries: { line: number; reading: 'paragraph' | 'none'; note: string; inside?: number }[];
  doubts: Doubt[];
}

export function readLines(text: string): SourceLine[] {
  return text.split('\n').map((raw, index) => {
    const body = raw.replace(/[\r\f\v]/g, '');
    const indent = /^[ \t\u00a0\ufeff]*/.exec(body)?.[0].replace('\ufeff', '').length ?? 0;
    return { number: index + 1, raw, text: raw.trim(), indent };
  });
}

/** Every line of a note, in order. */
export function linesOfNote({ from, to, more = [] }: Pick<LaidNote, 'from' | 'to' | 'more'>): number[] {
  return [{ from, to }, ...more].flatMap((part) =>
    Array.from({ length: part.to - part.from + 1 }, (_, i) => part.from + i),
  );
}

/** Whether words end as sentences do, marks of quotation and note calls apart. */
export function endsSentence(text: string): boolean {
  return /[.!?…:](?:["”’'»)\]]|\s?\[?[\d*†‡¹²³⁰-⁹]{1,3}\]?|\s?\[[A-Za-z]\])*$/u.test(text);
}

/** The value below which the share `share` of the values lies. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function mostFrequent(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Whether lines are wrapped: many end within a sentence. Otherwise each line is a paragraph. */
export function areWrapped(lines: SourceLine[]): boolean {
  const long = lines.filter(({ text }) => text.length >= 30);
  if (
    quantile(
      long.map(({ text }) => text.length),
      0.9,
    ) > 200
  )
    return false;
  return long.filter(({ text }) => !endsSentence(text)).length > long.length * 0.35;
}

export const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `¹²` as `12`. */
export function plainDigits(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
}

const NUMBER =
  /^(?:\[?(?:foot|end)note (\d{1,3}|[A-Z]|\*{1,3}):|\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)]?(?=\s)|([⁰¹²³⁴-⁹]{1,3})|\[?(\*{1,3}|[†‡§]{1,2})\]?)\s*(?=\S)/i;

/** The number that a line begins with, if it could be a note’s. */
export function noteNumber(text: string): { mark: string; printed: string } | undefined {
  const match = SEPARATOR.test(text) ? null : NUMBER.exec(text);
  const mark = match?.slice(1).find((group) => group !== undefined);
  return match && mark !== undefined ? { mark: plainDigits(mark), printed: match[0].trim() } : undefined;
}

/** What lines of a web page around its text begin with. */
export const FURNITURE =
  /^(?:last (?:updated|modified)|back to|top of|return to|contents?$|contents? \||next\b|previous\b|home\b|\[?edit\]?$|©|copyright|all rights reserved)/i;

export const NOTES_HEADING =
  /^(?:(?:foot|end)?notes(?: and references| et références)?|references|anmerkungen|fu(?:ß|ss)noten|примечания)[:.]?$/i;

/** A line that begins a note and says so: `[Footnote 1: `. */
export const NAMED_NOTE = /^\[?(?:foot|end)note (?:\d{1,3}|[A-Z]|\*{1,3}):/i;

const SEPARATOR = /^(?:(?:[*#~•⁂]\s*){3,}|[*⁂]|(?:[-–—_=]\s*){3,})$/;

/** Takes rows of asterisks and the like out of the lines of a text; the lines after them begin divisions. */
export function takeSeparators(body: SourceLine[]): {
  body: SourceLine[];
  begins: Set<number>;
  omitted: Layout['omitted'];
  doubts: Doubt[];
} {
  const isDivided = (i: number) =>
    /[\p{L}\p{N}][-‐¬\u00ad]$/u.test(
      body.slice(0, i).findLast(({ text }) => !SEPARATOR.test(text))?.text ?? '',
    );
  // A word that goes on below a row of signs is not divided by it.
  const found = body.filter(
    ({ text }, i) => SEPARATOR.test(text) && i > 0 && i < body.length - 1 && !isDivided(i),
  );
  const next = (line: SourceLine) =>
    body.find(({ number, text }) => number > line.number && !SEPARATOR.test(text));
  return {
    body: body.filter((line) => !found.includes(line)),
    begins: new Set(found.flatMap((line) => next(line)?.number ?? [])),
    omitted: found.map(({ number }) => ({
      from: number,
      to: number,
      note: 'A row of signs between two parts.',
    })),
    doubts: found.map(({ number }) => ({
      line: number,
      kind: 'heading',
      fact: 'A row of signs: taken as the beginning of a division whose heading is not known.',
    })),
  };
}
