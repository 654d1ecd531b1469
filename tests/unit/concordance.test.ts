import { describe, expect, test } from 'vitest';
import { linesOf, sorted, toCsv } from '../../src/search/concordance.ts';
import { parseQuery } from '../../src/search/query.ts';

describe('a line', () => {
  const source = {
    id: 's',
    short: 'S',
    language: 'en',
    sections: [],
    paragraphs: [{ id: 'p1', number: '1', words: 'The zebra, the ant; “the, bee”.' }],
    notes: [{ id: 'author-1', hand: 'author-note' as const, name: 'Author’s note 1', words: 'The note.' }],
  };
  const lines = linesOf(source, parseQuery('the', { isExact: true }));

  test('has the words on both sides as they stand', () => {
    expect(lines.map(({ left, hit, right, label }) => [left, hit, right, label])).toEqual([
      ['', 'The', ' zebra, the ant; “the, bee”.', 'S, ¶ 1'],
      ['The zebra, ', 'the', ' ant; “the, bee”.', 'S, ¶ 1'],
      ['The zebra, the ant; “', 'the', ', bee”.', 'S, ¶ 1'],
      ['', 'The', ' note.', 'S, author’s note 1'],
    ]);
  });

  test('has as many words on either side as are wanted', () => {
    const narrow = linesOf(source, parseQuery('ant', { isExact: true }), 1);
    expect(narrow.map(({ left, right }) => [left, right])).toEqual([['the ', '; “the']]);
  });

  test('is sorted by what stands beside it', () => {
    expect(sorted(lines, 'after').map(({ after }) => after)).toEqual(['ant', 'bee', 'note', 'zebra']);
    expect(sorted(lines, 'before').map(({ before }) => before)).toEqual(['', '', 'ant', 'zebra']);
  });

  test('is one of a table that other programs read', () => {
    const csv = toCsv(lines.slice(2, 3), ({ id }) => `/${id}`);
    expect(csv).toBe(
      '"place","hand","left","occurrence","right","address"\r\n"S, ¶ 1","author","The zebra, the ant; “","the",", bee”.","/p1"\r\n',
    );
  });
});
