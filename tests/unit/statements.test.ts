import { expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { shortReference, standardInWords } from '../../src/edition/labels.ts';
import { readStatements } from '../../src/edition/statements.ts';
import { readYaml, splitFrontMatter } from '../../src/edition/yaml.ts';
import { pageSchema } from '../../src/schemas/page.ts';

const place = { file: 'content/pages/context.mdx', bodyLine: 1 };
const seen = { id: 'manual-1899', seen: true };

test('a paragraph has its section, its words without its id, and what it rests on', () => {
  const ground = { works: [seen], checked: 'read' as const };
  const { value, problems } = readStatements(
    'Of the page.\n\n## The famine\n\nWords. ^p1\n',
    { p1: ground },
    place,
  );
  expect(problems).toEqual([]);
  expect(value.opening.map(({ words }) => words)).toEqual(['Of the page.']);
  expect(value.sections).toMatchObject([
    {
      id: 'the-famine',
      heading: 'The famine',
      statements: [{ id: 'p1', text: { words: 'Words.' }, ground }],
    },
  ]);
});

test('every paragraph of the page of context below a heading says what it rests on', async () => {
  const { pages } = await readContent('.');
  const { file, text } = pages.find((page) => page.file.endsWith('context.mdx')) ?? { file: '', text: '' };
  const parts = splitFrontMatter(text);
  const references = readYaml(parts?.matter ?? '', file, pageSchema).value?.references ?? {};
  const { sections } = readStatements(parts?.body ?? '', references, place).value;
  const statements = sections.flatMap((section) => section.statements);
  expect(statements.length).toBeGreaterThan(30);
  for (const {
    ground,
    text: { words },
  } of statements)
    expect(ground, words).toBeDefined();
});

test('a short reference has the names and the year, else where the work stands and its title', () => {
  const work = { id: 'a', type: 'book', title: 'Years' };
  const issued = { 'date-parts': [[2004]] };
  expect(shortReference({ ...work, author: [{ family: 'Davies' }, { family: 'Wheatcroft' }], issued })).toBe(
    'Davies, Wheatcroft 2004',
  );
  expect(shortReference({ ...work, 'container-title': 'Time', title: '[title not recorded]', issued })).toBe(
    'Time 2004',
  );
  expect(shortReference({ ...work, 'container-title': 'Wikipedia' })).toBe('Wikipedia, “Years”');
  expect(shortReference({ ...work, author: [{ family: 'Conquest' }] })).toBe('Conquest, Years');
  expect(shortReference({ ...work, title: '[a page]' })).toBe('[a page]');
});

test('standard knowledge is called so, in part where a page was seen', () => {
  expect(standardInWords([], 'read')).toBe('');
  expect(standardInWords([{ ...seen, seen: false }], 'standard')).toBe('Standard knowledge, no page seen.');
  expect(standardInWords([seen], 'standard')).toBe('In part standard knowledge, no page seen.');
});
