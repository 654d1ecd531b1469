/** A server that has a built site under a path, and nothing anywhere else. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.epub': 'application/epub+zip',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
};

export interface ServedUnder {
  /** `http://localhost:1234/editions/`. */
  address: string;
  /** The paths that were asked for and not there, since the last call. */
  takeMissing: () => string[];
  stop: () => Promise<void>;
}

/** @param base with a slash at both ends. @param folder is read when something is asked for. */
export async function serveUnder(base: string, folder: string): Promise<ServedUnder> {
  let missing: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURI(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const file = path.startsWith(base) ? join(folder, path.slice(base.length)) : undefined;
    const isThere = file !== undefined && existsSync(file);
    if (!isThere) missing.push(pathname);
    const sent = isThere ? file : join(folder, '404.html');
    response.writeHead(isThere ? 200 : 404, {
      'Content-Type': types[extname(sent)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(sent));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${String((server.address() as AddressInfo).port)}${base}`,
    takeMissing: () => {
      const taken = missing;
      missing = [];
      return taken;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
