/**
 * Every rule has its entry in the catalogue and its test folder. That every code in `src/` has an entry is
 * held by the compiler: a problem's `code` is a key of the catalogue.
 */
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/cli/explain.ts';
import { isProblemCode, ruleGroups, rules, type ProblemCode } from '../../src/edition/problems/catalogue.ts';
import { sourceFiles } from './imports.ts';

const FIXTURES = 'tests/fixtures/checks';
const codes = Object.keys(rules) as ProblemCode[];

describe('the catalogue of rules', () => {
  test('has each code in one group', () => {
    const grouped = ruleGroups.flatMap((group) => Object.keys(group.rules));
    expect(grouped.toSorted()).toEqual(codes.toSorted());
  });

  test('has a test folder for each code, and an entry for each folder', async () => {
    const folders = await readdir(FIXTURES);
    const without = codes.filter((code) => !rules[code].isGuard && !folders.includes(code));
    expect(without).toEqual([]);
    const unknown = folders.filter((name) => !isProblemCode(name.replace(/-(?:twice|new|page)$/, '')));
    expect(unknown).toEqual([]);
  });

  test('names no code that nothing in src/ finds', () => {
    const program = sourceFiles()
      .filter(({ file }) => !file.startsWith('src/edition/problems/'))
      .map(({ text }) => text)
      .join('\n');
    const ofAddresses = /^(?:anchor|note|source|page)-(unpublished|reused|lost)$/;
    const dead = codes.filter((code) => {
      const kind = ofAddresses.exec(code)?.[1];
      return !program.includes(`'${code}'`) && !(kind !== undefined && program.includes(`\${what}-${kind}`));
    });
    expect(dead).toEqual([]);
  });

  test.each(codes.map((code) => [code, rules[code]] as const))(
    '%s is one line of prose',
    (_, { title, means }) => {
      expect(title).toMatch(/^\p{Lu}[^\n]*[^.\s]$/u);
      expect(means).toMatch(/^\S[^\n]*[.]$/u);
    },
  );
});

describe('--explain', () => {
  test.each(codes.filter((code) => !rules[code].isGuard))('%s shows its mistake', async (code) => {
    const told = await explain(code);
    const expected = await readFile(`${FIXTURES}/${code}/expected.txt`, 'utf8');
    const problem = expected.split('\n').find((line) => line.endsWith(` ${code}`)) ?? '?';
    expect(told).toContain(rules[code].means);
    expect(told).toContain(problem);
    expect(told.split('\n').length).toBeLessThan(60);
  });

  test('shows what was wrong and how it is mended', async () => {
    expect(await explain('diagram-node-unknown')).toMatch(/ to: leter\n[\s\S]*Mended:\n[\s\S]* to: letter\n/);
  });
});
