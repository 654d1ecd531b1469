/** The files of the word index of a large edition. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { hashBytes } from '../edition/hash.ts';
import { someAtOnce } from '../edition/some-at-once.ts';
import { startOf, type Division, type WordIndexWriter } from '../search/word-index/postings.ts';
import { atOnce } from './pagefind.ts';

/** Small shards load fast; each has a line in the catalogue. */
const shardBytes = 32_000;

/**
 * Writes the index below `folder`: its shards, and its words by their first two letters, the frequent ones first.
 * @returns the name of its own folder, another for every other index.
 */
export async function writeWordIndex(words: WordIndexWriter, folder: string): Promise<string> {
  const shards = [...words.shards(shardBytes)];
  const hashes = shards.map(({ bytes }) => hashBytes(bytes)).join('');
  const name = `words-${hashBytes(new TextEncoder().encode(hashes)).slice(0, 10)}`;
  await mkdir(join(folder, name), { recursive: true });
  await someAtOnce(shards.entries(), atOnce, async ([number, { bytes }]) => {
    await writeFile(join(folder, name, `${String(number)}.words`), await promisify(gzip)(bytes));
  });
  const byStart = Map.groupBy(words.vocabulary(), ([word]) => startOf(word));
  for (const [start, list] of byStart) {
    const frequent = list.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
    await writeFile(join(folder, name, `${start}.json`), JSON.stringify(frequent));
  }
  const division: Division = { firsts: shards.map(({ first }) => first), starts: [...byStart.keys()] };
  await writeFile(join(folder, name, 'shards.json'), JSON.stringify(division));
  return name;
}
