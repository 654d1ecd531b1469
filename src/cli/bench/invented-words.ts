/**
 * Words that no language has, for texts whose vocabulary grows with their length. Real texts follow
 * two laws: the frequency of a word falls as a power of its rank (Zipf), so that the number of
 * different words grows as a power of the length (Heaps). Drawing ranks from an endless Zipf–Mandelbrot
 * law and giving each rank one word has both, without remembering any word.
 */

const onsets = [...'bcdfghjklmnprstvw', 'br', 'st', 'tr'];
const nuclei = ['a', 'e', 'i', 'o', 'u', 'an', 'en', 'in', 'on', 'el', 'ar', 'or'];
const syllables = onsets.flatMap((onset) => nuclei.map((nucleus) => onset + nucleus));

/** Ranks below this have words of two syllables; common words are short. */
const shortRanks = 4096;
/** Has no factor in common with the number of syllables, so that multiplying by it only reorders. */
const multiplier = 1_000_003;

/** The exponent of Zipf’s law among invented words; different words grow as the length to 1/1.6. */
const exponent = 1.6;
/** How many ranks are about equally common. */
const flattening = 200;

/** The word of a rank, from 0. Different ranks have different words, which no alphabet orders. */
export function inventedWord(rank: number): string {
  const length = rank < shortRanks ? 2 : rank < syllables.length ** 3 ? 3 : 4;
  const space = syllables.length ** length;
  let number = ((rank % space) * multiplier) % space;
  let word = '';
  for (let i = 0; i < length; i++) {
    word += syllables[number % syllables.length] ?? '';
    number = Math.floor(number / syllables.length);
  }
  return word;
}

const invented = new RegExp(`^(?:(?:${onsets.join('|')})(?:${nuclei.join('|')})){2,4}$`);

/** Whether a word in small letters is made as invented ones are. */
export function isInvented(word: string): boolean {
  return invented.test(word);
}

/** A rank, small ones oftener. @param draw a number in [0, 1). */
export function drawRank(draw: number): number {
  return Math.floor(flattening * ((1 - draw) ** (-1 / (exponent - 1)) - 1));
}
