/** The part of an address that names words: `2026.1.5-12.0a1b2c3d4e5f`. */
export interface QuotedWords {
  /** The release whose words they are. */
  release: string;
  /** The first and the last word, counted from 1 in the paragraph or range that the address names. */
  first: number;
  last: number;
  /** The first 12 hexadecimal digits of the SHA-256 of the words with what stands between them, white space as one space. */
  hash: string;
}

export function printQuotedWords({ release, first, last, hash }: QuotedWords): string {
  return `${release}.${String(first)}-${String(last)}.${hash}`;
}

/** Undefined where the value is not of this form. */
export function parseQuotedWords(value: string): QuotedWords | undefined {
  const match = /^(\d{4}\.\d{1,4})\.(\d{1,6})-(\d{1,6})\.([0-9a-f]{12})$/.exec(value);
  if (!match) return undefined;
  const [, release = '', first = '', last = '', hash = ''] = match;
  if (Number(first) < 1 || Number(last) < Number(first)) return undefined;
  return { release, first: Number(first), last: Number(last), hash };
}

/** The places of the words of a text: what stands between white space, without punctuation at its ends. */
export function wordPlaces(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** The words of a text from one number to another, with what stands between them. */
export function wordsBetween(text: string, first: number, last: number): string | undefined {
  const places = wordPlaces(text);
  const [from, to] = [places[first - 1], places[last - 1]];
  return from && to && text.slice(from.start, to.end).replace(/\s+/g, ' ');
}

/** The words that a stretch of a text touches, by their numbers from 1; undefined if it touches none. */
export function wordsTouched(
  text: string,
  start: number,
  end: number,
): { first: number; last: number } | undefined {
  const words = wordPlaces(text);
  const first = words.findIndex((word) => word.end > start);
  const last = words.findLastIndex((word) => word.start < end);
  return first === -1 || last < first ? undefined : { first: first + 1, last: last + 1 };
}

/**
 * Where the words with this hash stand in a text: at their numbers, or elsewhere, or not at all. It
 * is exact: words that differ by a letter are not found.
 */
export async function findQuoted(
  text: string,
  { first, last, hash }: QuotedWords,
  hashOf: (words: string) => Promise<string>,
): Promise<{ start: number; end: number; isMoved: boolean } | undefined> {
  const places = wordPlaces(text);
  const length = last - first + 1;
  const others = places.map((_, index) => index + 1).filter((number) => number !== first);
  for (const number of [first, ...others]) {
    const words = wordsBetween(text, number, number + length - 1);
    const [start, end] = [places[number - 1]?.start, places[number + length - 2]?.end];
    if (words === undefined || start === undefined || end === undefined) continue;
    if ((await hashOf(words)) === hash) return { start, end, isMoved: number !== first };
  }
  return undefined;
}
