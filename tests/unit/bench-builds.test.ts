/** What `npm run bench -- --builds` makes of sources and of measures. */
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildsReport, type MeasuredBuild } from '../../src/cli/bench/builds-report.ts';
import { contentsPage, markdownPage } from '../../src/cli/bench/markdown-page.ts';
import { stagesOf } from '../../src/cli/bench/measured.ts';
import { parseOptions } from '../../src/cli/bench/options.ts';
import { filesThatDiffer } from '../../src/cli/bench/same-files.ts';
import { changeOneWord } from '../../src/cli/bench/synthetic-edit.ts';
import { writeSyntheticEdition } from '../../src/cli/bench/synthetic-edition.ts';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { headingOf, titleOf } from '../../src/edition/labels.ts';
import type { Source } from '../../src/edition/model.ts';
import { hostileSource } from './hostile-words.ts';

const site = new URL('https://example.org');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-builds-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a source as a page for other generators', () => {
  /** As the footnotes of GitHub have it, which Starlight and Hugo read too. */
  const readBack = (source: Source): { title: unknown; tree: Root } => {
    const [, matter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdownPage(source, site)) ?? [];
    const tree = fromMarkdown(body, {
      extensions: [gfmFootnote()],
      mdastExtensions: [gfmFootnoteFromMarkdown()],
    });
    return { title: (parse(matter) as { title: unknown }).title, tree };
  };
  const wordsOf = (node: Nodes): string => {
    if (node.type === 'break') return '\n';
    if (node.type === 'html') return '';
    if ('value' in node) return node.value;
    return 'children' in node ? node.children.map(wordsOf).join('') : '';
  };
  const all = (node: Nodes, type: Nodes['type']): Nodes[] =>
    node.type === type
      ? [node]
      : 'children' in node
        ? node.children.flatMap((child) => all(child, type))
        : [];

  const real = async () => assemble(await readContent('.')).edition?.sources ?? [];

  const expectWords = (source: Source) => {
    const { title, tree } = readBack(source);
    expect(title).toBe(titleOf(source));
    expect(all(tree, 'heading').map(wordsOf)).toEqual(
      source.divisions.filter(({ anchor }) => anchor !== '').map(headingOf),
    );
    // The sign of a page of the witness stands raised among the words.
    const paragraphs = all(tree, 'paragraph').map((node) => wordsOf(node).replace(/\[p\. [^\]]*\]/g, ''));
    for (const { words } of source.paragraphs) expect(paragraphs).toContain(words);
    const footnotes = all(tree, 'footnoteDefinition').map(wordsOf).join('\n');
    for (const { words } of [...source.witnessNotes, ...source.editorNotes].flatMap(
      (note) => note.paragraphs,
    ))
      expect(footnotes).toContain(words);
  };

  test('has the words of every paragraph, heading and note', async () => {
    const sources = await real();
    expect(sources.length).toBeGreaterThan(0);
    sources.forEach(expectWords);
  });

  test('has words as they are on which Markdown would act', async () => {
    const [source] = await real();
    if (!source) throw new Error('There is no source.');
    fc.assert(fc.property(hostileSource(source), expectWords), { numRuns: 100 });
  });

  test('calls each of its footnotes, since one that is not called is not printed', async () => {
    for (const source of await real()) {
      const { tree } = readBack(source);
      const called = all(tree, 'footnoteReference').map((node) => 'label' in node && node.label);
      const defined = all(tree, 'footnoteDefinition').map((node) => 'label' in node && node.label);
      expect(defined.length).toBeGreaterThan(0);
      expect(new Set(called)).toEqual(new Set(defined));
    }
  });

  test('is listed on a page of all sources', async () => {
    const sources = await real();
    const links = all(fromMarkdown(contentsPage(sources)), 'link').map((node) => 'url' in node && node.url);
    expect(links).toEqual(sources.map(({ id }) => `/sources/${id}/`));
  });
});

test('an edit changes the words of one paragraph and leaves an edition without problems', async () => {
  const root = join(folder, 'edited');
  const asked = { root: '.', count: 3, seed: 7 };
  await writeSyntheticEdition(root, asked);
  const before = assemble(await readContent(root)).edition?.sources ?? [];
  const id = await changeOneWord(root, asked);
  const { edition, collations, problems } = assemble(await readContent(root));
  expect(problems).toEqual([]);
  for (const { found, total } of collations.flatMap((one) => one.collations.flatMap(({ rows }) => rows)))
    expect(found).toBe(total);
  const changed = (edition?.sources ?? []).flatMap((source, place) =>
    source.paragraphs
      .filter(({ words }, index) => words !== before[place]?.paragraphs[index]?.words)
      .map(() => source.id),
  );
  expect(changed).toEqual([id]);
});

test('files that two folders do not have alike are found, also where one has none', async () => {
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  for (const [root, files] of [
    [one, { 'a/same.txt': 'same', 'a/changed.txt': 'old', 'gone.txt': '', '.hidden': '1' }],
    [other, { 'a/same.txt': 'same', 'a/changed.txt': 'new', 'more.txt': '', '.hidden': '2' }],
  ] as const)
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(root, path, '..'), { recursive: true });
      await writeFile(join(root, path), text);
    }
  expect(await filesThatDiffer(one, other)).toEqual([
    '.hidden',
    join('a', 'changed.txt'),
    'gone.txt',
    'more.txt',
  ]);
  expect(await filesThatDiffer(one, one)).toEqual([]);
  expect(await readFile(join(one, 'a', 'changed.txt'), 'utf8')).toBe('old');
});

test('a stage ends where the next begins, where it is said to, or with the process', () => {
  const marks = [
    { stage: 'start', at: 0 },
    { stage: 'pages', at: 10 },
    { stage: undefined, at: 30 },
    { stage: 'rest', at: 60 },
    // Told when they are over.
    { stage: 'index', at: 35, end: 50 },
    { stage: 'archive', at: 36, end: 58 },
    { stage: 'inner', at: 12, end: 14 },
  ];
  expect(stagesOf(marks, 100)).toEqual([
    { name: 'start', from: 0, to: 10 },
    { name: 'pages', from: 10, to: 30 },
    { name: 'inner', from: 12, to: 14 },
    { name: 'index', from: 35, to: 50 },
    { name: 'archive', from: 36, to: 58 },
    { name: 'rest', from: 60, to: 100 },
  ]);
});

describe('the report', () => {
  const built = (title: string, count: number, seconds: number, more: Partial<MeasuredBuild> = {}) => ({
    title,
    count,
    seconds,
    afterEdit: false,
    files: 10 * count,
    bytes: 1_250_000,
    processor: 2 * seconds,
    peak: 900_000_000,
    load: 0.5,
    stages: [
      { name: 'pages', seconds: seconds / 2, peak: 900_000_000 },
      { name: 'unseen', seconds: 0.01, peak: 0 },
    ],
    ...more,
  });
  const report = buildsReport({
    built: ['Starlight 1.2.3'],
    builds: [
      built('this edition', 100, 20),
      built('Starlight', 100, 10, { peak: 0 }),
      built('this edition', 100, 5, { afterEdit: true }),
      built('this edition', 1000, 180),
      built('Starlight', 1000, 400),
    ],
    notMeasured: [{ what: 'Hugo', why: '`hugo` cannot be run.' }],
    comparisons: [
      { count: 100, files: 1000, differ: [] },
      { count: 1000, files: 10_000, differ: ['a.html', 'b.html'] },
    ],
  });
  const rows = report.split('\n').filter((line) => line.startsWith('| '));

  test('has a row for each build, those of one name together, with its growth beside that of the sources', () => {
    expect(rows.slice(0, 7)).toEqual([
      '| Build | Sources | Files | MB | s | s a source | Growth | Processor s | Memory, MB |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| this edition | 100 | 1000 | 1.3 | 20.0 | 0.200 |  | 40 | 900 (pages) |',
      '| this edition | 1000 | 10000 | 1.3 | 180.0 | 0.180 | 9.0 (10) | 360 | 900 (pages) |',
      '| Starlight | 100 | 1000 | 1.3 | 10.0 | 0.100 |  | 20 | – |',
      '| Starlight | 1000 | 10000 | 1.3 | 400.0 | 0.400 | 40.0 (10) | 800 | 900 (pages) |',
      '| this edition, after one edit | 100 | 1000 | 1.3 | 5.0 | 0.050 |  | 10 | 900 (pages) |',
    ]);
  });

  test('has the stages of each build, without those too short to be seen', () => {
    expect(rows.slice(7, 10)).toEqual([
      '| Stages, s | Sources | pages |',
      '| --- | ---: | ---: |',
      '| this edition | 100 | 10.0 |',
    ]);
  });

  test('says what was not measured, what differs after an edit, and how budgets are kept', () => {
    expect(report).toContain('- Hugo: not measured: `hugo` cannot be run.');
    expect(report).toContain(
      'all 1000 files of this edition are byte for byte those of a build from nothing.',
    );
    expect(report).toContain('2 files of this edition ARE NOT those of a build from nothing: a.html, b.html');
    expect(report).toContain('at 1000 sources: 200.0 s (under), 1500.0 MB (under).');
    expect(report).toContain('Built: Starlight 1.2.3.');
  });
});

describe('the options', () => {
  test('name sizes, which are measured from the smallest', () => {
    expect(parseOptions(['--builds', '1000,2,100,2', '--edit', '--only', 'hugo'])).toEqual({
      measure: 'builds',
      sizes: [2, 100, 1000],
      seed: 1,
      keep: false,
      edit: true,
      only: ['hugo'],
    });
    expect(parseOptions(['--sources', '5', '--seed', '3'])).toMatchObject({
      measure: 'search',
      count: 5,
      seed: 3,
    });
    expect(parseOptions(['--no-build'])).toEqual({ measure: 'edition', pages: false, build: false });
  });

  test.each([
    ['--builds', '2,many'],
    ['--builds', '0'],
    ['--sources', '-1'],
    ['--only', 'jekyll', '--builds', '2'],
    ['--seed', '', '--sources', '2'],
  ])('are refused where they make no sense: %s %s', (...args) => {
    expect(() => parseOptions(args)).toThrow(
      args[0] === '--only' ? /--only jekyll/ : /write a number|ambiguous/,
    );
  });
});
