/** The word index of a large edition, a few of its shards at a time. */
import { wordIndexPath } from '../routes.ts';
import {
  initialOf,
  keyOf,
  mentionWord,
  readShard,
  shardsFor,
  type Shard,
} from '../search/word-index/postings.ts';
import type { LookUp } from '../search/word-index/survey.ts';
import { loadJson } from './load-json.ts';

const loading = new Map<string, Promise<Shard>>();

/** @param folder the one that the catalogue names. */
export function lookUpIn(folder: string): LookUp {
  return async (beginning, isWanted) => {
    const firsts = await loadJson<string[]>(wordIndexPath(folder, 'shards.json'));
    const numbers = shardsFor(firsts, beginning);
    const shards = await Promise.all(
      numbers.map((number) => loadShard(wordIndexPath(folder, `${String(number)}.words`))),
    );
    return shards.flatMap((shard) =>
      [...shard]
        .filter(([word]) => keyOf(word).startsWith(beginning) && isWanted(word))
        .map(([, read]) => read()),
    );
  };
}

/** The blocks in which an entity is named. */
export async function blocksNaming(folder: string, entity: string): Promise<Set<number>> {
  const word = mentionWord(entity);
  const postings = await lookUpIn(folder)(keyOf(word), (one) => one === word);
  return new Set(postings.flatMap(({ places }) => [...places.keys()]));
}

/** The words that begin with the letter of another, the frequent ones first. */
export async function wordsLike(folder: string, word: string): Promise<string[]> {
  // No word of the edition begins so.
  return await loadJson<string[]>(wordIndexPath(folder, `${initialOf(word)}.json`)).catch(() => []);
}

/** Once; again after a failure. */
function loadShard(path: string): Promise<Shard> {
  const loaded = loading.get(path) ?? fetchShard(path);
  loading.set(path, loaded);
  loaded.catch(() => loading.delete(path));
  return loaded;
}

async function fetchShard(path: string): Promise<Shard> {
  const response = await fetch(path);
  if (!response.ok || !response.body) throw new Error(`${path}: ${String(response.status)}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Some servers tell the browser to unpack what is packed.
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return readShard(bytes);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return readShard(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}
