/** The server of development: an editor saves a file, and the page says what is wrong at its place. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

let root: string;
let server: ChildProcess;
let address: string;

const file = (path: string) => join(root, 'content', path);
const textOf = (path: string) => readFile(file(path), 'utf8');
const page = async (path: string) => (await fetch(address + path)).text();
const problems = /<section class="content-problems"/;
/** Until a page is as it should be: the server reads files a moment after they were saved. */
const until = (path: string, check: (html: string) => void) =>
  vi.waitFor(async () => check(await page(path)), { timeout: 20_000, interval: 200 });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'workshop-'));
  await cp('tests/fixtures/edition', root, { recursive: true });
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, 'localhost', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  address = `http://localhost:${String(port)}`;
  // Astro draws no pages where it finds Vitest.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')),
  );
  server = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port), '--host', 'localhost'],
    {
      env: { ...environment, EDITION_ROOT: root, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'development' },
      stdio: 'ignore',
    },
  );
  await vi.waitFor(() => page('/about/'), { timeout: 60_000, interval: 300 });
}, 70_000);

afterAll(async () => {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  }
  await rm(root, { recursive: true, force: true });
});

test('a page without problems speaks of none', async () => {
  expect(await page('/sources/letter-1900/')).not.toMatch(problems);
});

test(
  'a problem is told on every page, with file and line, and at its paragraph',
  { timeout: 60_000 },
  async () => {
    const path = 'sources/letter-1900/text.md';
    const text = await textOf(path);
    const lines = text.split('\n');
    const index = lines.findIndex((line) => line.endsWith(' ^p3'));
    await writeFile(file(path), lines.with(index, `Intruding ${lines[index] ?? ''}`).join('\n'));

    await until('/sources/letter-1900/', (html) => {
      expect(html).toMatch(problems);
      expect(html).toContain(`content/${path}:${String(index + 1)}:`);
      expect(html).toMatch(
        /<aside class="content-problems">[^]*?collation-differs[^]*?<\/aside><p[^>]* id="p3"/,
      );
    });
    const elsewhere = await page('/about/');
    expect(elsewhere).toMatch(problems);
    expect(elsewhere).not.toContain('<aside class="content-problems">');

    await writeFile(file(path), text);
    await until('/sources/letter-1900/', (html) => expect(html).not.toMatch(problems));
  },
);

test('what an editor changes is shown, and so is a note that is new', { timeout: 60_000 }, async () => {
  const header = await textOf('sources/letter-1900/source.yaml');
  await writeFile(
    file('sources/letter-1900/source.yaml'),
    header.replace(/^summary: .*$/m, 'summary: Seen anew.'),
  );
  await until('/sources/', (html) => expect(html).toContain('Seen anew.'));

  const front = 'at: p1\nquote: a specimen\nkind: term\ntitle: A note that is new\nchecked: standard\n';
  await writeFile(file('notes/letter-1900/brand-new.mdx'), `---\n${front}---\n\nIts words.\n`);
  await until('/notes/letter-1900/brand-new/', (html) =>
    expect(html).toMatch(/<h1[^>]*>[^]*A note that is new/),
  );
  expect(await page('/about/')).toContain('note-unpublished');
});
