import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhrase, tokens } from '../../src/edition/normalise.ts';
import { hostileText } from './hostile-text.ts';

const words = (text: string): string[] => tokens(text).map(({ token }) => token);

describe('words', () => {
  test.each([
    ['Would-be intelligent', ['would', 'be', 'intelligent']],
    ['three year’s absence', ['three', 'years', 'absence']],
    ["don't don’t don‘t donʼt", ['dont', 'dont', 'dont', 'dont']],
    ['‘tis the workers’ state', ['tis', 'the', 'workers', 'state']],
    ['the G.P.U. and the GPU', ['the', 'gpu', 'and', 'the', 'gpu']],
    ['U.S.S.R.’s H.G. Wells, i.e. him', ['ussrs', 'hg', 'wells', 'ie', 'him']],
    ['economics.It', ['economics', 'it']],
    ['1,290 and 1290 of 12,345,678', ['1290', 'and', '1290', 'of', '12345678']],
    ['in 1936,500 men', ['in', '1936', '500', 'men']],
    ['2.8 per cent', ['2', '8', 'per', 'cent']],
    ['1917–1936', ['1917', '1936']],
    ['leaders-a group—agree', ['leaders', 'a', 'group', 'agree']],
    ['Employés, Łódź', ['employes', 'łodz']],
    ['co\u00ADlective', ['colective']],
    ['Чистка, ещё', ['чистка', 'еще']],
    ['<script>alert(1)</script>', ['script', 'alert', '1', 'script']],
    ['- … “” 🙂', []],
  ])('of %s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('have their places in the original', () => {
    const text = '“In the G.P.U., don’t.”';
    expect(tokens(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'In',
      'the',
      'G.P.U.',
      'don’t',
    ]);
  });

  test('stand in order, inside the text, apart, and are never empty', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let end = 0;
        for (const { token, start, end: next } of tokens(text)) {
          expect(token).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(end);
          expect(next).toBeGreaterThan(start);
          end = next;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('stay the same in capitals, between quotation marks and when joined anew', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const found = words(text);
        expect(words(found.join(' '))).toEqual(found);
        expect(words(`“${text}”`)).toEqual(found);
        expect(words(` ${text} …`)).toEqual(found);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z' .,-]{0,40}$/), (text) => {
        expect(words(text.toUpperCase())).toEqual(words(text));
      }),
    );
  });

  test('are found fast in text made to slow the search for them', () => {
    const start = performance.now();
    for (const part of ['1,000', 'a.', 'a’', ',', '\u0301']) tokens(part.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('phrases', () => {
  test('are consecutive words', () => {
    const text = tokens('a would-be would be');
    expect(findPhrase(text, ['would', 'be'])).toEqual([1, 3]);
    expect(findPhrase(text, ['be', 'a'])).toEqual([]);
    expect(findPhrase(text, [])).toEqual([]);
  });

  test('of any stretch of a text are found where they stand', () => {
    fc.assert(
      fc.property(hostileText, fc.nat(), fc.nat(6), (text, from, length) => {
        const found = tokens(text);
        const start = found.length === 0 ? 0 : from % found.length;
        const phrase = found.slice(start, start + length + 1).map(({ token }) => token);
        if (phrase.length > 0) expect(findPhrase(found, phrase)).toContain(start);
      }),
    );
  });
});
