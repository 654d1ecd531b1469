import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hand } from '../../src/edition/model.ts';
import { Facets } from '../../src/search/facets.ts';
import { BlockNumbers, isPassing, readYears, writeYears, type Found } from '../../src/search/found.ts';
import type { SearchSource } from '../../src/search/records.ts';

const source = (id: string, year: number, blocks: number[]): SearchSource => ({
  id,
  short: id.toUpperCase(),
  language: 'en',
  year,
  blocks,
});
const sources = [
  source('a', 1934, [3, 1, 0, 1]),
  source('b', 1937, [2, 0, 0, 0]),
  source('c', 1941, [1, 0, 2, 0]),
];
const [a, b, c] = sources as [SearchSource, SearchSource, SearchSource];
const found = (
  source: SearchSource,
  block: number,
  hand: Hand,
  hits: number,
  section?: string,
  mentions: string[] = [],
): Found => ({ source, hand, block, hits, section, mentions, closeness: 'literal' });
const all = [
  found(a, 0, 'author', 1, 's1', ['people/stalin']),
  found(a, 2, 'author', 4, 's2', ['people/stalin', 'places/moscow']),
  found(a, 3, 'author-note', 2),
  found(b, 1, 'author', 3, 's1', ['places/moscow']),
  found(c, 2, 'transcriber-note', 5, undefined, ['people/kirov']),
];
const names = new Map([
  ['people/stalin', 'Joseph Stalin'],
  ['people/kirov', 'Sergei Kirov'],
  ['places/moscow', 'Moscow'],
]);

describe('a filter', () => {
  const facets = new Facets(all, {}, () => 1);

  test('of years is a year or an interval, and nothing else', () => {
    expect(readYears('1934')).toEqual([1934, 1934]);
    expect(readYears('1930/1939')).toEqual([1930, 1939]);
    for (const text of ['', '34', '1939/1930', '1934-10', '193x', '1934/', '/1934', '1934/1935/1936'])
      expect(readYears(text)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), (one, other) => {
        const years = [Math.min(one, other), Math.max(one, other)] as const;
        expect(readYears(writeYears(years))).toEqual(years);
      }),
    );
  });

  test('says what it would leave', () => {
    expect(facets.sources(sources).map(({ name, count }) => [name, count])).toEqual([
      ['A', 3],
      ['B', 1],
      ['C', 1],
    ]);
    expect(facets.years()).toEqual([
      {
        name: '1930s',
        facets: [
          { value: '1930/1939', name: '1930–1939', count: 4 },
          { value: '1934', name: '1934', count: 3 },
          { value: '1937', name: '1937', count: 1 },
        ],
      },
      { name: '1940s', facets: [{ value: '1941', name: '1941', count: 1 }] },
    ]);
    const [people, places] = facets.mentions([], names);
    expect(people?.facets.map(({ name, count }) => [name, count])).toEqual([
      ['Joseph Stalin', 2],
      ['Sergei Kirov', 1],
    ]);
    expect(places?.facets.map(({ name, count }) => [name, count])).toEqual([['Moscow', 2]]);
  });

  test('counts occurrences in a concordance', () => {
    const lines = new Facets(all, { hand: 'author' }, ({ hits }) => hits);
    expect(lines.total({})).toBe(8);
    expect(lines.total({ hand: undefined })).toBe(15);
    expect(lines.sources(sources).map(({ count }) => count)).toEqual([5, 3, 0]);
  });

  test('keeps to the other filters and not to itself', () => {
    const chosen = new Facets(all, { sourceId: 'a', section: 's2' }, () => 1);
    expect(
      chosen.sections([
        { id: 's1', heading: 'I' },
        { id: 's2', heading: '[II]' },
      ]),
    ).toEqual([
      { value: 's1', name: 'I', count: 1 },
      { value: 's2', name: '[II]', count: 1 },
    ]);
    // Sections are those of one source.
    expect(chosen.sources(sources).map(({ count }) => count)).toEqual([3, 1, 1]);
    expect(chosen.total({})).toBe(1);
  });

  test('of names tells no number where not all texts were read', () => {
    const unread = all.map((one): Found => ({ ...one, mentions: undefined as never }));
    const [people] = new Facets(unread, {}, () => 1).mentions([all[1] as Found], names);
    expect(people?.facets).toEqual([{ value: 'people/stalin', name: 'Joseph Stalin' }]);
  });

  test('passes what its choice says, and every one of several', () => {
    expect(
      all.filter((one) => isPassing(one, { years: [1935, 1945] })).map(({ source }) => source.id),
    ).toEqual(['b', 'c']);
    expect(all.filter((one) => isPassing(one, { hand: 'author', mentions: 'places/moscow' }))).toHaveLength(
      2,
    );
  });
});

test('blocks are numbered through all sources, hand after hand', () => {
  const numbers = new BlockNumbers(sources);
  const listed = Array.from({ length: 10 }, (_, block) => {
    const one = numbers.found({ block, closeness: 'literal', hits: 1 });
    return `${one?.source.id ?? ''} ${String(one?.block)} ${one?.hand ?? ''}`;
  });
  expect(listed).toEqual([
    ...['a 0 author', 'a 1 author', 'a 2 author', 'a 3 author-note', 'a 4 editor-note'],
    ...['b 0 author', 'b 1 author', 'c 0 author', 'c 1 transcriber-note', 'c 2 transcriber-note'],
  ]);
  expect(numbers.numberOf('c', 2)).toBe(9);
  expect(numbers.numberOf('z', 0)).toBeUndefined();
});
