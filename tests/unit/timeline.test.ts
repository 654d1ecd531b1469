import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { wrap } from '../../src/diagrams/text-width.ts';
import { axisRows, placeOnAxis } from '../../src/diagrams/timeline-axis.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { mentionFinder } from '../../src/edition/mentions.ts';
import type { Entity, Source } from '../../src/edition/model.ts';
import { spokenOf } from '../../src/edition/spoken-of.ts';
import { datesInWords, stretchOf } from '../../src/edition/time.ts';
import { AXIS, timelineOf, yearOf } from '../../src/edition/timeline.ts';
import { edtf } from '../../src/schemas/common.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const { entities, sources } = edition;

const two = (number: number): string => String(number).padStart(2, '0');
const day = fc
  .date({ min: new Date('1901-01-01'), max: new Date('1999-12-31'), noInvalidDate: true })
  .map((date) => [
    date.getUTCFullYear(),
    `${String(date.getUTCFullYear())}-${two(date.getUTCMonth() + 1)}`,
    date.toISOString().slice(0, 10),
  ])
  .chain((forms) => fc.constantFrom(...forms.map(String)));
const dates = fc.oneof(
  day,
  fc.tuple(day, day).map(([a, b]) => [a, b].sort().join('/')),
);
const event = (id: string, when: string): Entity =>
  ({ kind: 'event', id, name: id, sort: id, dates: when, implied: [] }) as unknown as Entity;

describe('a date in EDTF', () => {
  test.each([
    ['1934', 1934, 1935, false],
    ['1934-12', 1934 + 11 / 12, 1935, false],
    ['1932/1933', 1932, 1934, true],
    ['1929/1939~', 1929, 1940, true],
    ['1934-01-26/1934-02-10', 1934 + 25 / 31 / 12, 1934 + (1 + 10 / 28) / 12, true],
  ])('%s is a stretch of time', (text, start, end, isInterval) => {
    const found = stretchOf(text);
    expect(found?.start).toBeCloseTo(start, 9);
    expect(found?.end).toBeCloseTo(end, 9);
    expect(found?.isInterval).toBe(isInterval);
  });

  test.each(['from 31 August 1935', '', '1934/1935/1936', '34'])('“%s” is none', (text) => {
    expect(stretchOf(text)).toBeUndefined();
  });

  test.each([
    ['1934-12-01', '1 December 1934'],
    ['1930-06-26/1930-07-13', '26 June to 13 July 1930'],
    ['1935-01-15/1935-01-16', '15 to 16 January 1935'],
    ['1928-10/1932-12', 'October 1928 to December 1932'],
    ['1932/1933', '1932–1933'],
    ['1878/1953', '1878–1953'],
    ['1934-01-26/1934-02-10', '26 January to 10 February 1934'],
    ['1923/1924-01', '1923 to January 1924'],
    ['1923~', 'about 1923'],
    ['1923?', 'perhaps 1923'],
    ['from 31 August 1935', 'from 31 August 1935'],
    ['1933-01-30/1933', 'from 30 January 1933'],
    ['1929/1939~', '1929 to about 1939'],
    ['before the war', 'before the war'],
  ])('%s is said as “%s”', (text, words) => {
    expect(datesInWords(text)).toBe(words);
  });

  test('ends after it begins, whatever it is', () => {
    fc.assert(
      fc.property(dates, (text) => {
        expect(edtf.safeParse(text).success).toBe(true);
        const found = stretchOf(text);
        expect(found && found.end > found.start).toBe(true);
      }),
    );
  });
});

describe('the timeline', () => {
  test('holds every event once, in order of time, and lists each under its year', () => {
    fc.assert(
      fc.property(fc.array(fc.option(dates, { nil: 'some time' }), { maxLength: 40 }), (list) => {
        const events = list.map((when, index) => event(`e${String(index)}`, when));
        const { happenings, undated } = timelineOf(events, []);
        expect([...happenings, ...undated].map(({ id }) => id).sort()).toEqual(
          events.map(({ id }) => id).sort(),
        );
        const starts = happenings.map(({ stretch }) => stretch.start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        const years = happenings.map(yearOf);
        expect(years).toEqual(years.toSorted((a, b) => a - b));
      }),
    );
  });

  test('has every event of the edition with a date, and when each text was written and published', () => {
    const { happenings, undated } = timelineOf(entities, sources);
    expect(undated).toEqual([]);
    const texts = happenings.filter(({ kind }) => kind === 'text');
    expect(texts.map(({ name, date }) => `${name}: ${date}`)).toEqual([
      'Strong 1934 is published in the number for October: 21 September 1934',
      'James 1937, ch. 13 is finished: January 1937',
      'James 1937, ch. 13 is published in London: 1937',
    ]);
  });
});

describe('what the texts have on an event', () => {
  const find = mentionFinder(entities);
  const spoken = spokenOf(entities, sources, find);
  const on = (id: string) =>
    (spoken.get(entities.find((one) => one.kind === 'event' && one.id === id) as Entity) ?? []).map(
      ({ source, named, implied, witnessNotes, editorNotes }) => ({
        source: source.id,
        named: named.map(({ anchor }) => anchor),
        implied: implied.map(({ paragraph }) => paragraph.anchor),
        notes: witnessNotes.map((note) => note.id),
        editor: editorNotes.map((note) => note.id),
      }),
    );

  test('tells words of the author from notes, and what is named from what is implied', () => {
    const [strong, james] = on('chelyuskin');
    expect(strong).toMatchObject({ named: ['p48'], implied: [], notes: ['transcriber-7'] });
    expect(james).toMatchObject({ named: [], implied: [], notes: [] });
    expect(on('passport-decree-1932')[0]).toMatchObject({
      named: [],
      implied: ['p30'],
      editor: ['passport-system'],
    });
    expect(on('labour-commissariat-abolished').map(({ implied }) => implied)).toEqual([['p41'], ['p14']]);
  });

  test('is told of every source where they are few, and of many only of those that have something', () => {
    for (const parts of spoken.values()) expect(parts.map(({ source }) => source)).toEqual(sources);
    const silent = Array.from({ length: 20 }, () => ({
      ...(sources[0] as Source),
      id: 'silent',
      paragraphs: [],
      witnessNotes: [],
      editorNotes: [],
    }));
    const among = spokenOf(entities, [...silent, ...sources, ...silent], find);
    for (const [entity, parts] of spoken) {
      const having = parts.filter((part) =>
        [part.named, part.implied, part.witnessNotes, part.editorNotes].some((list) => list.length > 0),
      );
      expect(among.get(entity)).toEqual(having);
    }
  });

  test('says that neither text names the famine', () => {
    for (const { named, implied, notes } of on('famine-of-1932-33'))
      expect([...named, ...implied, ...notes]).toEqual([]);
  });
});

describe('the axis', () => {
  const find = mentionFinder(entities);
  const { happenings } = timelineOf(entities, sources);
  const spoken = new Map(
    [...spokenOf(entities, sources, find)].map(([entity, bySource]) => [entity.id, bySource]),
  );
  const ids = sources.map(({ id }) => id);

  test('has every year of the axis and every other year that has an entry, once, in order', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 30 }), (list) => {
        const { happenings: some } = timelineOf(
          list.map((when, index) => event(`e${String(index)}`, when)),
          [],
        );
        const rows = axisRows(some, new Map(), []);
        const years = rows.map(({ year }) => year);
        expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
        for (const one of some) expect(years).toContain(yearOf(one));
        for (let year = AXIS.first; year <= AXIS.last; year += 1) expect(years).toContain(year);
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(some.length);
        rows.forEach(({ year, isAfterGap }, index) =>
          expect(isAfterGap).toBe(index > 0 && years[index - 1] !== year - 1),
        );
      }),
    );
  });

  test('marks every entry in its year: what a text names, what it implies, what neither has', () => {
    const rows = axisRows(happenings, spoken, ids);
    for (const { year, columns, silent } of rows) {
      const marked = new Set([...columns.flat().map(({ happening }) => happening), ...silent]);
      expect([...marked].map(({ id }) => id).sort()).toEqual(
        happenings.flatMap((one) => (yearOf(one) === year ? [one.id] : [])).sort(),
      );
    }
    const marks = (id: string) =>
      rows
        .flatMap(({ columns }) =>
          columns.map((column) => column.find(({ happening }) => happening.id === id)?.kind),
        )
        .filter((kind) => kind !== undefined);
    expect(marks('passport-decree-1932')).toEqual(['implied']);
    expect(marks('labour-commissariat-abolished')).toEqual(['implied', 'implied']);
    expect(marks('james-1937-13-1')).toEqual(['text']);
    expect(marks('famine-of-1932-33')).toEqual([]);
    expect(rows.flatMap(({ silent }) => silent.map(({ id }) => id))).toContain('famine-of-1932-33');
  });

  test('has one column for many sources, in which nothing is lost', () => {
    const rows = axisRows(happenings, spoken, [...ids, 'c', 'd']);
    expect(new Set(rows.map(({ columns }) => columns.length))).toEqual(new Set([1]));
    for (const { columns, silent, count } of rows) expect(columns.flat().length + silent.length).toBe(count);
  });

  test.each([
    ['1916', undefined],
    ['1938', undefined],
    ['1914/1918', [0, 2 / 21]],
    ['1937', [20 / 21, 1]],
    ['1929/1939~', [12 / 21, 1]],
  ] as const)('%s lies on it at %s', (when, expected) => {
    const [place] = timelineOf([event('e', when)], []).happenings.map(placeOnAxis);
    if (!expected) expect(place).toBeUndefined();
    else {
      expect(place?.from).toBeCloseTo(expected[0], 9);
      expect(place?.to).toBeCloseTo(expected[1], 9);
    }
  });
});

describe('words', () => {
  test('wraps words and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z]{1,12}$/), { minLength: 1 }), (words) => {
        expect(wrap(words.join(' '), 100, 16).join(' ')).toBe(words.join(' '));
      }),
    );
  });
});
