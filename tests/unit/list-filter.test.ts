/** What is typed to see less of a list. */
import { expect, test } from 'vitest';
import { filterable, filterFor } from '../../src/browser/list-filter.ts';

const row = filterable('Strong 1934, ¶ 1', 'Grain of the Volga', '1,290', '“G.P.U.” Zinoviev’s');

test.each([
  ['', true],
  ['  ', true],
  ['volga GRAIN', true],
  ['vol', true],
  ['olga', false],
  ['1290', true],
  ['gpu', true],
  ['zinoviev', true],
  ['Vólga', true],
  ['volga steel', false],
])('“%s” is found: %s', (asked, isFound) => {
  expect(filterFor(asked)(row)).toBe(isFound);
});

test('words of two texts are never read as one', () => {
  expect(filterFor('1grain')(row)).toBe(false);
  expect(filterFor('grain')(row)).toBe(true);
});
