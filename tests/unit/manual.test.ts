/**
 * The editor's manual says what the program does: its tables are made of the schemas, and each of its
 * examples is laid over the edition of the tests, in order, and checked.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soundEdition, writeLedgers } from '../../src/cli/ledgers.ts';
import { docstringsOf } from '../../src/cli/manual/docstrings.ts';
import { fillManual, MANUAL, tables } from '../../src/cli/manual/fill.ts';
import { keysOf } from '../../src/cli/manual/keys.ts';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { isProblemCode } from '../../src/edition/problems/catalogue.ts';

const manual = await readFile(MANUAL, 'utf8');

/** Blocks whose info string names a file, and the problem that is shown with them, if any: ```` ```yaml FILE problem=CODE ````. */
const examples = [...manual.matchAll(/^```\w+ (content\/\S+)(?: problem=(\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, file = '', code, text = '']) => ({ file, code, text }),
);

describe('the editor’s manual', () => {
  test('is up to date (`npm run manual` brings it there)', () => {
    expect(fillManual(manual)).toBe(manual);
  });

  test.each(Object.entries(tables))('has every key of %s', (name, [file, constant, schema]) => {
    expect(manual).toContain(`<!-- keys: ${name} -->`);
    const docs = docstringsOf(file, constant);
    expect(
      keysOf(schema)
        .filter(({ path }) => !docs.get(path))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test('names only rules and commands that there are', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: object };
    const commands = [...manual.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name);
    expect(commands.filter((name) => !(name && name in scripts))).toEqual([]);
    const linked = [...manual.matchAll(/\]\(#([\w-]+)\)/g)].map(([, target = '']) => target);
    const headings = [...manual.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\d\s-]/gu, '')
        .replace(/\s/g, '-'),
    );
    expect(linked.filter((target) => !headings.includes(target))).toEqual([]);
  });
});

describe('its example of', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'manual-'));
    await cp('tests/fixtures/edition', root, { recursive: true });
  });
  afterAll(() => rm(root, { recursive: true }));

  /** Problems that `npm run anchors` mends, as the manual says to run it, are none of the example. */
  const codes = async () =>
    assemble(await readContent(root))
      .problems.filter(({ code }) => !code.endsWith('-unpublished') && code !== 'ledger-stale')
      .map(({ code, place, fact }) => `${code}: ${place.file}:${String(place.line)} ${fact}`);

  /** What `npm run anchors` does; until then what points into a new text is not judged. */
  async function recordAddresses(folder: string) {
    const edition = await soundEdition(folder);
    if (edition) await writeLedgers(folder, edition, edition.header.release);
    expect(assemble(await readContent(folder)).problems).toEqual([]);
  }

  test.each(
    examples.map(({ file, code = 'no problem', ...rest }, index) => ({
      name: `${String(index + 1)}. ${file} (${code})`,
      file,
      code,
      ...rest,
    })),
  )('$name', async ({ file, code, text }) => {
    const path = join(root, file);
    const before = await readFile(path).catch(() => undefined);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    // A source is whole when all its files are there; the manual shows its decisions last.
    const isPart = /\/(?:witness\.txt|text\.md|source\.yaml)$/.test(file) && code === 'no problem';
    const found = isPart ? [] : await codes();
    if (code === 'no problem') {
      expect(found).toEqual([]);
      if (!isPart) await recordAddresses(root);
      return;
    }
    expect(isProblemCode(code)).toBe(true);
    expect(found.filter((one) => one.startsWith(`${code}: `))).not.toEqual([]);
    if (before) await writeFile(path, before);
    else await rm(path);
  });

  test('each kind of file is there', () => {
    for (const kind of [
      'sources/.*text\\.md',
      'sources/.*source\\.yaml',
      'sources/.*apparatus\\.yaml',
      'notes/',
      'people/',
      'topics/',
      'figures/',
      'claims/',
      'diagrams/',
      'events/',
    ])
      expect(
        examples.some(({ file, code }) => !code && new RegExp(`^content/${kind}`).test(file)),
        kind,
      ).toBe(true);
  });
});
