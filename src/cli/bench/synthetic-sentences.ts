/** Sentences of real texts as patterns, which give ever new sentences. */
import { drawRank, inventedWord } from './invented-words.ts';

/** A piece of a sentence, and what may be put in its place. */
interface Piece {
  text: string;
  kind: 'kept' | 'word' | 'name' | 'number';
}
export type Pattern = Piece[];

/** So many words, the commonest, carry the grammar and always stay. */
const keptWords = 150;
/** Of all other words, so many are put out by an invented one. */
const inventedShare = 0.3;
/** Only what no reader of Markdown acts on, even before a note call, so that the words are the file’s. */
const plain = /^[\p{Lu}“](?:[\p{L}\p{N},.;:?’‘“”()'"–—%£$-]| (?! ))*$/u;

/** The sentences of paragraphs as patterns. */
export function patternsOf(paragraphs: readonly string[]): Pattern[] {
  const counts = new Map<string, number>();
  for (const [word] of paragraphs.join('\n').matchAll(/\p{L}+/gu))
    counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const kept = new Set(ranked.slice(0, keptWords).map(([word]) => word));
  return paragraphs
    .flatMap((words) => words.split(/(?<=[.!?][”’"]?) +(?=[“"]?\p{Lu})/u))
    .filter((sentence) => plain.test(sentence) && /[.?][”’"]?$/.test(sentence))
    .map((sentence) => piecesOf(sentence, kept));
}

function piecesOf(sentence: string, kept: ReadonlySet<string>): Pattern {
  const pieces: Pattern = [];
  for (const [text] of sentence.matchAll(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu)) {
    const isKept = text.length <= 3 || kept.has(text.toLowerCase()) || !/\p{L}/u.test(text);
    const kind = /^\d/.test(text) ? 'number' : isKept ? 'kept' : /^\p{Lu}/u.test(text) ? 'name' : 'word';
    const last = pieces.at(-1);
    if (kind === 'kept' && last?.kind === 'kept') last.text += text;
    else pieces.push({ text, kind });
  }
  return pieces;
}

/** A new sentence on a pattern: some words and all numbers are others. */
export function sentenceFrom(pattern: Pattern, draw: () => number): string {
  let sentence = '';
  for (const { text, kind } of pattern) {
    if (kind === 'kept') sentence += text;
    else if (kind === 'number') sentence += number(text, draw);
    else if (draw() >= inventedShare) sentence += text;
    else {
      const word = inventedWord(drawRank(draw()));
      sentence += kind === 'name' ? capital(word) : word;
    }
  }
  return sentence;
}

/** Another number of as many digits; a year for a year. */
function number(text: string, draw: () => number): string {
  if (/^1[89]\d\d$/.test(text)) return String(1900 + Math.floor(draw() * 91));
  const least = 10 ** (text.length - 1);
  return String(least + Math.floor(draw() * 9 * least));
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
