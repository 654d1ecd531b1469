/** What a reader asks for: words, phrases, beginnings, words near each other, and what must not be there. */
import { tokens } from '../edition/normalise.ts';

/** One way to answer a term. */
export interface Unit {
  /** A word in any form, the beginning of a word, words that follow one another, words that stand close. */
  kind: 'word' | 'prefix' | 'phrase' | 'near';
  words: string[];
  /** Words that may stand between the first and the last, for `near`. */
  distance: number;
  /** Whether it is not what was typed but another spelling or name of it. */
  isVariant: boolean;
  /** Whether such a variant is another form of the word: `wrote` of `write`. */
  isForm?: true;
  /** Whether such a variant is another name, which is looked for as it is, or with an `s`. */
  isName?: true;
  /** Where alone it has this meaning: `strong-1934#p3`; everywhere if undefined. */
  places?: readonly string[];
}

/** A part of a query; any of its units answers it. */
export interface Term {
  units: Unit[];
  isExcluded: boolean;
}

export interface Query {
  /** Its text, as far as it counts. */
  text: string;
  /** All must be answered, but for those that are excluded. */
  terms: Term[];
  /** The words that were typed and are looked for, in their order. */
  all: string[];
  /** Whether only what was typed counts: no other form, spelling or name. */
  isExact: boolean;
  /** Whether the text was longer than `maximumLength`. */
  isCut: boolean;
}

/** Characters of a query that count: a long sentence, pasted. */
export const maximumLength = 500;
/** Words that may stand between words that are near each other, where the query names no number. */
const usualDistance = 10;
const maximumDistance = 100;

/**
 * `kulak farm` all words, `"collective farm"` a phrase, `"party masses"~10` near each other,
 * `collectiv*` a beginning, `soviet OR council` any, `-party` or `NOT party` without.
 */
export function parseQuery(input: string, { isExact = false } = {}): Query {
  const whole = input.trim();
  const text = whole.slice(0, maximumLength);
  const reader = new Reader();
  for (const { part, isPhrase } of splitAtQuotes(text)) {
    if (isPhrase) reader.quoted(part);
    else reader.plain(part);
  }
  const terms = reader.terms.filter(({ units }) => units.length > 0);
  const all = terms
    .filter(({ isExcluded }) => !isExcluded)
    .flatMap(({ units }) => units.flatMap(({ words }) => words));
  return { text, terms, all, isExact, isCut: whole.length > maximumLength };
}

/** Makes terms of the parts of a query, one after the other. */
class Reader {
  readonly terms: Term[] = [];
  #isOr = false;
  #isNot = false;

  quoted(part: string) {
    const words = wordsOf(part);
    if (words.length > 0) this.#add({ kind: 'phrase', words, distance: 0, isVariant: false });
  }

  plain(part: string) {
    const near = /^~(\d{0,3})(?!\p{L}|\p{N})/u.exec(part);
    const isNear = near !== null && this.#setNear(near[1] ?? '');
    for (const piece of part.slice(isNear ? near[0].length : 0).split(/\s+/)) this.#piece(piece);
  }

  #piece(piece: string) {
    if (piece === 'OR' || piece === '|') this.#isOr = this.terms.length > 0;
    else if (piece === 'NOT' || piece === '-') this.#isNot = true;
    else if (piece !== 'AND') {
      if (/^[-–][\p{L}\p{N}]/u.test(piece)) this.#isNot = true;
      const words = wordsOf(piece);
      const last = words.length - 1;
      for (const [index, word] of words.entries()) {
        const isPrefix = index === last && word.length > 1 && /[\p{L}\p{N}]\*+$/u.test(piece);
        this.#add(
          { kind: isPrefix ? 'prefix' : 'word', words: [word], distance: 0, isVariant: false },
          index > 0,
        );
      }
    }
  }

  /** Words of one piece, as in `far-Eastern`, share what stood before the first. */
  #add(unit: Unit, isSamePiece = false) {
    const last = this.terms.at(-1);
    if (isSamePiece && last) this.terms.push({ units: [unit], isExcluded: last.isExcluded });
    else if (this.#isOr && last) last.units.push(unit);
    else this.terms.push({ units: [unit], isExcluded: this.#isNot });
    this.#isOr = false;
    this.#isNot = false;
  }

  /** Whether the last term is a phrase whose words can be near each other. */
  #setNear(number: string): boolean {
    const unit = this.terms.at(-1)?.units.at(-1);
    if (unit?.kind !== 'phrase' || unit.words.length < 2) return false;
    unit.kind = 'near';
    unit.distance = Math.min(maximumDistance, number === '' ? usualDistance : Number(number));
    return true;
  }
}

function wordsOf(text: string): string[] {
  return tokens(text).map(({ token }) => token);
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
