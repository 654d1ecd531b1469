/** A small site as a build writes it, served on this machine, with faults where a test asks for them. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { writeOfflineList } from '../../src/offline/list.ts';

/** What is sent for a path. */
export interface Sent {
  status?: number;
  body: Buffer;
  headers: Record<string, string>;
  /** Break the connection off in the middle of the body. */
  breaksOff?: boolean;
}

const page = (words: string, release: string) =>
  `<!doctype html><html lang="en"><head><title>A</title><link rel="canonical" href="http://localhost/"></head>` +
  `<body><main>${words.repeat(60)}</main><footer><a href="/changes/">release ${release}</a></footer></body></html>\n`;

const member = { '@id': 'letter', '@type': 'Resource' };

/** By path from the top of the site, without its first stroke. */
function filesOf(release: string): Record<string, string> {
  const text = 'Das Wort – “sound” – ’tis.\n'.repeat(80);
  const hash = createHash('sha256').update(text).digest('hex');
  return {
    'index.html': page('The edition. ', release),
    '404.html': page('There is no page here. ', release),
    'about/index.html': page('About it. ', release),
    'changes/index.html': page('What changed. ', release),
    '_astro/a.Abc123.js': 'console.log(1);\n'.repeat(200),
    '_astro/a.Abc123.css': 'p { margin: 0 }\n'.repeat(200),
    'sources/letter/letter.txt': text,
    'search/records.json': '{}',
    'data/SHA256SUMS': `${hash}  sources/letter/letter.txt\n`,
    'dts/entry.json': '{}',
    'dts/collection.json': JSON.stringify({ member: [member] }),
    'dts/navigation/letter;down=1.json': '{}',
    'dts/document/letter.xml': '<TEI/>',
    'sw.js': 'importScripts("/_astro/a.js");\n',
    'robots.txt': 'User-agent: *\n',
    'sitemap-index.xml': '<sitemapindex/>\n',
  };
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain; charset=utf-8',
};

function headersOf(path: string): Record<string, string> {
  const ending = path.endsWith('/') ? 'html' : (path.split('.').at(-1) ?? '');
  const dts = path.startsWith('/dts/') && { json: 'application/ld+json', xml: 'application/tei+xml' }[ending];
  return {
    'Content-Type': dts || (types[ending] ?? 'application/octet-stream'),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(/\.(?:json|xml|txt)$/.test(path) && { 'Access-Control-Allow-Origin': '*' }),
  };
}

/** What a whole site of this release sends, by path. */
export async function siteOf(release: string): Promise<Map<string, Sent>> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'));
  for (const [path, body] of Object.entries(filesOf(release))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
  await writeOfflineList(folder, release);
  const sent = new Map<string, Sent>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/');
    sent.set(path, { body: await readFile(file), headers: headersOf(path) });
  }
  await rm(folder, { recursive: true });
  return sent;
}

/** Serves a site on a free port, compressed. @returns its address, and what ends it. */
export async function serveSite(site: Map<string, Sent>): Promise<{ address: URL; server: Server }> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURI(new URL(url, 'http://localhost').pathname);
    const missing = site.get('/404.html');
    const sent = site.get(path) ?? { body: Buffer.from('none'), headers: {}, ...missing, status: 404 };
    const isText = /\/|\.(?:html|js|css|json|xml|txt)$/.test(path);
    const body = isText && sent.body.length > 1000 ? brotliCompressSync(sent.body) : sent.body;
    response.writeHead(sent.status ?? 200, {
      ...sent.headers,
      ...(body !== sent.body && { 'Content-Encoding': 'br' }),
      'Content-Length': String(body.length),
    });
    if (sent.breaksOff) response.write(body.subarray(0, body.length / 2), () => response.destroy());
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { address: new URL(`http://localhost:${String((server.address() as AddressInfo).port)}/`), server };
}
