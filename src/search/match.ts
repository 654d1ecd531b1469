/** Whether a text answers a query, how well, and which of its words do. */
import { findPhrase, tokens, type Token } from '../edition/normalise.ts';
import { placesOf, type Mark } from './places.ts';
import type { Query } from './query.ts';
import { functionWords } from './word-forms.ts';

/**
 * How well: all words together in order; each literally; some in another spelling or name; some only as
 * another form or beginning.
 */
export type Closeness = 'together' | 'literal' | 'variant' | 'form';

/** A stretch of the text that answers the query. */
export interface Hit {
  start: number;
  end: number;
  /** Indices of the query's words that it has. */
  words: number[];
  /** Whether it has them literally. */
  isLiteral: boolean;
}

export interface Match {
  closeness: Closeness;
  /** In order, not overlapping. */
  hits: Hit[];
}

/**
 * Undefined when the text does not answer: it lacks a term of the query, or has one that must not be there.
 * @param place where the text stands, `strong-1934#p3`, for names that mean something there alone.
 */
export function match(text: string, query: Query, place = ''): Match | undefined {
  return matchTokens(tokens(text), query, place);
}

/**
 * The same for the words of a text. Words that have nothing to do with the query may be left out: the
 * list then has holes, and every other word its place.
 */
export function matchTokens(inText: readonly Token[], query: Query, place = ''): Match | undefined {
  const marks = new Map<number, Mark>();
  const quiet = new Map<number, Mark>();
  const asked = query.terms.filter(({ isExcluded }) => !isExcluded);
  const isLoose = asked.some(({ units }) =>
    units.some(({ kind, words }) => kind !== 'word' || !functionWords.has(words[0] ?? '')),
  );
  let worst = 0;
  let number = 0;
  for (const { units: all, isExcluded } of query.terms) {
    const units = all.filter(({ places }) => !places || places.includes(place));
    const found = placesOf(units, inText, isExcluded ? 0 : number, query.isExact);
    if (isExcluded ? found.length > 0 : found.length === 0) return undefined;
    if (isExcluded) continue;
    number += units.reduce((sum, { words, isVariant }) => sum + (isVariant ? 0 : words.length), 0);
    worst = Math.max(worst, Math.min(...found.map(({ rank }) => rank)));
    for (const mark of found) {
      const isQuiet = isLoose && mark.isFunctionWord && units.length === 1;
      const target = isQuiet ? quiet : marks;
      target.set(mark.place, merge(target.get(mark.place), mark));
    }
  }
  const isPlain = asked.every(
    ({ units }) => units.filter(({ isVariant }) => !isVariant).length === 1 && units[0]?.kind !== 'near',
  );
  const together = isPlain ? findPhrase(inText, query.all) : [];
  for (const at of together)
    query.all.forEach((_, index) =>
      marks.set(
        at + index,
        merge(marks.get(at + index), {
          place: at + index,
          numbers: [index],
          rank: 0,
          isFunctionWord: false,
          follows: index > 0,
        }),
      ),
    );
  addNeighbours(marks, quiet);
  const isTogether = together.length > 0 && query.all.length > 1;
  const closeness = isTogether ? 'together' : ((['literal', 'variant', 'form'] as const)[worst] ?? 'form');
  return { closeness, hits: join(marks, inText) };
}

function merge(one: Mark | undefined, other: Mark): Mark {
  if (!one) return other;
  return {
    place: other.place,
    numbers: [...new Set([...one.numbers, ...other.numbers])].sort((a, b) => a - b),
    rank: Math.min(one.rank, other.rank),
    isFunctionWord: one.isFunctionWord && other.isFunctionWord,
    follows: one.follows || other.follows,
  };
}

/** Takes from `quiet` the places beside those that are marked, and beside these. */
function addNeighbours(marks: Map<number, Mark>, quiet: ReadonlyMap<number, Mark>): void {
  const places = [...quiet.keys()].sort((a, b) => a - b);
  for (const ordered of [places, places.toReversed()]) {
    for (const place of ordered) {
      const mark = quiet.get(place);
      if (mark && (marks.has(place - 1) || marks.has(place + 1)))
        marks.set(place, merge(marks.get(place), mark));
    }
  }
}

/** Places as stretches of the text; those that follow one another as in the query become one. */
function join(marks: ReadonlyMap<number, Mark>, inText: readonly Token[]): Hit[] {
  const hits: Hit[] = [];
  let before: Mark | undefined;
  for (const place of [...marks.keys()].sort((a, b) => a - b)) {
    const [token, mark] = [inText[place], marks.get(place)];
    if (!token || !mark) continue;
    const last = hits.at(-1);
    const isBeside = before?.place === place - 1;
    const next = mark.numbers.find((one) => before?.numbers.includes(one - 1));
    if (last && isBeside && (next !== undefined || mark.follows)) {
      last.end = token.end;
      if (next !== undefined) last.words.push(next);
      last.isLiteral &&= mark.rank === 0;
    } else
      hits.push({
        start: token.start,
        end: token.end,
        words: [mark.numbers[0] ?? 0],
        isLiteral: mark.rank === 0,
      });
    before = mark;
  }
  return hits;
}
