import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** What a server sent for a path. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Uint8Array;
  /** Where it came from, after redirections. */
  url: string;
  redirected: boolean;
}

/** Asks a deployed site for what stands at a path; paths begin with `/`, which is the top of the site. */
export type Ask = (path: string) => Promise<Answer>;

/** Milliseconds for an answer to be there whole. */
const patience = 60_000;
/** How often a path is asked for before the server counts as unreachable, and the milliseconds between. */
const attempts = 3;
const interval = 500;

/**
 * @param top the address of the site, which ends in `/`.
 * @returns a function that throws where there is no answer, or where it breaks off.
 */
export function askAt(top: URL): Ask {
  return async (path) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await fetch(new URL(path.slice(1), top), {
          // Compressed as for a browser; `fetch` unpacks it.
          headers: { 'Accept-Encoding': 'br, gzip', 'Cache-Control': 'no-cache', Origin: 'null' },
          signal: AbortSignal.timeout(patience),
        });
        if ((answer.status === 429 || answer.status >= 500) && attempt < attempts)
          throw new Error(`status ${String(answer.status)}`);
        const { status, headers, url, redirected } = answer;
        return { status, headers, url, redirected, body: new Uint8Array(await answer.arrayBuffer()) };
      } catch (error) {
        if (attempt >= attempts) throw error;
        await pause(interval * attempt);
      }
    }
  };
}

/** SHA-256 in hexadecimal digits. */
export function sha256(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('hex');
}

export function textOf({ body }: Pick<Answer, 'body'>): string {
  return new TextDecoder().decode(body);
}

/** What went wrong with a connection, in the words of the system. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause as { message?: string; code?: string } | undefined;
  return cause?.message || cause?.code || error.message;
}
