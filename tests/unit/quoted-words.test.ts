import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findQuoted,
  parseQuotedWords,
  printQuotedWords,
  wordsTouched,
} from '../../src/edition/quoted-words.ts';

const TEXT = 'Men in the Soviet Union speak of Stalin’s “authority,” but not of Stalin’s “power.”';
const hashOf = (words: string) =>
  Promise.resolve(
    [...words]
      .reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 2 ** 40, 7)
      .toString(16)
      .padStart(12, '0'),
  );

test('an address says its words and is read back', () => {
  const quoted = { release: '2026.1', first: 5, last: 12, hash: '0a1b2c3d4e5f' };
  expect(printQuotedWords(quoted)).toBe('2026.1.5-12.0a1b2c3d4e5f');
  expect(parseQuotedWords('2026.1.5-12.0a1b2c3d4e5f')).toEqual(quoted);
});

test('anything else is no such address, and never throws', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (value) =>
        parseQuotedWords(value) === undefined || printQuotedWords(parseQuotedWords(value) as never) === value,
    ),
  );
  for (const value of ['', '2026.1.0-3.0a1b2c3d4e5f', '2026.1.5-4.0a1b2c3d4e5f', '2026.1.5-12.0A1B2C3D4E5F'])
    expect(parseQuotedWords(value)).toBeUndefined();
});

test('a selection takes the words that it touches, whole', () => {
  expect(wordsTouched(TEXT, 1, 9)).toEqual({ first: 1, last: 3 });
  expect(wordsTouched(TEXT, 3, 4)).toBeUndefined();
  expect(wordsTouched('', 0, 0)).toBeUndefined();
});

test('words are found where they stood, elsewhere, or not at all; never by likeness', async () => {
  const hash = await hashOf('of Stalin’s “authority');
  const quoted = { release: '2026.1', first: 7, last: 9, hash };
  expect(await findQuoted(TEXT, quoted, hashOf)).toMatchObject({ isMoved: false });
  expect(await findQuoted(`And ${TEXT}`, quoted, hashOf)).toMatchObject({ isMoved: true });
  expect(
    await findQuoted(TEXT.replace('Stalin’s “authority', 'Stalins “authority'), quoted, hashOf),
  ).toBeUndefined();
});
