import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { tokens } from '../../src/edition/normalise.ts';
import { maximumLength, parseQuery } from '../../src/search/query.ts';
import { hostileText } from './hostile-text.ts';

const { edition } = assemble(await readContent('.'));
const texts = edition?.sources.flatMap(({ paragraphs }) => paragraphs.map(({ words }) => words)) ?? [];

const read = (query: string): [string[], string[]] => {
  const { words, phrases } = parseQuery(query);
  return [words, phrases.map((phrase) => phrase.join(' '))];
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
            expect(parseQuery(open + stretch + close), stretch).toMatchObject({
              words: [],
              phrases: [phrase],
            });
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

  test('has each of its words in order, in words and phrases together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostileText, fc.constantFrom('"', ' "', '" ', '“', '”', '„', '«', '»'))),
        (parts) => {
          const query = parts.join('');
          const { words, phrases, all, text } = parseQuery(query);
          expect(all).toEqual(tokens(text).map(({ token }) => token));
          // A quotation mark may divide what would else be one abbreviation, so letters are compared.
          expect([...words, ...phrases.flat()].join('').split('').sort()).toEqual(
            all.join('').split('').sort(),
          );
        },
      ),
    );
  });
});
