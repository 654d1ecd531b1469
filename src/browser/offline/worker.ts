/**
 * The service worker of a kept edition. It is there only for readers who asked for it. What the server
 * sends comes first, so that nobody reads an old release while there is a connection; without one, the
 * kept release answers, whole.
 */
import { keep, keptEdition, MISSING, publishedList } from './store.ts';

interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listen: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
}
const scope = self as unknown as WorkerScope;

/** A page that has not begun to arrive after so many milliseconds is taken from what is kept. */
const patience = 5000;
/** A new release is looked for after so many milliseconds at the earliest. */
const interval = 3_600_000;
let lookedAt = -Infinity;

scope.addEventListener('install', (event) => {
  event.waitUntil(scope.skipWaiting());
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim());
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  event.respondWith(answer(request, pathname));
  if (request.mode === 'navigate') event.waitUntil(update());
});

async function answer(request: Request, path: string): Promise<Response> {
  const sent = fetch(request);
  try {
    return await (request.mode === 'navigate' ? inTime(sent) : sent);
  } catch {
    // What is not kept may still be on its way; else its own error is the answer.
    return (await fromKept(request, path)) ?? sent;
  }
}

function inTime(sent: Promise<Response>): Promise<Response> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), patience));
  return Promise.race([sent, late]);
}

/** Queries are for the scripts of a page, not for the server. */
async function fromKept(request: Request, path: string): Promise<Response | undefined> {
  const kept = await keptEdition();
  if (!kept) return undefined;
  const found = (await kept.cache.match(path)) ?? (await kept.cache.match(`${path}/`));
  if (found || request.mode !== 'navigate') return found;
  const missing = await kept.cache.match(MISSING);
  return missing && new Response(missing.body, { status: 404, headers: missing.headers });
}

/** Brings the kept edition up to the published one, now and then. A look that failed does not count. */
async function update(): Promise<void> {
  if (performance.now() - lookedAt < interval) return;
  lookedAt = performance.now();
  try {
    if (await keptEdition()) await keep(await publishedList());
  } catch {
    lookedAt = -Infinity;
  }
}
