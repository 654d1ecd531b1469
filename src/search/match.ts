/** Whether a text answers a query, how well, and which of its words do. */
import { findPhrase, tokens, type Token } from '../edition/normalise.ts';
import type { Query } from './query.ts';
import { isOtherForm } from './word-forms.ts';

/** How well: all words together in order; each literally; some only as another form or beginning. */
export type Closeness = 'together' | 'literal' | 'form';

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

/** Words that stand everywhere: marked only beside another word of the query, unless nothing else is asked. */
export const functionWords = new Set(
  'a an and are as at be but by for from had has have he her his i if in is it its no not of on or she so that the their they this to was we were which with'.split(
    ' ',
  ),
);

/** Undefined when the text does not answer: a phrase or a word of the query is not in it. */
export function match(text: string, query: Query): Match | undefined {
  const inText = tokens(text);
  const marks = new Map<number, number>();
  for (const phrase of query.phrases) {
    const places = findPhrase(inText, phrase);
    if (places.length === 0) return undefined;
    for (const at of places) phrase.forEach((word, index) => marks.set(at + index, query.all.indexOf(word)));
  }

  const isLoose = query.words.some((word) => !functionWords.has(word));
  const quiet = new Map<number, number>();
  let isLiteral = true;
  for (const word of new Set(query.words)) {
    const { literal, forms, beginnings } = placesOf(word, inText);
    // What only begins like the word may be another word, so it counts where nothing better stands.
    const places =
      literal.length + forms.length === 0
        ? beginnings
        : functionWords.has(word)
          ? literal
          : [...literal, ...forms];
    if (places.length === 0) return undefined;
    if (literal.length === 0) isLiteral = false;
    const target = isLoose && functionWords.has(word) ? quiet : marks;
    for (const place of places) target.set(place, query.all.indexOf(word));
  }
  const together = findPhrase(inText, query.all);
  for (const at of together)
    query.all.forEach((word, index) => marks.set(at + index, query.all.indexOf(word)));
  addNeighbours(marks, quiet);
  const isTogether = together.length > 0 && query.all.length > 1;
  return {
    closeness: isTogether ? 'together' : isLiteral ? 'literal' : 'form',
    hits: join(marks, inText, query),
  };
}

/** Where a word stands: itself, in another form, as the beginning of another word. */
function placesOf(
  word: string,
  inText: readonly Token[],
): Record<'literal' | 'forms' | 'beginnings', number[]> {
  const places = { literal: [] as number[], forms: [] as number[], beginnings: [] as number[] };
  inText.forEach(({ token }, index) => {
    if (token === word) places.literal.push(index);
    else if (word.length < 3) return;
    else if (isOtherForm(word, token)) places.forms.push(index);
    else if (token.startsWith(word)) places.beginnings.push(index);
  });
  return places;
}

/** Takes from `quiet` the places beside those that are marked, and beside these. */
function addNeighbours(marks: Map<number, number>, quiet: ReadonlyMap<number, number>): void {
  const places = [...quiet.keys()].sort((a, b) => a - b);
  for (const ordered of [places, places.toReversed()]) {
    for (const place of ordered) {
      if (marks.has(place - 1) || marks.has(place + 1)) marks.set(place, quiet.get(place) ?? 0);
    }
  }
}

/** Places as stretches of the text; those that follow one another as in the query become one. */
function join(marks: ReadonlyMap<number, number>, inText: readonly Token[], query: Query): Hit[] {
  const hits: Hit[] = [];
  let lastPlace = -2;
  for (const place of [...marks.keys()].sort((a, b) => a - b)) {
    const token = inText[place];
    const word = marks.get(place);
    if (!token || word === undefined) continue;
    const isLiteral = token.token === query.all[word];
    const last = hits.at(-1);
    const before = query.all[last?.words.at(-1) ?? -1];
    const follows = query.all.some(
      (one, index) => one === before && query.all[index + 1] === query.all[word],
    );
    if (last && place === lastPlace + 1 && follows) {
      last.end = token.end;
      last.words.push(word);
      last.isLiteral &&= isLiteral;
    } else hits.push({ start: token.start, end: token.end, words: [word], isLiteral });
    lastPlace = place;
  }
  return hits;
}
