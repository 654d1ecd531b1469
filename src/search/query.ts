/** What a reader asks for: words, and phrases in quotation marks. */
import { tokens } from '../edition/normalise.ts';

export interface Query {
  /** Its text, as far as it counts. */
  text: string;
  /** Words that must all occur, literally or in another form. */
  words: string[];
  /** Phrases that must all occur, word for word. */
  phrases: string[][];
  /** Every word in its order, those of phrases too. */
  all: string[];
  /** Whether the text was longer than `maximumLength`. */
  isCut: boolean;
}

/** Characters of a query that count: a long sentence, pasted. */
export const maximumLength = 500;

export function parseQuery(input: string): Query {
  const whole = input.trim();
  const text = whole.slice(0, maximumLength);
  const words: string[] = [];
  const phrases: string[][] = [];
  for (const { part, isPhrase } of splitAtQuotes(text)) {
    const found = tokens(part).map(({ token }) => token);
    if (!isPhrase) words.push(...found);
    else if (found.length > 0) phrases.push(found);
  }
  return {
    text,
    words,
    phrases,
    all: tokens(text).map(({ token }) => token),
    isCut: whole.length > maximumLength,
  };
}

interface Part {
  part: string;
  isPhrase: boolean;
}

const closers: Record<string, string> = {
  '"': '"',
  '“': '”',
  '„': '”“',
  '«': '»',
  '»': '«',
  '”': '”',
  '‟': '”',
  '＂': '＂',
};
const marks = /["“”„«»‟＂]/g;

/**
 * Divides a query into what stands in quotation marks and what does not. A phrase copied from a text
 * may hold quotation marks of its own, of the same kind too, so whether a mark opens or closes is
 * read from what stands beside it.
 */
function splitAtQuotes(text: string): Part[] {
  const parts: Part[] = [];
  const open: string[] = [];
  let start = 0;
  const cut = (end: number, isPhrase: boolean) => {
    parts.push({ part: text.slice(start, end), isPhrase });
    start = end + 1;
  };
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const rest = text.slice(index + 1);
    const closes = open.findLastIndex((opener) => closers[opener]?.includes(mark));
    if (opens(mark, text.slice(0, index), rest, closes !== -1)) {
      if (open.length === 0) cut(index, false);
      open.push(mark);
    } else if (closes !== -1) {
      open.splice(closes);
      if (open.length === 0) cut(index, true);
    } else if (
      open.length > 0 &&
      !closers[open[0] ?? '']?.split('').some((closer) => rest.includes(closer))
    ) {
      // The kinds do not fit, but no fitting mark follows.
      open.length = 0;
      cut(index, true);
    } else if (
      open.length === 0 &&
      rest === '' &&
      parts[0]?.part === '' &&
      parts.length > 1 &&
      /\S$/.test(text.slice(0, index))
    ) {
      // “another Hitler!” It” in quotation marks: the first closing mark belonged to the phrase.
      return [{ part: text, isPhrase: true }];
    }
  }
  cut(text.length, open.length > 0);
  return parts;
}

function opens(mark: string, before: string, after: string, mayClose: boolean): boolean {
  if (mark === '„' || mark === '‟') return true;
  const opensByShape =
    (/(?:^|\s)$/.test(before) && /^\S/.test(after)) ||
    (/[([{–—"“„«»-]$/.test(before) && /^[\p{L}\p{N}]/u.test(after));
  return opensByShape || (!mayClose && (mark === '“' || mark === '«'));
}
