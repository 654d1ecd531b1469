import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { tokens } from '../../src/edition/normalise.ts';
import { wordsByPlace } from '../../src/edition/forms.ts';
import { prepareAll, restoreAll } from '../../src/search/prepared.ts';
import { hostileText } from './hostile-text.ts';

const { edition } = assemble(await readContent('.'));
const texts = [...wordsByPlace(edition?.sources ?? []).values()];
const prepare = (text: string): string => prepareAll([text]);

/** As Pagefind does it: words are what white space divides. */
const pieces = (prepared: string): string[] => prepared.trim().split(/\s+/);

describe('a prepared text', () => {
  test('gives back every text of the edition', () => {
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(restoreAll(prepare(text))).toEqual([text]);
    expect(restoreAll(prepareAll(texts))).toEqual(texts);
  });

  test('gives back any text', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 4 }), (some) => {
        expect(restoreAll(prepareAll(some))).toEqual(some);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(restoreAll(prepareAll([text, text]))).toEqual([text, text]);
      }),
    );
  });

  test('has one piece for each word', () => {
    const check = (text: string): void => {
      const words = tokens(text);
      const made = words.length === 0 ? [] : pieces(prepare(text));
      expect(made).toHaveLength(words.length);
    };
    texts.forEach(check);
    fc.assert(fc.property(hostileText, check));
  });

  test('has one piece for each word of several texts', () => {
    const words = texts.flatMap((text) => tokens(text));
    expect(pieces(prepareAll(texts))).toHaveLength(words.length);
  });

  test('loses nothing when its white space is evened out', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(prepare(text).replace(/\s+/g, ' ').trim()).toBe(prepare(text));
      }),
    );
  });

  test('divides compounds and keeps free-standing marks beside a word', () => {
    expect(pieces(prepare('would-be Stalin - “just . . . and 1917–1936'))).toHaveLength(7);
  });
});
