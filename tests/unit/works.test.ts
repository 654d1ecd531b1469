/** The works of the edition: every reference that its files make is found from its work. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { worksOf } from '../../src/edition/works.ts';
import { splitFrontMatter } from '../../src/edition/yaml.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');

/** Everything below a value that is a list under one of the keys of references. */
function referencesIn(value: unknown): { id: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]: [string, unknown]) =>
    (key === 'references' || key === 'works') && Array.isArray(below)
      ? (below as { id: string }[])
      : referencesIn(below),
  );
}

test('each work is cited as often as all files of the edition refer to it', () => {
  const counts = new Map<string, number>();
  for (const file of globSync('content/**/*.{yaml,mdx}')) {
    const text = readFileSync(file, 'utf8');
    const matter = file.endsWith('.mdx') ? (splitFrontMatter(text)?.matter ?? '') : text;
    for (const { id } of referencesIn(parse(matter))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const works = worksOf(edition).filter(({ citations }) => citations.length > 0);
  expect(new Map(works.map(({ id, citations }) => [id, citations.length]))).toEqual(counts);
});

test('the paragraphs of pages that rest on works are called by their headings', () => {
  for (const { id, statements } of edition.pages) {
    const lines = readFileSync(`content/pages/${id}.mdx`, 'utf8').split('\n');
    for (const { name } of statements) expect(lines).toContain(`## ${name.replace(/, paragraph \d+$/, '')}`);
  }
  expect(edition.pages.find(({ id }) => id === 'context')?.statements.length).toBeGreaterThan(5);
});
