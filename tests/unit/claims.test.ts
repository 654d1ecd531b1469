import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { claimRows } from '../../src/exports/claims.ts';
import { toCsv } from '../../src/exports/csv.ts';
import { claimsJson } from '../../src/exports/json/figure.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('There is no edition.');
const { claims } = edition;
const site = new URL('https://example.org');

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = field.exec(text); match; match = field.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    if (field.lastIndex === text.length) return rows;
  }
  throw new Error(`No CSV at ${String(field.lastIndex)}.`);
}

describe('the figures that the sources state', () => {
  test('are all there, by source', () => {
    expect(claims.filter(({ source }) => source.id === 'strong-1934')).toHaveLength(73);
    expect(claims.filter(({ source }) => source.id === 'james-1937-13')).toHaveLength(79);
  });

  test('stand in the texts letter for letter, in their order', () => {
    for (const { paragraph, start, end, quote } of claims)
      expect(paragraph.words.slice(start, end)).toBe(quote);
    const places = claims.map(
      ({ source, paragraph, start }) =>
        source.header.order * 1e9 + source.paragraphs.indexOf(paragraph) * 1e6 + start,
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('say in digits what they are as numbers', () => {
    const plain = claims.filter(({ value }) => /^[\d,]+$/.test(value));
    expect(plain.length).toBeGreaterThan(80);
    for (const { value, number, unit } of plain) {
      // A year is a date, not an amount.
      if (unit === 'year') expect(number).toBeUndefined();
      else expect(number).toBe(Number(value.replaceAll(',', '')));
    }
  });

  test('leave out no number that their words have in digits', () => {
    for (const { quote, value, what } of claims) {
      const digits = quote.match(/\d[\d,]*/g)?.map((one) => one.replace(/,$/, '')) ?? [];
      // A year says when, not how much.
      for (const number of digits.filter((one) => !/^19\d\d$/.test(one)))
        expect(`${value} ${what}`, quote).toContain(number);
    }
  });
});

describe('the table for programs', () => {
  test('is CSV that reads back as it was', () => {
    const rows = claimRows(claims, site);
    const csv = toCsv(rows);
    expect(csv.startsWith('source,id,paragraph,words,value,number,low,high,')).toBe(true);
    expect(readCsv(csv)).toEqual(rows.map((row) => row.map((cell) => String(cell ?? ''))));
  });

  test('is CSV whatever stands in it', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\r\n', '', '“a”, b', '\n'), fc.integer());
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        expect(readCsv(toCsv(rows))).toEqual(rows.map((row) => row.map(String)));
      }),
    );
  });

  test('is JSON with numbers as numbers and addresses whole', () => {
    const { claims: list } = claimsJson(edition, { edition, site });
    expect(list.find(({ id }) => id === 'staff-entered')).toEqual({
      source: 'strong-1934',
      short: 'Strong 1934',
      id: 'staff-entered',
      paragraph: 'p26',
      words: 'the number of employés is given as 1,290',
      value: '1,290',
      number: 1290,
      unit: 'persons',
      what: 'Employees at Seezeran as entered',
      period: 'April–May 1934',
      note: 'https://example.org/notes/strong-1934/workforce-arithmetic/',
      address: 'https://example.org/sources/strong-1934/#p26',
      entry: 'https://example.org/figures/#strong-1934--staff-entered',
    });
    expect(list.find(({ id }) => id === 'kulaks-exiled')?.note).toBe(
      'https://example.org/notes/strong-1934/kulaks-deported/',
    );
  });
});
