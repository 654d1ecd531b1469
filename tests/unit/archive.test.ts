/** The archive of everything: its files, its checksums, and that the same files give the same bytes. */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import type { Edition } from '../../src/edition/model.ts';
import { indexJson } from '../../src/exports/json/index-of-all.ts';
import { writeArchive } from '../../src/downloads/archive.ts';

const site = new URL('https://example.org');
const { edition } = assemble(await readContent('tests/fixtures/edition')) as { edition: Edition };

const index = indexJson({ edition, site });
const listed = [
  ...[
    ...index.sources,
    ...index.registers.flatMap(({ entries }) => entries),
    ...index.topics,
    ...index.figures,
    ...index.diagrams,
  ].flatMap(({ files }) => files),
  ...index.schemas,
  ...index.files,
].map(({ address }) => new URL(address).pathname.slice(1));

/** Published files with invented bytes, and one that is none. */
const published: Record<string, string | Uint8Array> = {
  ...Object.fromEntries(
    listed.filter((path) => !/\.zip$|SHA256SUMS$/.test(path)).map((path) => [path, `In ${path}`]),
  ),
  'data/index.json': JSON.stringify(index),
  'sources/letter-1900/letter-1900.epub': new Uint8Array(700_000).map((_, at) => (at * 7919) % 251),
};
const other = 'sources/letter-1900/index.html';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  for (const [path, bytes] of Object.entries({ ...published, [other]: '<p>' })) {
    await mkdir(dirname(join(folder, 'a', path)), { recursive: true });
    await writeFile(join(folder, 'a', path), bytes);
  }
  await cp(join(folder, 'a'), join(folder, 'b'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const sumsIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  ').reverse() as [path: string, hash: string]);

test('holds all that the index lists, at its path, with its checksums', async () => {
  const out = join(folder, 'a');
  expect((await writeArchive(out, edition, site)).files).toBe(Object.keys(published).length);
  const zip = await readFile(join(out, 'data/specimen.zip'));
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(
    ['README.txt', ...Object.keys(published).sort(), 'SHA256SUMS'].map((path) => `specimen/${path}`),
  );
  for (const [path, bytes] of Object.entries(published))
    expect(hashOf(files[`specimen/${path}`] ?? ''), path).toBe(hashOf(bytes));

  const within = sumsIn(strFromU8(files['specimen/SHA256SUMS'] ?? new Uint8Array()));
  expect(within.map(([path]) => path)).toEqual(['README.txt', ...Object.keys(published)].sort());
  for (const [path, hash] of within) expect(hash, path).toBe(hashOf(files[`specimen/${path}`] ?? ''));
  const beside = sumsIn(await readFile(join(out, 'data/SHA256SUMS'), 'utf8'));
  expect(beside.map(([path]) => path)).toEqual([...Object.keys(published), 'data/specimen.zip'].sort());
  for (const [path, hash] of beside) expect(hash, path).toBe(hashOf(await readFile(join(out, path))));
});

test('has the same bytes in another folder, at another time and in another zone', async () => {
  const zone = process.env['TZ'];
  const made = [];
  for (const [name, TZ] of [
    ['a', 'Asia/Tokyo'],
    ['b', 'America/Los_Angeles'],
  ] as const) {
    process.env['TZ'] = TZ;
    await writeArchive(join(folder, name), edition, site);
    made.push(hashOf(await readFile(join(folder, name, 'data/specimen.zip'))));
  }
  process.env['TZ'] = zone;
  if (zone === undefined) delete process.env['TZ'];
  expect(made[0]).toBe(made[1]);
});

test.each(['sources/letter-1900/letter-1900.txt', 'data/index.json'])(
  'without %s there is no archive, but words on what to do',
  async (path) => {
    const out = join(folder, 'without');
    await cp(join(folder, 'b'), out, { recursive: true });
    await rm(join(out, 'data/specimen.zip'), { force: true });
    await rm(join(out, path));
    const made = writeArchive(out, edition, site);
    await expect(made).rejects.toThrow(new RegExp(`/${path}.*(Write them|See).*src/`));
    await expect(readFile(join(out, 'data/specimen.zip'))).rejects.toThrow('ENOENT');
    await rm(out, { recursive: true });
  },
);
