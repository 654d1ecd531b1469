import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { tokens } from '../../src/edition/normalise.ts';
import { maximumLength, parseQuery } from '../../src/search/query.ts';
import { hostileText } from './hostile-text.ts';

const { edition } = assemble(await readContent('.'));
const texts = edition?.sources.flatMap(({ paragraphs }) => paragraphs.map(({ words }) => words)) ?? [];

/** The words and the phrases of a query that has no other terms. */
const read = (query: string): [string[], string[]] => {
  const units = parseQuery(query).terms.flatMap((term) => term.units);
  const of = (kind: string) => units.filter((unit) => unit.kind === kind).map(({ words }) => words.join(' '));
  return [of('word'), of('phrase')];
};

describe('a query', () => {
  test.each([
    ['collective farm', ['collective', 'farm'], []],
    ['"collective farm"', [], ['collective farm']],
    ['“collective farm” 1934', ['1934'], ['collective farm']],
    ['„collective farm“ «two» »three« ”four”', [], ['collective farm', 'two', 'three', 'four']],
    ['« collective farm » x', ['x'], ['collective farm']],
    ['“collective farm" peasants', ['peasants'], ['collective farm']],
    ['"collective farm', [], ['collective farm']],
    ['collective farm"', ['collective', 'farm'], []],
    ['"collective farm" "', [], ['collective farm']],
    ['"a b" "c d" e', ['e'], ['a b', 'c d']],
    ['"Stalin - “just another Hitler!” It"', [], ['stalin just another hitler it']],
    ['"the "Right" opposition"', [], ['the right opposition']],
    ['"another Hitler!" It"', [], ['another hitler it']],
    ['". . . and"', [], ['and']],
    ['democracy,” for', ['democracy', 'for'], []],
    ['6" guns', ['6', 'guns'], []],
    ['“” "" «»', [], []],
    ['🙂 …', [], []],
    ['', [], []],
  ])('%s', (query, words, phrases) => {
    expect(read(query)).toEqual([words, phrases]);
  });

  test.each(['""', '“”', '„“', '«»'])(
    'takes any stretch of a text in %s as one phrase',
    ([open = '', close = '']) => {
      for (const text of texts) {
        const words = text.split(/\s+/);
        for (let start = 0; start + 2 < words.length; start += 3) {
          const stretch = words.slice(start, start + 2 + (start % 5)).join(' ');
          // A mark of the kind that was chosen ends the phrase, as readers expect.
          if (open !== '"' && /["“”„«»]/.test(stretch)) continue;
          const phrase = tokens(stretch).map(({ token }) => token);
          if (phrase.length > 0)
            expect(read(open + stretch + close), stretch).toEqual([[], [phrase.join(' ')]]);
        }
      }
    },
  );

  test('is cut at a stated length', () => {
    const query = parseQuery('word '.repeat(2000));
    expect(query.isCut).toBe(true);
    expect(query.text).toHaveLength(maximumLength);
    expect(parseQuery(` ${'a'.repeat(maximumLength)} `).isCut).toBe(false);
  });

  test.each([
    ['collectiv*', 'prefix collectiv'],
    ['c*', 'word c'],
    ['a collectiv* farm', 'word a, prefix collectiv, word farm'],
    ['"party masses"~10', 'near/10 party masses'],
    ['"party masses"~', 'near/10 party masses'],
    ['"party masses"~999 kulak', 'near/100 party masses, word kulak'],
    ['"party"~3', 'phrase party, word 3'],
    ['soviet OR council', 'word soviet | word council'],
    ['soviet | council | "town meeting" law', 'word soviet | word council | phrase town meeting, word law'],
    ['OR soviet', 'word soviet'],
    ['soviet OR', 'word soviet'],
    ['soviet AND law', 'word soviet, word law'],
    ['party -communist', 'word party, not word communist'],
    ['party NOT "communist party"', 'word party, not phrase communist party'],
    ['party -"communist party"', 'word party, not phrase communist party'],
    ['party -far-eastern', 'word party, not word far, not word eastern'],
    ['far-Eastern region', 'word far, word eastern, word region'],
    ['1917–1936', 'word 1917, word 1936'],
    ['-kulak', 'not word kulak'],
  ])('%s: %s', (query, expected) => {
    const shown = parseQuery(query).terms.map(
      ({ units, isExcluded }) =>
        (isExcluded ? 'not ' : '') +
        units
          .map(
            ({ kind, words, distance }) =>
              `${kind}${distance > 0 ? `/${String(distance)}` : ''} ${words.join(' ')}`,
          )
          .join(' | '),
    );
    expect(shown.join(', ')).toBe(expected);
  });

  test('loses no word, whatever is typed, but those that join or exclude', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(hostileText, fc.constantFrom('"', ' "', '" ', '“', '”', '„', '«', '»', ' -', '* ')),
        ),
        (parts) => {
          const { terms, text } = parseQuery(parts.join(''));
          const letters = (words: readonly string[]) => words.join('').split('').sort().join('');
          const units = terms.flatMap((term) => term.units);
          const kept = text.replace(/(?<=^|\s)(?:OR|NOT|AND)(?=$|\s)/g, ' ');
          // A quotation mark may divide what would else be one abbreviation, so letters are compared.
          expect(letters(units.flatMap(({ words }) => words))).toBe(
            letters(tokens(kept).map(({ token }) => token)),
          );
        },
      ),
    );
  });
});
