/** The concordance against counts made straight from the witnesses. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { linesOf, sorted, toCsv } from '../../src/search/concordance.ts';
import { parseQuery } from '../../src/search/query.ts';
import { sourceWords } from '../../src/search/source-words.ts';

const { edition } = assemble(await readContent('.'));
const sources = (edition?.sources ?? []).map(sourceWords);

/** The words of `text.md`, read by a few replacements and not by the project’s reader. */
function countsOf(id: string): Map<string, number> {
  const text = readFileSync(`content/sources/${id}/text.md`, 'utf8')
    .replace(/^## .*$/gm, ' ')
    .replace(/^\[\^(?:author|transcriber):[^\]]+\]:/gm, ' ')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/:pb\[\d+\]/g, '')
    .replace(/ \^[ps]\d+[a-z]*$/gm, ' ')
    .replace(/\\(?=[^\p{L}\p{N}\s])/gu, '');
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’‘.,](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Without capitals, accents and apostrophes, as readers type. */
const fold = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\p{M}'’‘]/gu, '')
    .toLowerCase();
const isPlain = (word: string) => /^\p{L}+$/u.test(fold(word));

for (const source of sources) {
  test(`${source.id}: every distinct word is counted as the file has it`, () => {
    const wanted = new Map<string, number>();
    for (const [word, count] of countsOf(source.id)) {
      if (isPlain(word)) wanted.set(fold(word), (wanted.get(fold(word)) ?? 0) + count);
    }
    expect(wanted.size).toBeGreaterThan(1000);
    const own = { ...source, notes: source.notes.filter(({ hand }) => hand !== 'editor-note') };
    const different: string[] = [];
    for (const [word, count] of wanted) {
      const lines = linesOf(own, parseQuery(word, { isExact: true }));
      if (lines.length !== count)
        different.push(`${word}: ${String(lines.length)} lines, ${String(count)} in the file`);
      for (const { hit } of lines)
        if (fold(hit).replace(/[^\p{L}]/gu, '') !== word) different.push(`${word}: ${hit}`);
    }
    expect(different).toEqual([]);
  }, 30_000);
}

describe('a line', () => {
  const source = {
    id: 's',
    short: 'S',
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
