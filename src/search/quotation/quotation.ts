/** Reads a quotation as somebody pastes it: which words are quoted, and what its quoter did to them. */
import { tokens, type Token } from '../../edition/normalise.ts';

/** A word of a quotation. Its place is in the input. */
export interface QuotedWord extends Token {
  /** Whether it stands in square brackets: the quoter’s own word, unless the text has it too. */
  isInserted: boolean;
  /** Whether an ellipsis stands between it and the word before it. */
  followsEllipsis: boolean;
}

export interface Quotation {
  input: string;
  /** The input, character by character in the same places, with blanks for what is nobody’s word: note calls, brackets, line ends within words. */
  reading: string;
  /** Where it ends in the input: before a citation, or where it is cut. */
  end: number;
  words: QuotedWord[];
  /** Whether words after `maximumWords` were left aside. */
  isCut: boolean;
  /** The citation after the quotation, if there is one. */
  citation: string;
}

/** Words of a quotation that are looked at. */
export const maximumWords = 10_000;
const maximumLength = 100 * maximumWords;

const inputCall = /\[\s*\p{Lu}?\d{1,3}\s*\]|[\u00B2\u00B3\u00B9\u2070\u2074-\u2079]+/gu;
const bracketInWord = /(?<=\p{L})\[\p{L}*\]|\[\p{L}+\](?=\p{L})/gu;
const lineEndInWord = /(?<=\p{L})[-\u2010\u00AD][ \t]*\r?\n[ \t]*(?=\p{Ll})/gu;
const ellipsis = /\[\s*(?:…|\.(?:\s?\.){2,3})\s*\]|…|\.(?:[ \u00A0]?\.){2,}/g;
const bracket = /\[[^[\]]*\]/g;

export function parseQuotation(input: string): Quotation {
  const reading = input
    .slice(0, maximumLength)
    .replace(inputCall, (call) => ' '.repeat(call.length))
    // Characters without width stand inside a word, so both halves make one word in its place.
    .replace(bracketInWord, (one) => one.replace(/[[\]]/g, '\u2060'))
    .replace(lineEndInWord, (one) => '\u2060'.repeat(one.length));
  const citationAt = startOfCitation(reading);
  const ellipses = [...reading.matchAll(ellipsis)].map(({ index }) => index);
  const brackets = [...reading.matchAll(bracket)].map(
    ({ 0: one, index }) => [index, index + one.length] as const,
  );

  const found = tokens(reading.slice(0, citationAt));
  let [nextEllipsis, nextBracket] = [0, 0];
  const words = found.slice(0, maximumWords).map((token): QuotedWord => {
    const from = nextEllipsis;
    while ((ellipses[nextEllipsis] ?? Infinity) < token.start) nextEllipsis += 1;
    while ((brackets[nextBracket]?.[1] ?? Infinity) <= token.start) nextBracket += 1;
    const isInserted = (brackets[nextBracket]?.[0] ?? Infinity) < token.start;
    return { ...token, isInserted, followsEllipsis: nextEllipsis > from };
  });
  if (words[0]) words[0].followsEllipsis = false;

  const isCut = found.length > maximumWords || input.length > maximumLength;
  return {
    input,
    reading,
    end: isCut ? (words.at(-1)?.end ?? 0) : citationAt,
    words,
    isCut,
    citation: input.slice(citationAt, maximumLength).trim(),
  };
}

/** `(James, par. 2)`, `([Strong], 1934, para. 12)`, `(James 1937, 285)`: a name and a number at the end. */
const inText =
  /\s*\(\s*\[?\p{Lu}[\p{L}.’' \]&-]{0,60}?,?\s{0,2}(?:\[?\d{4}[a-z]?\]?)?\s{0,2}[,:]?\s{0,2}(?:(?:pars?|paras?|pp?|nn?|ch|chap|notes?)\.?\s?|¶{1,2}\s?)?\d[\d–—, -]{0,12}\)[.”"’']*\s*$/u;
/** Whatever stands in parentheses before an entry of a bibliography. */
const beforeEntry = /\s*\([^()]{1,160}\)[.”"’']*\s*$/u;

/**
 * Where the citation begins that somebody set after a quotation: a last paragraph with an address, and
 * what names its place in parentheses; the end of the text if there is none.
 */
function startOfCitation(text: string): number {
  const last = [...text.trimEnd().matchAll(/\n[^\S\n]*\n/g)].at(-1)?.index;
  const hasWords = (end: number) => /[\p{L}\p{N}]/u.test(text.slice(0, end));
  const hasEntry = last !== undefined && /\bhttps?:\/\//i.test(text.slice(last)) && hasWords(last);
  const end = hasEntry ? last : text.length;
  // Long texts are looked at from near their end.
  const from = Math.max(0, end - 300);
  const place = (hasEntry ? beforeEntry : inText).exec(text.slice(from, end));
  return place && hasWords(from + place.index) ? from + place.index : end;
}
