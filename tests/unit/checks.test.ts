import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { formatProblem, sortProblems } from '../../src/edition/problem.ts';

/**
 * Each folder of `fixtures/checks` is an edition with one fault: `in/` lies over `fixtures/edition`,
 * `expected.txt` is what an editor is told. `UPDATE_EXPECTED=1` writes the files anew, to be read.
 */
const FIXTURES = 'tests/fixtures/checks';
const BASE = 'tests/fixtures/edition';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checks-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function problemsOf(root: string): Promise<string> {
  const { problems } = assemble(await readContent(root));
  return sortProblems(problems).map(formatProblem).join('\n\n');
}

test('the base edition has no problem', async () => {
  expect(await problemsOf(BASE)).toBe('');
});

describe('an editor is told, with file and line, of', async () => {
  const names = await readdir(FIXTURES);
  test.each(names)('%s', async (name) => {
    const root = join(folder, name);
    await cp(BASE, root, { recursive: true });
    await cp(join(FIXTURES, name, 'in'), root, { recursive: true });
    const told = `${await problemsOf(root)}\n`;
    const expected = join(FIXTURES, name, 'expected.txt');
    if (process.env['UPDATE_EXPECTED']) await writeFile(expected, told);
    expect(told).toContain(` ${name.replace(/-(?:twice|new|page)$/, '')}\n`);
    expect(told).toBe(await readFile(expected, 'utf8'));
  });
});
