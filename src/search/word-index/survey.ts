/** Which blocks of an edition answer a query, and how often, from the word index alone. */
import type { Token } from '../../edition/normalise.ts';
import { matchTokens, type Closeness } from '../match.ts';
import type { Query, Term, Unit } from '../query.ts';
import { functionWords, isOtherForm, startsOf } from '../word-forms.ts';
import type { Posting } from './postings.ts';

/** What is asked of an index. */
export interface WordIndex {
  /** The words that begin with one or two letters, the frequent ones first. */
  vocabulary: (start: string) => Promise<readonly string[]>;
  /** Where a word stands; undefined for one that stands nowhere. */
  posting: (word: string) => Promise<Posting | undefined>;
}

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
  index: WordIndex,
  names: ReadonlyMap<number, string> = new Map(),
): Promise<AnsweringBlock[]> {
  const terms = await Promise.all(
    query.terms.map(async (term) => ({ ...term, words: await wordsOf(term, query.isExact, index) })),
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

/** All words that may answer a term, with their places. */
async function wordsOf({ units }: Term, isExact: boolean, index: WordIndex): Promise<WordsByBlock> {
  const asked = units.filter(({ isVariant }) => !isVariant || !isExact);
  const words = new Set((await Promise.all(asked.map((unit) => wordsOfUnit(unit, isExact, index)))).flat());
  const postings = await Promise.all([...words].map((word) => index.posting(word)));
  const byBlock: WordsByBlock = new Map();
  for (const posting of postings) {
    if (!posting) continue;
    for (const [block, places] of posting.places) {
      const here = byBlock.get(block);
      if (here) here.push([posting.word, places]);
      else byBlock.set(block, [[posting.word, places]]);
    }
  }
  return byBlock;
}

/** The words of an edition that may answer a unit as `placesOf` reads it; others among them do no harm. */
async function wordsOfUnit(unit: Unit, isExact: boolean, index: WordIndex): Promise<string[]> {
  const { kind, words } = unit;
  const [word = ''] = words;
  if (kind === 'prefix') return beginningWith(word, index);
  // A name may have the ending of a plural or genitive.
  const all = unit.isVariant ? [...words, ...words.map((one) => `${one}s`)] : words;
  if (kind !== 'word' || isExact || word.length < 3 || functionWords.has(word)) return all;
  const forms = await Promise.all([formsOf(word, index), beginningWith(word, index), partsOf(word, index)]);
  return [...all, ...forms.flat()];
}

async function beginningWith(beginning: string, { vocabulary }: WordIndex): Promise<string[]> {
  return (await vocabulary(beginning.slice(0, 2))).filter((word) => word.startsWith(beginning));
}

async function formsOf(word: string, { vocabulary }: WordIndex): Promise<string[]> {
  const lists = await Promise.all(startsOf(word).map(vocabulary));
  return lists.flat().filter((one) => isOtherForm(word, one));
}

/** The parts of what may be written as two words: `piece` and `work`. */
async function partsOf(word: string, index: WordIndex): Promise<string[]> {
  const firsts = (await index.vocabulary(word.slice(0, 2))).filter(
    (first) => first.length > 1 && first.length < word.length && word.startsWith(first),
  );
  const seconds = firsts.map((first) => word.slice(first.length));
  const forms = seconds.filter(({ length }) => length > 3).map((second) => formsOf(second, index));
  return [...firsts, ...seconds, ...(await Promise.all(forms)).flat()];
}
