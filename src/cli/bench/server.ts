/**
 * A server of `dist/` that counts what it sends. Pagefind works in a worker, whose requests are missing
 * from the page's own network log, so only the server sees every byte.
 */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';

export type Kind = 'html' | 'css' | 'js' | 'font' | 'other';

/** One answer, by its size as sent. */
export interface Sent {
  path: string;
  kind: Kind;
  bytes: number;
  /** When it was asked for, in milliseconds of the epoch. */
  at: number;
}

/** A connection: milliseconds that each request waits, and bytes that all together get a millisecond. */
export interface Network {
  latency: number;
  bytesPerMillisecond: number;
}

export interface CountingServer {
  address: string;
  /** What was sent since the last call. */
  take: () => Sent[];
  /** Sets the speed of the connection; without an argument as fast as the machine. */
  connect: (network?: Network) => void;
  close: () => void;
}

const types: Record<string, [Kind, string]> = {
  '.html': ['html', 'text/html; charset=utf-8'],
  '.css': ['css', 'text/css; charset=utf-8'],
  '.js': ['js', 'text/javascript; charset=utf-8'],
  '.mjs': ['js', 'text/javascript; charset=utf-8'],
  '.woff2': ['font', 'font/woff2'],
  '.json': ['other', 'application/json'],
  '.svg': ['other', 'image/svg+xml'],
  '.wasm': ['other', 'application/wasm'],
  '.png': ['other', 'image/png'],
  '.xml': ['other', 'application/xml'],
};
/** Compressed already, the search index among them: servers send these as they are. */
const compressed = /\.(woff2|png|jpg|webp|avif|epub|pdf|gz|pagefind|words|pf_\w+)$/;

/** From so many bytes on, the best quality takes minutes. */
const large = 4_000_000;

/**
 * A text or file as brotli sends it, at the quality of files that are compressed once; large ones at a
 * little less, which sends some six per cent more.
 */
export function brotli(content: string | Buffer): Buffer {
  const quality = content.length < large ? 11 : 10;
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

/** Serves a folder over brotli on a free port. */
export async function serve(folder: string): Promise<CountingServer> {
  const bodies = new Map<string, Buffer | undefined>();
  let sent: Sent[] = [];
  let network: Network | undefined;
  let lineFreeAt = 0;

  /** The file of a path as it is sent; undefined when there is none. */
  const bodyOf = (file: string): Buffer | undefined => {
    if (!bodies.has(file)) {
      const content = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
      bodies.set(file, content && !compressed.test(file) ? brotli(content) : content);
    }
    return bodies.get(file);
  };

  /** Waits as long as the connection takes for an answer of this size, which queues behind earlier ones. */
  const travel = async (bytes: number): Promise<void> => {
    if (!network) return;
    const now = performance.now();
    lineFreeAt = Math.max(now + network.latency, lineFreeAt) + bytes / network.bytesPerMillisecond;
    await pause(lineFreeAt - now);
  };

  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const [kind, type] = types[extname(file)] ?? ['other', 'application/octet-stream'];
    const body = bodyOf(file) ?? Buffer.alloc(0);
    const status = bodies.get(file) ? 200 : 404;
    sent.push({ path, kind, bytes: body.length, at: Date.now() });
    void travel(body.length).then(() => {
      const encoding = compressed.test(file) || status === 404 ? {} : { 'content-encoding': 'br' };
      response.writeHead(status, { 'content-type': type, 'content-length': body.length, ...encoding });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));

  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    connect: (to) => {
      network = to;
      lineFreeAt = 0;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The bytes sent of some kinds. */
export function bytesOf(sent: Sent[], ...kinds: Kind[]): number {
  return sent.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { bytes }) => sum + bytes, 0);
}
