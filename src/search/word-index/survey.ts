/** Which blocks of an edition answer a query, and how often, from the word index alone. */
import type { Token } from '../../edition/normalise.ts';
import { matchTokens, type Closeness } from '../match.ts';
import type { Query, Term, Unit } from '../query.ts';
import { functionWords, isOtherForm, shortestStem } from '../word-forms.ts';
import { keyOf, type Posting } from './postings.ts';

/** The words of the index whose keys begin so and that are wanted, with their places. */
export type LookUp = (beginning: string, isWanted: (word: string) => boolean) => Promise<Posting[]>;

/** A block that answers, by its number. */
export interface AnsweringBlock {
  block: number;
  closeness: Closeness;
  /** How many stretches of it answer: the lines it has in a concordance. */
  hits: number;
}

/** The words of a term in one block, each with its places there. */
type WordsByBlock = Map<number, [word: string, places: readonly number[]][]>;

/**
 * Says of every block what `match` would say of its text.
 * @param names blocks by the names of their places, for names that mean something there alone.
 */
export async function survey(
  query: Query,
  lookUp: LookUp,
  names: ReadonlyMap<number, string> = new Map(),
): Promise<AnsweringBlock[]> {
  const terms = await Promise.all(
    query.terms.map(async (term) => ({ ...term, words: await wordsOf(term, query.isExact, lookUp) })),
  );
  const [fewest, ...others] = terms
    .filter(({ isExcluded }) => !isExcluded)
    .sort((a, b) => a.words.size - b.words.size);
  const found: AnsweringBlock[] = [];
  for (const block of fewest?.words.keys() ?? []) {
    if (!others.every(({ words }) => words.has(block))) continue;
    const text: Token[] = [];
    for (const { words } of terms) {
      for (const [token, places] of words.get(block) ?? []) {
        for (const place of places) text[place] = { token, start: place, end: place + 1 };
      }
    }
    const answer = matchTokens(text, query, names.get(block));
    if (answer) found.push({ block, closeness: answer.closeness, hits: answer.hits.length });
  }
  return found.sort((a, b) => a.block - b.block);
}

/** All words that may answer a term. */
async function wordsOf({ units }: Term, isExact: boolean, lookUp: LookUp): Promise<WordsByBlock> {
  const asked = units
    .filter(({ isVariant }) => !isVariant || !isExact)
    .flatMap((unit) => questions(unit, isExact));
  const postings = await Promise.all(asked.map(([beginning, isWanted]) => lookUp(beginning, isWanted)));
  const words: WordsByBlock = new Map();
  for (const { word, places } of new Map(
    postings.flat().map((posting) => [posting.word, posting]),
  ).values()) {
    for (const [block, list] of places) {
      const here = words.get(block);
      if (here) here.push([word, list]);
      else words.set(block, [[word, list]]);
    }
  }
  return words;
}

/** What to look up for a unit; what is found besides does no harm. */
function questions({ kind, words, isVariant }: Unit, isExact: boolean): Parameters<LookUp>[] {
  return words.flatMap((word, index): Parameters<LookUp>[] => {
    if (kind === 'prefix') return [[keyOf(word), (one) => one.startsWith(word)]];
    if (kind === 'word' && !isExact && word.length >= 3 && !functionWords.has(word))
      return [[keyOf(shortestStem(word)), (one) => isOtherForm(word, one) || one.startsWith(word)]];
    const isLastOfName = kind === 'phrase' && isVariant && index === words.length - 1;
    return [word, ...(isLastOfName ? [`${word}s`] : [])].map((one) => [keyOf(one), (other) => other === one]);
  });
}
