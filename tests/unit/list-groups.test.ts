/** How lists that are too long for one page are cut. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byInitial,
  byShortForm,
  fitsOnPage,
  initialOf,
  letterOf,
  mostOnPage,
  withNeighbours,
} from '../../src/edition/list-groups.ts';
import { namesOfItems } from '../../src/edition/list-names.ts';
import type { Entity } from '../../src/edition/model.ts';
import { byDecade, eventsOf, timelineOf, yearsOf } from '../../src/edition/timeline.ts';
import {
  claimPath,
  entityPath,
  figuresOfSourcePath,
  initialPath,
  nameInSourcePath,
  registerPath,
} from '../../src/routes.ts';

const name = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'Stalin, Joseph',
    'Čapek',
    '17th Congress',
    '[Letter of a miner]',
    '“Bloc”',
    'Ленин',
    'Łódź',
    'the',
  ),
);
const entries = fc.array(fc.record({ id: fc.uuid(), name }), { maxLength: 60 });
const nameOf = (entry: { name: string }) => entry.name;

describe('a list by letter', () => {
  test('has every entry in exactly one group, in the order of the list, and no group without entries', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const groups = byInitial(list, nameOf);
        expect(
          groups.flatMap(({ items }) => items).toSorted((a, b) => list.indexOf(a) - list.indexOf(b)),
        ).toEqual(list);
        for (const { items } of groups) {
          expect(items.length).toBeGreaterThan(0);
          expect(items).toEqual(list.filter((entry) => items.includes(entry)));
        }
      }),
    );
  });

  test('has addresses of plain letters, each once, and the same whatever else comes to the list', () => {
    fc.assert(
      fc.property(entries, entries, (list, more) => {
        const groups = byInitial(list, nameOf);
        const ids = groups.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^(?:[a-z]|0-9|other)$/);
        const grown = byInitial([...more, ...list], nameOf);
        for (const { id, items } of groups)
          expect(grown.find((group) => group.id === id)?.items).toEqual(expect.arrayContaining(items));
      }),
    );
  });

  test.each([
    ['Stalin, Joseph', 's'],
    ['Čapek', 'c'],
    ['Łódź', 'l'],
    ['17th Congress', '0-9'],
    ['[Letter of a miner]', 'l'],
    ['“Bloc”', 'b'],
    ['Ленин', 'other'],
    ['', '0-9'],
  ])('has %s under %s', (entry, letter) => {
    expect(initialOf(entry).id).toBe(letter);
  });

  test('on one page, where no address is needed, has each letter of another alphabet by itself', () => {
    expect(letterOf('Ленин')).toEqual({ id: 'л', name: 'Л' });
    expect(letterOf('Łódź')).toEqual(initialOf('Łódź'));
  });

  test('of sources has them by author and then by year, and numbers by size', () => {
    const sources = ['Strong 1935', 'James 13', 'Strong 1934', 'James 2'].map((short) => ({
      header: { short },
    }));
    expect(
      byShortForm(sources as Parameters<typeof byShortForm>[0]).map(({ header }) => header.short),
    ).toEqual(['James 2', 'James 13', 'Strong 1934', 'Strong 1935']);
  });
});

test('a group leads to the one before and the one after', () => {
  expect(withNeighbours(['a', 'b', 'c'])).toEqual([
    { one: 'a', previous: undefined, next: 'b' },
    { one: 'b', previous: 'a', next: 'c' },
    { one: 'c', previous: 'b', next: undefined },
  ]);
});

test('a list as long as a page may be is whole, a longer one is cut', () => {
  expect(fitsOnPage('register', mostOnPage.register)).toBe(true);
  expect(fitsOnPage('register', mostOnPage.register + 1)).toBe(false);
});

test('a letter has an address that no entry can have, and the figures of a source keep their anchors', () => {
  expect(initialPath(registerPath('people'), 's')).toBe('/people/a-z/s/');
  expect(entityPath({ kind: 'person', id: 's' })).toBe('/people/s/');
  const anchor = (path: string) => path.split('#')[1];
  expect(anchor(claimPath({ source: { id: 'strong-1934' }, id: 'c1' }))).toBe('strong-1934--c1');
  expect(figuresOfSourcePath('strong-1934')).toBe('/sources/strong-1934/figures/');
  expect(nameInSourcePath('strong-1934', { kind: 'person', id: 'joseph-stalin' })).toBe(
    '/sources/strong-1934/names/#person-joseph-stalin',
  );
});

test('a register that is cut is searched by every name, each once', () => {
  const items = [
    { id: 'joseph-stalin', name: 'Stalin, Joseph', others: ['Joseph Stalin', 'Stalin, Joseph', 'Сталин'] },
  ];
  expect(namesOfItems(items)).toEqual({
    names: [['joseph-stalin', 'Stalin, Joseph', 'Joseph Stalin', 'Сталин']],
  });
});

describe('a timeline by year', () => {
  const event = (id: string, dates?: string) => ({ kind: 'event', id, name: id, dates }) as unknown as Entity;
  const dates = fc.option(fc.integer({ min: 1000, max: 2100 }).map(String), { nil: undefined });

  test('has every event in exactly one year, in order of time, and each year in exactly one decade', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 40 }), (all) => {
        const timeline = timelineOf(
          all.map((one, index) => event(`e${String(index)}`, one)),
          [],
        );
        const years = yearsOf(timeline);
        const listed = years.flatMap(({ happenings, undated }) => [
          ...happenings.map(({ id }) => id),
          ...undated.map(({ id }) => id),
        ]);
        expect(listed).toEqual(eventsOf(timeline).map(({ id }) => id));
        expect(listed.toSorted()).toEqual(all.map((_, index) => `e${String(index)}`).toSorted());
        for (const { happenings, undated } of years)
          expect(happenings.length + undated.length).toBeGreaterThan(0);
        expect([...byDecade(years).values()].flat()).toEqual(years);
      }),
    );
  });

  test('names years and decades as readers do, and what has no date last', () => {
    const years = yearsOf(
      timelineOf([event('late', '1934-12-01'), event('never'), event('early', '1929')], []),
    );
    expect(years.map(({ id }) => id)).toEqual(['1929', '1934', 'undated']);
    expect([...byDecade(years).keys()]).toEqual(['1920s', '1930s', 'Without a date']);
  });
});
