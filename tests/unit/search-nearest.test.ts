import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestWords } from '../../src/search/nearest.ts';

const vocabulary = new Map(
  Object.entries({ kulak: 12, kulaks: 20, stalin: 90, stalins: 9, soviet: 80, plan: 40, plans: 3 }),
);

test.each([
  ['kulac', ['kulak', 'kulaks']],
  ['stlain', ['stalin', 'stalins']],
  ['soveit', ['soviet']],
  ['plna', ['plan']],
  ['zebra', []],
  ['', []],
])('near %s stand %j', (word, near) => {
  expect(nearestWords(word, vocabulary)).toEqual(near);
});

test('a word is never near itself, and no more are named than asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-d]{1,6}$/)),
      fc.stringMatching(/^[a-d]{1,6}$/),
      (words, word) => {
        const near = nearestWords(word, new Map(words.map((one) => [one, 1])), 3);
        expect(near).not.toContain(word);
        expect(near.length).toBeLessThanOrEqual(3);
      },
    ),
  );
});
