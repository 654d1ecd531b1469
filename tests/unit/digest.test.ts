import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from '../../src/digest.ts';

/** Plain values as the text model has them: objects, lists, maps and sets of words, numbers and nothing. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.string({ minLength: 150, maxLength: 300 }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 4 }), tie('any'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(fc.tuple(fc.string(), tie('any')), { maxLength: 3 }).map((entries) => new Map(entries)),
    fc.array(fc.string(), { maxLength: 3 }).map((items) => new Set(items)),
  ),
})).any;

test('equal values have the same digest, however often they are asked', () => {
  fc.assert(
    fc.property(value, (one) => {
      const made = digest(one);
      expect(digest(structuredClone(one))).toBe(made);
      expect(digest(one)).toBe(made);
    }),
  );
});

test('what holds another value has another digest', () => {
  fc.assert(
    fc.property(value, fc.string(), fc.string(), (around, one, other) => {
      fc.pre(one !== other);
      expect(digest([around, { words: one }])).not.toBe(digest([around, { words: other }]));
      expect(digest([one, other])).not.toBe(digest([one + other]));
    }),
  );
});

test.each([
  ['words and the list of them', 'ab', ['ab']],
  ['a list and a set', ['a'], new Set(['a'])],
  ['a map and its entries', new Map([['a', 1]]), [['a', 1]]],
  ['an address and its words', new URL('https://example.org/'), 'https://example.org/'],
  ['nothing and no value', { a: null }, { a: undefined }],
  ['a number and its digits', 1, '1'],
  ['long words and their hash', 'x'.repeat(300), digest('x'.repeat(300))],
])('%s differ', (_, one, other) => {
  expect(digest(one)).not.toBe(digest(other));
});

test('an object that stands in two values counts in both', () => {
  const shared = { words: 'w'.repeat(400) };
  expect(digest({ shared, n: 1 })).not.toBe(digest({ shared, n: 2 }));
  expect(digest({ shared, n: 1 })).toBe(digest({ shared: { ...shared }, n: 1 }));
});

test('what has no digest is refused', () => {
  const cycle: { self?: object } = {};
  cycle.self = cycle;
  expect(() => digest(cycle)).toThrow('holds itself');
  expect(() => digest({ make: () => 1 })).toThrow('A function');
  expect(() => digest([new Date(0)])).toThrow('Date');
});
