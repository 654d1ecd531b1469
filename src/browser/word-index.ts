/** The word index of a large edition, a few of its shards at a time. */
import { wordIndexPath } from '../routes.ts';
import {
  mentionWord,
  readShard,
  shardOf,
  startOf,
  type Division,
  type Shard,
} from '../search/word-index/postings.ts';
import type { WordIndex } from '../search/word-index/survey.ts';
import { loadJson } from './load-json.ts';

const loading = new Map<string, Promise<Shard>>();

/** @param folder the one that the catalogue names. */
export function openWordIndex(folder: string): WordIndex {
  const path = (name: string) => wordIndexPath(folder, name);
  const division = () => loadJson<Division>(path('shards.json'));
  const vocabulary = async (start: string) => {
    const [{ starts }, wanted] = [await division(), startOf(start)];
    const lists = starts.filter((one) => one === wanted || one.startsWith(`${wanted}-`));
    return (await Promise.all(lists.map((one) => loadJson<string[]>(path(`${one}.json`))))).flat();
  };
  const posting = async (word: string) => {
    const number = shardOf((await division()).firsts, word);
    return number === -1 ? undefined : (await loadShard(path(`${String(number)}.words`))).get(word)?.();
  };
  return { vocabulary, posting };
}

/** The blocks in which an entity is named. */
export async function blocksNaming({ posting }: WordIndex, entity: string): Promise<Set<number>> {
  return new Set((await posting(mentionWord(entity)))?.places.keys());
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
