/**
 * What counts as a word, for the index, the reader's query and the forms of entities alike. All must
 * cut and fold text in the same way, so all use this module.
 */

/** A word of a text, folded, with its place in the original, in UTF-16 code units. */
export interface Token {
  token: string;
  start: number;
  end: number;
}

// Soft hyphens and characters without width stand inside words and are no part of them.
const letter = String.raw`\p{L}[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*`;
const letterOrDigit = String.raw`[\p{L}\p{N}][\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*`;
/** Every mark that serves as an apostrophe, wrongly turned quotation marks among them. */
const apostrophe = "['’‘‛`´′＇]";
/** A comma that groups digits by three, as in 1,290; not one that divides two years. */
const thousands = String.raw`(?<=(?<![\p{L}\p{N}])\p{Nd}{1,3}(?:,\p{Nd}{3})*),(?=\p{Nd}{3}(?!\p{Nd}))`;

const words = new RegExp(
  // Single letters with full stops between them are one word: G.P.U., e.g.; the last stop may lack.
  `${letter}(?:\\.${letter}(?![\\p{L}\\p{N}]))+\\.?(?:${apostrophe}(?:${letterOrDigit})+)?` +
    `|(?:${letterOrDigit})+(?:(?:${apostrophe}|${thousands})(?:${letterOrDigit})+)*`,
  'gu',
);

const folded = new Map<string, string>();
/** Words kept at most. */
const mostFolded = 100_000;

/** Folds a word, most of which stand in a text more than once. */
function fold(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= mostFolded) folded.clear();
  const made = foldOnce(word);
  folded.set(word, made);
  return made;
}

/** A word as it is compared: lower case, without ligatures, diacritics, apostrophes, points and commas. */
function foldOnce(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKD'))
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]|[\u02B0-\u02FF]/gu, '')
    .normalize('NFC');
}

/**
 * The words of a text. Case, diacritics, punctuation, dashes and the kind of apostrophe do not count:
 * would-be is two words, don’t is `dont`, G.P.U. is `gpu`, 1,290 is `1290`, 1917–1936 is two words.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(words)) {
    const token = fold(match[0]);
    if (token !== '') found.push({ token, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Where the words of a text stand, one after another as they are asked for; they are those of `tokens()`. */
export function* placesOfWords(text: string): IteratorObject<Pick<Token, 'start' | 'end'>, undefined> {
  for (const { 0: word, index } of text.matchAll(words))
    if (hasLetter.test(word) || fold(word) !== '') yield { start: index, end: index + word.length };
}

/** Words with one of these are not empty when they are folded. */
const hasLetter = /[A-Za-z0-9]/;

/** Where the words of a phrase stand one after another; each place is the index of the first. */
export function findPhrase(text: readonly Token[], phrase: readonly string[]): number[] {
  const places: number[] = [];
  if (phrase.length === 0) return places;
  for (let at = 0; at + phrase.length <= text.length; at += 1) {
    if (phrase.every((token, index) => text[at + index]?.token === token)) places.push(at);
  }
  return places;
}
