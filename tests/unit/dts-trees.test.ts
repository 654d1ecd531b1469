/** The units of texts that the edition does not have yet: deep headings, many paragraphs, pages with any name. */
import { expect, test } from 'vitest';
import type { Source } from '../../src/edition/model.ts';
import { makeService, PARAGRAPH_LIMIT } from '../../src/exports/dts/answers.ts';
import { citationTrees, citeStructure } from '../../src/exports/dts/citation-trees.ts';
import { editionIn, site } from './dts-files.ts';

const edition = await editionIn('.');
const [strong] = edition.sources as [Source];

test('go as deep as the headings do, and have what stands before the first', () => {
  const [a, b, c, d, e] = strong.divisions;
  const source: Source = {
    ...strong,
    divisions: [
      { ...a!, anchor: '', heading: '', supplied: true },
      { ...b!, level: 2 },
      { ...c!, level: 3 },
      { ...d!, level: 4 },
      { ...e!, level: 2 },
    ],
  };
  const [tree] = citationTrees(source, 'paragraph');
  const units = tree!.units.map(({ identifier, parent, level }) => [identifier, parent, level]);
  expect(units).toEqual([
    ...a!.paragraphs.map(({ anchor }) => [anchor, null, 1]),
    [b!.anchor, null, 1],
    ...b!.paragraphs.map(({ anchor }) => [anchor, b!.anchor, 2]),
    [c!.anchor, b!.anchor, 2],
    ...c!.paragraphs.map(({ anchor }) => [anchor, c!.anchor, 3]),
    [d!.anchor, c!.anchor, 3],
    ...d!.paragraphs.map(({ anchor }) => [anchor, d!.anchor, 4]),
    [e!.anchor, null, 1],
    ...e!.paragraphs.map(({ anchor }) => [anchor, e!.anchor, 2]),
  ]);
  const types = (list: ReturnType<typeof citeStructure>): unknown[] =>
    list.map((one) => [one.citeType, ...types(one.citeStructure ?? [])]);
  expect(types(citeStructure(tree!))).toEqual([
    ['paragraph'],
    ['section', ['paragraph'], ['subsection', ['paragraph'], ['subsubsection', ['paragraph']]]],
  ]);
});

test('of a large edition end with sections, and say so', () => {
  const many = Array.from({ length: PARAGRAPH_LIMIT }, () => strong.paragraphs[0]!);
  const service = makeService({ ...edition, sources: [{ ...strong, paragraphs: many }] }, site, [
    'tei.xml',
    'json',
  ]);
  expect(service.grain).toBe('paragraph');
  const over = makeService({ ...edition, sources: [{ ...strong, paragraphs: [...many, many[0]!] }] }, site, [
    'tei.xml',
    'json',
  ]);
  expect(over.grain).toBe('section');
  const [tree] = over.treesOf(strong);
  expect(tree?.units.map(({ citeType }) => citeType)).toEqual(strong.divisions.map(() => 'section'));
  expect(tree?.description).toContain('paragraphs are no units');
});

test('pages may be called anything', () => {
  const [first] = strong.paragraphs;
  const paragraph = {
    ...first!,
    points: ['xi/2', '*', 'ж'].map((n, at) => ({
      at: at + 1,
      type: 'milestone' as const,
      unit: 'page' as const,
      n,
    })),
  };
  const trees = citationTrees({ ...strong, paragraphs: [paragraph] }, 'paragraph');
  expect(trees[1]?.units.map(({ identifier, title }) => [identifier, title.value])).toEqual([
    ['1', 'Strong 1934, page 1 of the witness'],
    ['xi_2f_2', 'Strong 1934, page xi/2 of the witness'],
    ['_2a_', 'Strong 1934, page * of the witness'],
    ['_436_', 'Strong 1934, page ж of the witness'],
  ]);
});
