/**
 * The kept edition: one cache for each release, whole when its list stands in it. It is filled by the
 * page where a reader asks for it, and by the worker when a new release is out.
 */
import { OFFLINE_LIST, ROOT } from '../../routes.ts';
import type { OfflineList } from './list.ts';

/** Editions under other paths of the server share its caches. */
const PREFIX = ROOT === '' ? 'kept-edition-' : `kept-edition${ROOT}/-`;
/** What is sent where there is nothing. */
export const MISSING = `${ROOT}/404.html`;
/** So many files are asked for at a time. */
const atOnce = 6;

const nameOf = ({ id }: OfflineList): string => PREFIX + id;

async function cacheNames(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

/** The list of what is kept whole, with its cache; undefined where nothing is. */
export async function keptEdition(): Promise<{ list: OfflineList; cache: Cache } | undefined> {
  for (const name of await cacheNames()) {
    const cache = await caches.open(name);
    const list = await cache.match(OFFLINE_LIST);
    if (list) return { list: (await list.json()) as OfflineList, cache };
  }
  return undefined;
}

/**
 * The list of the release that is published now.
 * @throws when the server cannot be reached or has none.
 */
export async function publishedList(): Promise<OfflineList> {
  const answer = await fetch(OFFLINE_LIST, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${OFFLINE_LIST}: ${String(answer.status)}`);
  return (await answer.json()) as OfflineList;
}

/**
 * Brings every file of a release into its cache, from an earlier one where it has not changed, then lets
 * go of earlier releases. What was interrupted goes on where it stopped.
 * @param tell is told how many bytes are there.
 * @throws when a file cannot be had, room is lacking (`QuotaExceededError`), or `signal` says stop.
 */
export async function keep(
  list: OfflineList,
  { signal, tell }: { signal?: AbortSignal; tell?: (bytes: number) => void } = {},
): Promise<void> {
  const before = await keptEdition();
  if (before?.list.id === list.id) return;
  const known = new Map(before?.list.files.map(([path, hash]) => [path, hash]));
  const cache = await caches.open(nameOf(list));
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  let bytes = 0;
  const rest = [...list.files];

  const next = async (): Promise<void> => {
    for (let file = rest.shift(); file; file = rest.shift()) {
      const [path, hash, size] = file;
      signal?.throwIfAborted();
      if (!there.has(path)) {
        const old = known.get(path) === hash ? await before?.cache.match(path) : undefined;
        await cache.put(path, old ?? (await load(path, hash, signal)));
      }
      bytes += size;
      tell?.(bytes);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  await cache.put(
    OFFLINE_LIST,
    new Response(JSON.stringify(list), { headers: { 'Content-Type': 'application/json' } }),
  );
  for (const name of await cacheNames()) if (name !== nameOf(list)) await caches.delete(name);
}

/** A file as the list has it. @throws when another release has been published meanwhile. */
async function load(path: string, hash: string, signal: AbortSignal | undefined): Promise<Response> {
  const answer = await fetch(path, { cache: 'no-cache', ...(signal && { signal }) });
  if (!answer.ok && path !== MISSING) throw new Error(`${path}: ${String(answer.status)}`);
  const body = await answer.arrayBuffer();
  if ((await hashOf(body)) !== hash && (await isReplaced(path, hash))) throw new Error('Another release');
  // A new answer, since one that was redirected is refused where a page is asked for.
  return new Response(body, { headers: { 'Content-Type': answer.headers.get('Content-Type') ?? '' } });
}

async function hashOf(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether the server's list has the file otherwise now; some servers change files on their way, which is no harm. */
async function isReplaced(path: string, hash: string): Promise<boolean> {
  return (await publishedList()).files.every(([one, its]) => one !== path || its !== hash);
}

/** Lets go of everything that was kept. */
export async function removeKept(): Promise<void> {
  for (const name of await cacheNames()) await caches.delete(name);
}
