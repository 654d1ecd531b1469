/**
 * A word index (index verborum): for every word of an edition, every place where it stands. Words are
 * as `tokens()` folds them; the blocks of the edition are numbered through all its sources.
 */
import { lastAtMost } from '../last-at-most.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** A word, and where it stands. */
export interface Posting {
  word: string;
  /** By block, in order: the places of the word among the words of the block, in order. */
  places: ReadonlyMap<number, readonly number[]>;
}

/** A shard of the index: words that follow one another in the order of their keys. */
export type Shard = ReadonlyMap<string, () => Posting>;

/** How the index is divided; `shards.json` in its folder. */
export interface Division {
  /** The first word of each shard. */
  firsts: string[];
  /** The starts by which words are listed. */
  starts: string[];
}

/** Words are listed by this: their first two letters, as numbers of Unicode. */
export function startOf(word: string): string {
  return Array.from(word.slice(0, 2), (letter) => letter.charCodeAt(0).toString(16)).join('-');
}

/** Not a word of the texts, but the entity that is named in a block; it has the place 0 there. */
export function mentionWord(entity: string): string {
  return `@${entity}`;
}

/** Collects the words of block after block and gives the index in shards. */
export class WordIndexWriter {
  readonly #words = new Map<string, { bytes: ByteWriter; last: number }>();
  #blocks = 0;

  /** @param mentions entities that are named in it. */
  addBlock(words: readonly string[], mentions: readonly string[] = []): void {
    const places = new Map<string, number[]>();
    words.forEach((word, place) => {
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    });
    for (const entity of mentions) places.set(mentionWord(entity), [0]);
    for (const [word, list] of places) this.#add(word, list);
    this.#blocks += 1;
  }

  #add(word: string, places: readonly number[]) {
    const posting = this.#words.get(word) ?? { bytes: new ByteWriter(), last: 0 };
    this.#words.set(word, posting);
    const { bytes, last } = posting;
    // The lowest bit says whether more than one place follows.
    bytes.number((this.#blocks - last) * 2 + (places.length > 1 ? 1 : 0));
    if (places.length > 1) bytes.number(places.length);
    let before = 0;
    for (const place of places) {
      bytes.number(place - before);
      before = place;
    }
    posting.last = this.#blocks;
  }

  /** Every word with the bytes of its places, which tell the frequent words; entities are none. */
  *vocabulary(): Iterable<[word: string, bytes: number]> {
    for (const [word, { bytes }] of this.#words) if (!word.startsWith('@')) yield [word, bytes.length];
  }

  /** The shards in the order of words, each of about so many bytes, with the first word of each. */
  *shards(size: number): Iterable<{ first: string; bytes: Uint8Array<ArrayBuffer> }> {
    let shard = new ByteWriter();
    let first = '';
    for (const [word, { bytes }] of [...this.#words].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (shard.length > 0 && shard.length + bytes.length > size) {
        yield { first, bytes: shard.written() };
        shard = new ByteWriter();
      }
      if (shard.length === 0) first = word;
      const letters = new TextEncoder().encode(word);
      shard.number(letters.length);
      shard.bytes(letters);
      shard.number(bytes.length);
      shard.bytes(bytes.written());
    }
    if (shard.length > 0) yield { first, bytes: shard.written() };
  }
}

/**
 * The words of a shard; the places of each are read when they are asked for.
 * @throws RangeError when the bytes are no whole shard.
 */
export function readShard(bytes: Uint8Array): Shard {
  const shard = new Map<string, () => Posting>();
  const reader = new ByteReader(bytes);
  while (!reader.isAtEnd) {
    const word = new TextDecoder().decode(reader.bytes(reader.number()));
    const places = reader.bytes(reader.number());
    shard.set(word, () => ({ word, places: readPlaces(places) }));
  }
  return shard;
}

function readPlaces(bytes: Uint8Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  const reader = new ByteReader(bytes);
  let block = 0;
  while (!reader.isAtEnd) {
    const head = reader.number();
    block += head >>> 1;
    const count = head & 1 ? reader.number() : 1;
    const list: number[] = [];
    let place = 0;
    for (let index = 0; index < count; index += 1) list.push((place += reader.number()));
    places.set(block, list);
  }
  return places;
}

/** The number of the shard that has a word, if any has, by the first word of each; -1 for none. */
export function shardOf(firsts: readonly string[], word: string): number {
  return lastAtMost(firsts.length, (number) => (firsts[number] ?? '') <= word);
}
