/** The words of a source made ready for alignment: numbers for words, one stream for each hand’s text. */
import type { Hand } from '../../edition/model.ts';
import { lastAtMost } from '../last-at-most.ts';
import { functionWords } from '../word-forms.ts';
import { tokens } from '../../edition/normalise.ts';
import type { SourceWords } from '../source-words.ts';
import { isSpelledAlike } from './spelling.ts';

/** A paragraph, or a note as a whole. */
export interface Block {
  id: string;
  words: string;
  isBlockQuotation: boolean;
  /** The index in the stream of its first word. */
  first: number;
}

/** Words that a quotation may run through: the author’s text, or one note. */
export interface Stream {
  source: PreparedSource;
  hand: Hand;
  /** The name of its note. */
  name: string | undefined;
  blocks: Block[];
  /** For each word its number in the vocabulary, and its place in its block. */
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

export interface PreparedSource {
  id: string;
  short: string;
  vocabulary: Vocabulary;
  /** The author’s text first, then the notes. */
  streams: Stream[];
}

/** Every word of a source, numbered, with how often it stands there. */
export class Vocabulary {
  readonly numbers = new Map<string, number>();
  readonly counts: number[] = [];
  total = 0;
  #byFirstLetter: Map<string, [word: string, id: number][]> | undefined;
  readonly #alike = new Map<string, number[]>();

  add(word: string): number {
    const id = this.numbers.get(word) ?? this.numbers.size;
    this.numbers.set(word, id);
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    this.total += 1;
    return id;
  }

  /** The words that may be this one in another spelling or form. */
  alike(word: string): number[] {
    this.#byFirstLetter ??= Map.groupBy(this.numbers, ([one]) => one[0] ?? '');
    const known = this.#alike.get(word);
    if (known) return known;
    const found = (this.#byFirstLetter.get(word[0] ?? '') ?? [])
      .filter(([one]) => one !== word && isSpelledAlike(one, word))
      .map(([, id]) => id);
    this.#alike.set(word, found);
    return found;
  }

  /**
   * What a word in common tells, in bits: one that stands once in a thousand words tells ten. At least
   * 3 and at most 10, so that neither common words count for nothing nor one rare word for everything;
   * at most 5 for a word that stands everywhere, however short the source.
   */
  weight(word: string, ids: readonly number[]): number {
    const count = ids.reduce((sum, id) => sum + (this.counts[id] ?? 0), 0);
    const bits = Math.log2(Math.max(this.total, 4000) / Math.max(count, 1));
    return Math.min(functionWords.has(word) ? 5 : 10, Math.max(3, Math.round(bits)));
  }
}

const prepared = new WeakMap<SourceWords, PreparedSource>();

/** Made once for each object, which must not change afterwards. */
export function prepare(words: SourceWords): PreparedSource {
  const known = prepared.get(words);
  if (known) return known;
  const source: PreparedSource = {
    id: words.id,
    short: words.short,
    vocabulary: new Vocabulary(),
    streams: [],
  };
  source.streams.push(
    stream(source, 'author', undefined, words.paragraphs),
    ...words.notes.map((note) => stream(source, note.hand, note.name, [note])),
  );
  prepared.set(words, source);
  return source;
}

function stream(
  source: PreparedSource,
  hand: Hand,
  name: string | undefined,
  parts: readonly { id: string; words: string; isBlockQuotation?: boolean }[],
): Stream {
  const [ids, starts, ends]: [number[], number[], number[]] = [[], [], []];
  const blocks = parts.map(({ id, words, isBlockQuotation = false }): Block => {
    const first = ids.length;
    for (const { token, start, end } of tokens(words)) {
      ids.push(source.vocabulary.add(token));
      starts.push(start);
      ends.push(end);
    }
    return { id, words, isBlockQuotation, first };
  });
  const typed = { ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
  return { source, hand, name, blocks, ...typed };
}

/** The block of a word, by its index in the stream. */
export function blockOf({ blocks }: Stream, word: number): number {
  return Math.max(
    0,
    lastAtMost(blocks.length, (number) => (blocks[number]?.first ?? Infinity) <= word),
  );
}
