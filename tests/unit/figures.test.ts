import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { reckon, writeReckoning } from '../../src/edition/figure-values.ts';
import type { Figure } from '../../src/edition/model.ts';
import { figureRows } from '../../src/exports/figure-rows.ts';
import { drawChart } from '../../src/figures/chart.ts';
import { marksOf, reachOf } from '../../src/figures/marks.ts';
import { spread } from '../../src/figures/spread.ts';

const { edition } = assemble(await readContent('.'));
const figures = edition?.figures ?? [];
const byId = (id: string): Figure => {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new Error(`There is no figure ${id}.`);
  return found;
};
/** Small numbers that prose spells out. */
const SPELLED: Record<string, string> = {
  '1': 'one',
  '2': 'two',
  '5': 'five',
  '8': 'eight',
  '10': 'ten',
  '20': 'twenty',
};
const attributes = (markup: string, tag: string, name: string): string[] =>
  [...markup.matchAll(new RegExp(`<${tag} [^>]*?\\b${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

test('there are charts of what the texts dispute', () => {
  expect(figures.map(({ id }) => id).toSorted()).toEqual([
    'communists-in-molvitino',
    'grain',
    'industrial-output',
    'livestock',
    'plan-shortfalls',
    'private-stock',
    'seezeran-staff',
    'wheat-premium',
  ]);
});

describe.each(figures.map((figure) => [figure.id, figure] as const))('the chart %s', (id, figure) => {
  const drawings = drawChart(figure);
  const marks = marksOf(figure);

  test('has on each paper a link with its words for every value', () => {
    for (const drawing of drawings) {
      expect(attributes(drawing, 'a', 'aria-label').toSorted()).toEqual(
        marks.map(({ label }) => label).toSorted(),
      );
      expect(attributes(drawing, 'a', 'href').toSorted()).toEqual(marks.map(({ href }) => href).toSorted());
    }
    expect(new Set(marks.map(({ label }) => label)).size).toBe(marks.length);
  });

  test('leads from the figures of a text to their paragraph, from others to their account', () => {
    for (const { value, series, seriesIndex, href } of marks) {
      const [claim] = value.claims;
      expect(Boolean(claim)).toBe(Boolean(series.source));
      expect(href).toBe(
        claim
          ? `/sources/${claim.source.id}/#${claim.paragraph.anchor}`
          : `#series-${String(seriesIndex + 1)}`,
      );
    }
  });

  test('has the numbers of the claims, or says how they follow', () => {
    for (const { value } of marks.filter(({ series }) => series.source)) {
      const [claim] = value.claims;
      if (value.reckoned === undefined)
        expect([value.number, value.low, value.high]).toEqual([claim?.number, claim?.low, claim?.high]);
      else expect(reckon(value.reckoned)).toBeCloseTo(reachOf(value), 1);
    }
  });

  test('says in words every number that it shows', () => {
    for (const { shown } of marks)
      for (const number of shown.match(/\d[\d.,]*/g) ?? []) {
        const spelled = SPELLED[number];
        expect(
          figure.description.includes(number) ||
            (spelled !== undefined && figure.description.includes(spelled)),
          `${id}: ${number}`,
        ).toBe(true);
      }
  });

  test('is named and described, has no colours of its own and stays on its paper', () => {
    for (const drawing of drawings) {
      const [width = 0] = /viewBox="0 0 (\d+) /.exec(drawing)?.slice(1).map(Number) ?? [];
      const [named = '', described = ''] = ['labelledby', 'describedby'].map(
        (name) => attributes(drawing, 'svg', `aria-${name}`)[0],
      );
      expect(drawing).toContain(`<title id="${named}">`);
      expect(drawing).toContain(`<desc id="${described}">`);
      expect(drawing).not.toMatch(/#[0-9a-f]{3,6}\b|rgb|<script|style=/i);
      for (const [, x = '', anchor, words = ''] of drawing.matchAll(
        /<text x="([-\d.]+)" y="[-\d.]+" class="[^"]*"(?: text-anchor="(\w+)")?>([^<]*)</g,
      )) {
        const reach = words.length * 7.5 * (anchor === 'middle' ? 0.5 : 1);
        expect(Number(x) + (anchor === 'end' ? 0 : reach), words).toBeLessThanOrEqual(width + 12);
        expect(Number(x) - (anchor === undefined ? 0 : reach), words).toBeGreaterThanOrEqual(-20);
      }
    }
  });

  test('can be had as a table with a row for each value', () => {
    const [head, ...rows] = figureRows(figure, new URL('https://example.org'));
    expect(head?.slice(0, 4)).toEqual(['item', 'label', 'series', 'number']);
    expect(rows).toHaveLength(marks.length);
  });
});

test('bars are as long as their numbers', () => {
  for (const drawing of drawChart(byId('seezeran-staff'))) {
    const widths = [...drawing.matchAll(/width="([\d.]+)" height="10" class="bar/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toHaveLength(3);
    const [entered = 0, april = 0, may = 0] = widths;
    expect(april / entered).toBeCloseTo(1585 / 1290, 2);
    expect(may / entered).toBeCloseTo(1595 / 1290, 2);
  }
});

describe('reckonings', () => {
  test('are worked out from left to right', () => {
    expect(reckon('75 - 64.3 / 75 * 100')).toBeCloseTo(14.27, 2);
    expect(reckon('68.1 - 14')).toBeCloseTo(54.1);
  });
  test('are written so that readers come to the same', () => {
    expect(writeReckoning('75 - 64.3 / 75 * 100')).toBe('(75 − 64.3) ÷ 75 × 100');
    expect(writeReckoning('317 + 450 / 55000 * 100')).toBe('(317 + 450) ÷ 55000 × 100');
    expect(writeReckoning('34 * 0.5')).toBe('34 × 0.5');
  });
});

test('labels that are far apart stay where they are, two that touch part', () => {
  expect(
    spread([
      { x: 0, width: 10 },
      { x: 50, width: 10 },
    ]),
  ).toEqual([0, 50]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 40 }), (x, width) => {
      const [a = 0, b = 0] = spread([
        { x: 0, width },
        { x, width },
      ]);
      expect(b - a).toBeGreaterThanOrEqual(Math.min(width, x + width) - 1e-9);
    }),
  );
});
