/** An edition that is assembled again with a memory, held against one that is assembled without. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readContent, type FileMemory } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { makeMemory } from '../../src/edition/memory.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'memory-'));
  await cp('tests/fixtures/edition', root, { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** What an editor does to a file, one after the other; the last of each undoes it. */
const edits: [file: string, edit: (text: string) => string | undefined][] = [
  ['content/sources/letter-1900/text.md', (text) => text.replace(/\b[a-z]{5,}\b/, 'other')],
  ['content/sources/letter-1900/text.md', (text) => text.replace(/ \^p\d+/, '')],
  ['content/sources/letter-1900/source.yaml', (text) => text.replace(/^short: .*$/m, 'short: Another 1900')],
  ['content/sources/letter-1900/source.yaml', (text) => `${text}unknown: 1\n`],
  ['content/sources/letter-1900/ledger.json', (text) => text.replace(/"p1"/, '"p99"')],
  ['content/bibliography.json', (text) => text.replace(/"id": "/, '"id": "x-')],
  ['content/edition.yaml', (text) => text.replace(/^title: .*$/m, 'title: Another')],
  ['content/ledger.json', () => undefined],
];

test('is the same after every edit, and after it is undone', async () => {
  const files: FileMemory = new Map();
  const memory = makeMemory();
  const both = async () => {
    const again = assemble(await readContent(root, files), memory);
    expect(again).toEqual(assemble(await readContent(root)));
    return again;
  };
  const first = await both();
  expect(first.problems).toEqual([]);
  for (const [name, edit] of edits) {
    const file = join(root, name);
    const text = await readFile(file, 'utf8');
    const edited = edit(text);
    expect(edited, name).not.toBe(text);
    if (edited === undefined) await rm(file);
    else await writeFile(file, edited);
    expect(await both(), name).not.toEqual(first);
    await writeFile(file, text);
    expect((await both()).problems).toEqual([]);
  }
});

test('makes anew only what has changed', async () => {
  const files: FileMemory = new Map();
  const memory = makeMemory();
  const made = vi.fn();
  const watched = {
    ...memory,
    recall: <T>(name: string, of: readonly unknown[], make: () => T): T =>
      memory.recall(name, of, () => {
        made(name);
        return make();
      }),
  };
  const again = async () => {
    made.mockClear();
    assemble(await readContent(root, files), watched);
    return made.mock.calls.flat() as string[];
  };
  expect(await again()).toContain('source letter-1900');
  expect(await again()).toEqual([]);
  const file = join(root, 'content/sources/letter-1900/text.md');
  await writeFile(file, `${await readFile(file, 'utf8')}\n`);
  expect((await again()).filter((name) => !name.startsWith('claims '))).toEqual(['source letter-1900']);
});
