/** What is typed may be anything: search answers, and does no more than bounded work. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { excerpt } from '../../src/search/excerpt.ts';
import { expand } from '../../src/search/expand.ts';
import { indexNames } from '../../src/search/name-index.ts';
import { match } from '../../src/search/match.ts';
import { nameCatalogue } from '../../src/search/names.ts';
import { maximumLength, parseQuery, type Query } from '../../src/search/query.ts';
import { otherSpellings } from '../../src/search/spellings.ts';
import { skeletons } from '../../src/search/transliteration.ts';
import { formsStemmedApart, isOtherForm } from '../../src/search/word-forms.ts';
import { hostileQueries, hugeQueries } from '../hostile-queries.ts';
import { hostileText } from './hostile-text.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const names = indexNames(nameCatalogue(edition));
const texts = edition.sources.flatMap(({ paragraphs }) => paragraphs.map(({ words }) => words));
const known = edition.entities.flatMap(({ name, forms, other }) => [name, ...forms, ...other]);

/** As readers’ browsers do it. */
const understood = (input: string, isExact = false): Query =>
  expand(parseQuery(input, { isExact }), names).query;

/** A query of hostile text, signs, names and words of the texts. */
const hostileQuery = fc
  .array(
    fc.oneof(
      hostileText,
      fc.constantFrom(...known),
      fc.constantFrom(
        '"',
        ' "',
        '" ',
        '“',
        '”',
        '„',
        '«',
        ' -',
        '*',
        '~5',
        ' OR ',
        ' NOT ',
        ' | ',
        '\u202E',
        '<b>',
        '\0',
      ),
      fc.constantFrom(
        'kulak',
        'would-be',
        '1,290',
        'G.P.U.',
        'wrote',
        'men',
        'Н. И.',
        '5-year',
        '160 million',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

/** Hits lie inside the text in order, do not overlap, and hold something. */
function expectHits(text: string, query: Query): void {
  const { hits } = match(text, query, 'strong-1934#p3') ?? { hits: [] };
  let end = 0;
  for (const hit of hits) {
    expect(hit.start).toBeGreaterThanOrEqual(end);
    expect(hit.end).toBeGreaterThan(hit.start);
    end = hit.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  const shown = excerpt(text, hits);
  expect(shown.end).toBeLessThanOrEqual(text.length);
  expect(shown.start).toBeLessThanOrEqual(shown.end);
}

describe('whatever is asked', () => {
  test('of the texts of the edition, the hits are places in them', () => {
    fc.assert(
      fc.property(hostileQuery, fc.constantFrom(...texts), fc.boolean(), (input, text, isExact) => {
        expectHits(text, understood(input, isExact));
      }),
    );
  });

  test('of any text, the hits are places in it', () => {
    fc.assert(
      fc.property(hostileQuery, hostileText, (input, noise) => {
        expectHits(`${noise} ${input} ${noise}`, understood(input));
      }),
    );
  });

  test('a text that is asked for word for word is found', () => {
    fc.assert(
      fc.property(hostileText, (noise) => {
        const query = understood(noise);
        const asked = query.terms.every(({ isExcluded }) => !isExcluded) && !/OR|NOT|AND|\|/.test(noise);
        if (asked && query.terms.length > 0 && !query.isCut) expect(match(noise, query)).toBeDefined();
      }),
    );
  });

  test.each(Object.entries(hostileQueries))('%s', (_, input) => {
    for (const isExact of [false, true])
      for (const text of texts) expectHits(text, understood(input, isExact));
  });
});

describe('the work', () => {
  /** The words to look for, in all units of all terms. */
  const units = ({ terms }: Query) => terms.flatMap((term) => term.units);

  test.each([...Object.entries(hugeQueries), ...Object.entries(hostileQueries)])(
    'is bounded for %s',
    (_, input) => {
      const query = understood(input);
      expect(query.text.length).toBeLessThanOrEqual(maximumLength);
      expect(query.isCut).toBe(input.trim().length > maximumLength);
      expect(query.terms.length).toBeLessThanOrEqual(maximumLength / 2);
      expect(units(query).length).toBeLessThanOrEqual(700);
      for (const { words } of units(query))
        expect(words.join(' ').length).toBeLessThanOrEqual(maximumLength * 2);
      for (const text of texts.slice(0, 3)) expectHits(text, query);
    },
  );

  test('is bounded for any query', () => {
    fc.assert(
      fc.property(hostileQuery, fc.integer({ min: 1, max: 50 }), (input, times) => {
        expect(units(understood(`${input} `.repeat(times))).length).toBeLessThanOrEqual(700);
      }),
    );
  });

  test('is bounded for any word', () => {
    const word = fc
      .array(
        fc.constantFrom(
          'ch',
          'x',
          'h',
          's',
          'ed',
          'ing',
          'er',
          'ation',
          'ise',
          'ou',
          'our',
          'man',
          'ов',
          'ий',
        ),
        {
          maxLength: 200,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(skeletons(one).length).toBeLessThanOrEqual(6);
        expect(otherSpellings(one).length).toBeLessThan(30);
        expect(formsStemmedApart(one).length).toBeLessThan(30);
        expect(isOtherForm(one, other)).toBe(isOtherForm(other, one));
      }),
    );
  });
});
