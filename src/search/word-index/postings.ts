/**
 * A word index (index verborum): for every word of an edition, every place where it stands. Words are
 * as `tokens()` folds them; the blocks of the edition are numbered through all its sources.
 */
import { ByteReader, ByteWriter } from './varint.ts';

/** A word, and where it stands. */
export interface Posting {
  word: string;
  /** By block, in order: the places of the word among the words of the block, in order. */
  places: ReadonlyMap<number, readonly number[]>;
}

/** A shard of the index: words that follow one another in the order of their keys. */
export type Shard = ReadonlyMap<string, () => Posting>;

/**
 * Words are ordered by this and looked for by its beginning, so that the forms of a word stand
 * together whether they are spelled with s or z.
 */
export function keyOf(word: string): string {
  return word.replaceAll('z', 's');
}

/** Words are listed by this: their first letter as a number of Unicode. */
export function initialOf(word: string): string {
  return (word.codePointAt(0) ?? 0).toString(16);
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

  /** The shards in the order of keys, each of about so many bytes, with the first key of each. */
  *shards(size: number): Iterable<{ first: string; bytes: Uint8Array<ArrayBuffer> }> {
    const ordered = [...this.#words]
      .map(([word, { bytes }]) => ({ key: keyOf(word), word, bytes }))
      .sort((a, b) => compare(a.key, b.key) || compare(a.word, b.word));
    let shard = new ByteWriter();
    let [first, last] = ['', ''];
    for (const { key, word, bytes } of ordered) {
      // Words of one key are never divided, so that each key has one shard.
      if (shard.length > 0 && key !== last && shard.length + bytes.length > size) {
        yield { first, bytes: shard.written() };
        shard = new ByteWriter();
      }
      if (shard.length === 0) first = key;
      const letters = new TextEncoder().encode(word);
      shard.number(letters.length);
      shard.bytes(letters);
      shard.number(bytes.length);
      shard.bytes(bytes.written());
      last = key;
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

/** The shards that may hold words whose keys begin so, by the first key of each shard. */
export function shardsFor(firsts: readonly string[], beginning: string): number[] {
  return firsts.flatMap((first, number) => {
    const next = firsts[number + 1];
    const isAfter = next !== undefined && next <= beginning;
    return isAfter || (first > beginning && !first.startsWith(beginning)) ? [] : [number];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
