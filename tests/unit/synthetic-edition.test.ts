import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedWord } from '../../src/cli/bench/invented-words.ts';
import { readPatterns, writeSyntheticEdition } from '../../src/cli/bench/synthetic-edition.ts';
import { syntheticSources } from '../../src/cli/bench/synthetic-sources.ts';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';

const count = 4;
let folders: string[];

beforeAll(async () => {
  folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'synthetic-'))));
  for (const folder of folders) await writeSyntheticEdition(folder, { root: '.', count, seed: 7 });
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** Every file below a folder, by its path. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const paths = globSync('**/*.*', { cwd: folder }).sort();
  return new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
}

test('a synthetic edition is the same whenever it is made', async () => {
  const [first = new Map<string, string>(), second] = await Promise.all(folders.map(filesIn));
  expect(first.size).toBeGreaterThan(count * 6);
  expect(first).toEqual(second);
});

test('it has no problem and every word of its witnesses', async () => {
  const { edition, collations, problems } = assemble(await readContent(folders[0] ?? ''));
  expect(problems).toEqual([]);
  expect(edition?.sources).toHaveLength(count);
  for (const { found, total } of collations.flatMap((one) => one.collations.flatMap(({ rows }) => rows)))
    expect(found).toBe(total);
  for (const { paragraphs, witnessNotes, editorNotes } of edition?.sources ?? []) {
    expect(paragraphs.length).toBeGreaterThanOrEqual(50);
    expect(witnessNotes.length).toBeGreaterThanOrEqual(6);
    expect(editorNotes.length).toBeGreaterThanOrEqual(2);
  }
});

test('a source depends on its place and the seed alone', async () => {
  const patterns = await readPatterns('.');
  const [one] = syntheticSources(patterns, 1, 7);
  const [same] = syntheticSources(patterns, 3, 7);
  const [other] = syntheticSources(patterns, 1, 8);
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
});

test('its sources have different ids, and ranks different words', async () => {
  const ids = [...syntheticSources(await readPatterns('.'), 30, 7)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(30);
  const words = Array.from({ length: 200_000 }, (_, rank) => inventedWord(rank));
  expect(new Set(words).size).toBe(words.length);
});
