import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { spread } from '../../src/diagrams/spread.ts';
import { wrap } from '../../src/diagrams/text-width.ts';
import { drawTimeline, lanesOf } from '../../src/diagrams/timeline-drawing.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { mentionFinder } from '../../src/edition/mentions.ts';
import type { Entity, Source } from '../../src/edition/model.ts';
import { spokenOf } from '../../src/edition/spoken-of.ts';
import { datesInWords, stretchOf } from '../../src/edition/time.ts';
import { isDrawn, timelineOf, yearOf } from '../../src/edition/timeline.ts';
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

  test.each([
    ['1916', false],
    ['1916-12-31', false],
    ['1914/1918', true],
    ['1917-01-01', true],
    ['1937-12-31', true],
    ['1938', false],
  ])('an event of %s is drawn: %s', (when, drawn) => {
    expect(timelineOf([event('e', when)], []).happenings.map(isDrawn)).toEqual([drawn]);
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

describe('the drawing', () => {
  test('spreads labels without overlap, in order, and moves none that has room', () => {
    const label = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.array(label, { maxLength: 60 }), (list) => {
        const ordered = list.toSorted(([a], [b]) => a - b);
        const wanted = ordered.map(([at]) => at);
        const heights = ordered.map(([, height]) => height);
        const tops = spread(wanted, heights);
        tops.forEach((top, index) => {
          if (index > 0) {
            expect(top).toBeGreaterThanOrEqual(
              (tops[index - 1] as number) + (heights[index - 1] as number) - 1e-6,
            );
          }
        });
        const hasRoom = wanted.every(
          (at, index) => index === 0 || at >= (wanted[index - 1] as number) + (heights[index - 1] as number),
        );
        if (hasRoom) expect(tops).toEqual(wanted);
      }),
    );
  });

  test('puts what lasts at one time into different lanes', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 30 }), (list) => {
        const { happenings } = timelineOf(
          list.map((when, index) => event(`e${String(index)}`, when)),
          [],
        );
        const lanes = lanesOf(happenings);
        const drawn = happenings.filter(({ id }) => lanes.has(id));
        for (const a of drawn) {
          for (const b of drawn) {
            if (a === b || a.stretch.end <= b.stretch.start || b.stretch.end <= a.stretch.start) continue;
            expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
          }
        }
      }),
    );
  });

  test.each([620, 345])('keeps every label inside %s pixels and above its end', (width) => {
    const happenings = timelineOf(entities, sources).happenings.filter(isDrawn);
    const { labels, height, bars } = drawTimeline(happenings, 2, { width, size: 16 });
    expect(labels.map(({ happening }) => happening)).toEqual(happenings);
    for (const { y, height: tall, at } of labels) {
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + tall).toBeLessThanOrEqual(height);
      expect(at).toBeLessThanOrEqual(height);
    }
    for (const { x, top, bottom } of bars) {
      expect(x).toBeGreaterThan(0);
      expect(bottom).toBeGreaterThan(top);
    }
  });

  test('wraps words and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z]{1,12}$/), { minLength: 1 }), (words) => {
        expect(wrap(words.join(' '), 100, 16).join(' ')).toBe(words.join(' '));
      }),
    );
  });
});
