/** Where the terms of a query stand in a text. */
import { findPhrase, type Token } from '../edition/normalise.ts';
import type { Unit } from './query.ts';
import { isWholeWord } from './irregular-forms.ts';
import { functionWords, isOtherForm } from './word-forms.ts';

/** A word of the text that answers a term. */
export interface Mark {
  /** Its place among the words of the text. */
  place: number;
  /** The places among the words of the query of those that it answers. */
  numbers: number[];
  /** 0 literally, 1 as another spelling or name, 2 as another form or beginning. */
  rank: number;
  isFunctionWord: boolean;
  /** Whether it belongs to the word before it, as in a phrase. */
  follows: boolean;
}

/**
 * The places of a term, with those of its variants.
 * @param number the place of its first word among those of the query.
 */
export function placesOf(
  units: readonly Unit[],
  inText: readonly Token[],
  number: number,
  isExact: boolean,
): Mark[] {
  const found: Mark[] = [];
  const beginnings: Mark[] = [];
  let at = number;
  for (const unit of units) {
    if (unit.isVariant && isExact) continue;
    const base = unit.isVariant ? number : at;
    if (unit.kind === 'word') {
      const places = wordPlaces(unit, inText, base, isExact);
      found.push(...places.found);
      beginnings.push(...places.beginnings);
    } else if (unit.kind === 'prefix') found.push(...prefixPlaces(unit, inText, base));
    else if (unit.kind === 'near') found.push(...nearPlaces(unit, inText, base));
    else found.push(...phrasePlaces(unit, inText, base));
    if (!unit.isVariant) at += unit.words.length;
  }
  // What only begins like a word may be another word, so it counts where nothing better stands.
  return found.length > 0 ? found : beginnings;
}

function wordPlaces(
  { words: [word = ''], isVariant, isForm, isName }: Unit,
  inText: readonly Token[],
  number: number,
  isExact: boolean,
): { found: Mark[]; beginnings: Mark[] } {
  const isFunctionWord = functionWords.has(word);
  const found: Mark[] = [];
  const beginnings: Mark[] = [];
  const mark = (place: number, rank: number): Mark => ({
    place,
    numbers: [number],
    rank,
    isFunctionWord,
    follows: false,
  });
  const canBegin = !isVariant && word.length > 3 && !isWholeWord(word);
  inText.forEach(({ token }, place) => {
    if (token === word) found.push(mark(place, isForm ? 2 : isVariant ? 1 : 0));
    else if (isExact || isFunctionWord) return;
    else if (isName) {
      // Stakhanovites are of Stakhanov; in a shorter name an ending is more often chance.
      if (token === `${word}s` || (word.length > 8 && isOtherForm(word, token))) found.push(mark(place, 2));
    } else if (word.length < 3) return;
    else if (isOtherForm(word, token)) found.push(mark(place, 2));
    else if (canBegin && token.startsWith(word)) beginnings.push(mark(place, 2));
    else if (isCompound(word, token, inText[place + 1]?.token))
      found.push(mark(place, 1), { ...mark(place + 1, 1), follows: true });
  });
  return { found, beginnings };
}

/** Whether two words are what is typed as one: `piecework` and piece-work, `fieldmarshal` and field-marshals. */
function isCompound(word: string, token: string, next: string | undefined): boolean {
  if (next === undefined || word.length < 6 || token.length < 2 || !word.startsWith(token)) return false;
  const rest = word.slice(token.length);
  return rest === next || (rest.length > 3 && isOtherForm(rest, next));
}

function prefixPlaces({ words: [prefix = ''] }: Unit, inText: readonly Token[], number: number): Mark[] {
  return inText.flatMap(({ token }, place) =>
    token.startsWith(prefix)
      ? [{ place, numbers: [number], rank: 0, isFunctionWord: false, follows: false }]
      : [],
  );
}

/** A name may have the ending of a genitive or plural. */
function phrasePlaces({ words, isVariant }: Unit, inText: readonly Token[], number: number): Mark[] {
  const last = words.at(-1) ?? '';
  const starts = [
    ...findPhrase(inText, words),
    ...(isVariant ? findPhrase(inText, [...words.slice(0, -1), `${last}s`]) : []),
  ];
  return starts.flatMap((start) =>
    words.map((_, index) => ({
      place: start + index,
      numbers: [isVariant ? number : number + index],
      rank: isVariant ? 1 : 0,
      isFunctionWord: false,
      follows: index > 0,
    })),
  );
}

/** Where all words stand within a distance, in any order. */
function nearPlaces({ words, distance }: Unit, inText: readonly Token[], number: number): Mark[] {
  const latest = new Map<string, number>();
  const places = new Map<number, number>();
  const different = new Set(words);
  inText.forEach(({ token }, place) => {
    if (!different.has(token)) return;
    latest.set(token, place);
    if (latest.size < different.size) return;
    const all = [...latest.values()];
    if (Math.max(...all) - Math.min(...all) - (different.size - 1) > distance) return;
    for (const [word, one] of latest) places.set(one, number + words.indexOf(word));
  });
  return [...places].map(([place, one]) => ({
    place,
    numbers: [one],
    rank: 0,
    isFunctionWord: false,
    follows: false,
  }));
}
