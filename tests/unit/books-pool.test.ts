/** The threads that make EPUBs and PDFs, with a stub in the place of the maker: what comes of each way to fail. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { jobsOf } from '../../src/books/jobs.ts';
import { startBooks } from '../../src/books/pool.ts';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { Edition } from '../../src/edition/model.ts';

const { edition } = assemble(await readContent('tests/fixtures/edition')) as { edition: Edition };
const handout = '/topics/specimen/specimen.pdf';

let temporary: string;
let out: string;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pool-'));
  [temporary, out] = [folder, join(folder, 'dist')];
  // Where the pool makes its own folder.
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true });
});

function start(act: string) {
  const program = new URL('./book-thread.ts', import.meta.url);
  return startBooks(edition, { root: act, site: 'https://example.org', program });
}

/** What the pool says where it cannot make everything. */
async function faultOf(act: string): Promise<string> {
  const books = await start(act);
  return books.writeTo(out).then(
    () => 'Nothing was wrong.',
    (error: Error) => error.message,
  );
}

test('every file comes to its place, and the folder between is gone', async () => {
  const { files, bytes } = await (await start('work')).writeTo(out);
  const paths = jobsOf(edition).map(({ path }) => path);
  expect(paths).toContain(handout);
  expect(files).toBe(paths.length);
  expect(bytes).toBe(paths.join('').length);
  for (const path of paths) expect(await readFile(join(out, path), 'utf8')).toBe(path);
  expect(await readdir(temporary)).toEqual(['dist']);
});

test.each([
  ['fault', 'Not all EPUBs and PDFs could be made.', 'Its rows are too long.'],
  ['throw', 'broke off', 'No memory left.'],
  ['exit', 'broke off', 'it ended with 3.'],
])('after a %s the build hears which file, why, and what to do', async (act, what, why) => {
  const said = await faultOf(act);
  for (const part of [what, handout, why, 'EDITION_BOOKS=none']) expect(said).toContain(part);
  expect(existsSync(out)).toBe(false);
  expect(await readdir(temporary)).toEqual([]);
});

test('the folder between is removed when the build ends before its files are wanted', async () => {
  const before = new Set(process.listeners('exit'));
  await start('work');
  expect(await readdir(temporary)).toHaveLength(1);
  const added = process.listeners('exit').filter((listener) => !before.has(listener));
  expect(added).toHaveLength(1);
  added[0]?.(1);
  expect(await readdir(temporary)).toEqual([]);
  process.off('exit', added[0] ?? (() => undefined));
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the folder between is removed when %s ends the build',
  async (signal) => {
    const program = fileURLToPath(new URL('./books-build.ts', import.meta.url));
    const build = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(build.stdout, 'data');
    expect(await readdir(temporary)).toHaveLength(1);
    build.kill(signal);
    expect(await once(build, 'exit')).toEqual([null, signal]);
    expect(await readdir(temporary)).toEqual([]);
  },
);
