/** The words of a quotation as a source knows them. */
import type { QuotedWord } from './quotation.ts';
import type { Vocabulary } from './streams.ts';

export interface AskedWord {
  /** Its number in the vocabulary of the source, if it stands there. */
  id: number | undefined;
  /** The words that may be it in another spelling or form. */
  alike: number[];
  /** The pairs of words that it would be if it were divided: `today` is `to day`. */
  halves: [number, number][];
  /** The word that it makes together with the word before it. */
  joinedId: number | undefined;
  /** What it tells to find it, in bits. */
  weight: number;
  isInserted: boolean;
  /** Whether it may stand for words of the text: not `[sic]`. */
  mayReplace: boolean;
  /** What lets words of the text be left out after it. */
  jump: 'silent' | 'ellipsis' | 'bracket';
}

export function askedWords(words: readonly QuotedWord[], vocabulary: Vocabulary): AskedWord[] {
  const known = new Map<string, Pick<AskedWord, 'id' | 'alike' | 'halves' | 'weight'>>();
  return words.map(({ token, isInserted }, index): AskedWord => {
    let word = known.get(token);
    if (!word) {
      const id = vocabulary.numbers.get(token);
      const alike = vocabulary.alike(token);
      word = {
        id,
        alike,
        halves: halvesOf(token, vocabulary),
        weight: vocabulary.weight(token, id === undefined ? alike : [id]),
      };
      known.set(token, word);
    }
    const before = words[index - 1];
    const isPair =
      before !== undefined && !isInserted && !before.isInserted && !words[index]?.followsEllipsis;
    const next = words[index + 1];
    return {
      ...word,
      weight: isInserted ? 1 : word.weight,
      joinedId: isPair ? vocabulary.numbers.get(before.token + token) : undefined,
      isInserted,
      mayReplace: mayReplace(words[index]),
      jump: next?.followsEllipsis ? 'ellipsis' : [words[index], next].some(mayReplace) ? 'bracket' : 'silent',
    };
  });
}

/** A longer word is no two words run together, but perhaps a whole text without spaces. */
const longestPair = 40;

function halvesOf(word: string, { numbers }: Vocabulary): [number, number][] {
  const halves: [number, number][] = [];
  if (word.length > longestPair) return halves;
  for (let at = 1; at < word.length; at += 1) {
    const [first, second] = [numbers.get(word.slice(0, at)), numbers.get(word.slice(at))];
    if (first !== undefined && second !== undefined) halves.push([first, second]);
  }
  return halves;
}

/** Whether a quoter may have put a word for words of the text. */
export function mayReplace(word: QuotedWord | undefined): boolean {
  return word?.isInserted === true && word.token !== 'sic';
}
