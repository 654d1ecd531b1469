/** What to ask an index of words for the sources that may have a quotation. */
import type { QuotedWord, Quotation } from './quotation.ts';

/** Questions of one round at most, the last round apart. */
const mostQuestions = 12;
const mostSingleWords = 8;
/** From this length a word is likely to tell texts apart. */
const tellingLength = 5;

/**
 * Questions in rounds, each a list of words that must all occur. First three words that stand
 * together, which few other texts share; then two telling words that follow one another; then single
 * words, for a quotation of which little else is spelled as in the text. A round is asked when those
 * before it led to nothing.
 */
export function queriesFor({ words }: Quotation): string[][][] {
  const runs = unbroken(words.filter(({ isInserted }) => !isInserted));
  const telling = runs.map((run) => run.filter(isTelling));
  const single = [...new Set(telling.flat())].sort((a, b) => b.length - a.length);
  const rounds = [
    spread(windows(runs, 3)),
    spread(windows(telling, 2)),
    single.slice(0, mostSingleWords).map((word) => [word]),
  ];
  // The words of a very short quotation are asked for together, then each alone.
  const all = [...new Set(runs.flat())];
  if (rounds[0]?.length === 0 && all.length > 0) rounds[0] = [all];
  if (single.length === 0) rounds[2] = all.slice(0, mostSingleWords).map((word) => [word]);
  return rounds;
}

/** The words between ellipses. */
function unbroken(words: readonly QuotedWord[]): string[][] {
  const runs: string[][] = [[]];
  for (const { token, followsEllipsis } of words) {
    if (followsEllipsis) runs.push([]);
    runs.at(-1)?.push(token);
  }
  return runs;
}

function isTelling(word: string): boolean {
  return word.length >= tellingLength || /\d{3}/.test(word);
}

function windows(runs: readonly string[][], length: number): string[][] {
  return runs.flatMap((run) =>
    run.slice(0, Math.max(0, run.length - length + 1)).map((_, at) => run.slice(at, at + length)),
  );
}

/** Of each twelfth of them the one with the longest words, and no question twice. */
function spread(all: readonly string[][]): string[][] {
  const count = Math.min(mostQuestions, all.length);
  const chosen = new Map<string, string[]>();
  for (let part = 0; part < count; part += 1) {
    const [from, to] = [part, part + 1].map((one) => Math.floor((one * all.length) / count));
    const [best] = all.slice(from, to).sort((a, b) => letters(b) - letters(a));
    if (best) chosen.set(best.join(' '), best);
  }
  return [...chosen.values()];
}

/** One very long word is worth less than three long ones. */
function letters(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + Math.min(word.length, 9), 0);
}
