import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { textToHtml } from '../../src/exports/html.ts';

const { edition, collations, problems } = assemble(await readContent('.'));
const sources = edition?.sources ?? [];
const source = (id: string) => sources.find((one) => one.id === id);

test('the edition has no problem', () => {
  expect(problems).toEqual([]);
});

describe.each([
  {
    id: 'strong-1934',
    sections: [8, 9, 12, 5, 14],
    words: 6307,
    notes: 7,
    whole: 6793,
    sha: 'a65b7169bf02f95b3e41da9e5e0bfa99d8a19e95436845ab0c84f4fd5022a8e9',
  },
  {
    id: 'james-1937-13',
    sections: [2, 7, 1, 3, 10],
    words: 4916,
    notes: 14,
    whole: 5220,
    sha: 'ea4d831f17d6494d6f6714f8e9188e4912083ff716ecd1af606ab9a817421800',
  },
])('$id', ({ id, sections, words, notes, whole, sha }) => {
  test('has its paragraphs in their sections, numbered through', () => {
    expect(source(id)?.divisions.map(({ paragraphs }) => paragraphs.length)).toEqual(sections);
    expect(source(id)?.paragraphs.map(({ anchor }) => anchor)).toEqual(
      Array.from({ length: sections.reduce((a, b) => a + b) }, (_, index) => `p${String(index + 1)}`),
    );
  });

  test('has every word of the body of its witness, and accounts for the whole file', () => {
    const [proof] = collations.find(({ sourceId }) => sourceId === id)?.collations ?? [];
    expect(proof?.rows[0]).toMatchObject({ found: words, total: words });
    expect(proof?.rows.reduce((sum, { found }) => sum + found, 0)).toBe(whole);
    expect(proof?.whole).toBe(whole);
  });

  test('keeps its witness byte for byte', async () => {
    const bytes = await readFile(`content/sources/${id}/witness.txt`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha);
  });

  test('has the notes that came with it, each at its call or on the whole', () => {
    const list = source(id)?.witnessNotes ?? [];
    expect(list).toHaveLength(notes);
    expect(list.filter(({ at }) => !at).map(({ id: note }) => note)).toEqual(
      id === 'strong-1934' ? ['transcriber-1'] : [],
    );
  });

  test('is its words and nothing else once what carries `data-apparatus` is taken out of the HTML', () => {
    for (const paragraph of source(id)?.paragraphs ?? []) {
      const html = textToHtml(paragraph, { sidenotes: true });
      const without = html.replace(/<(\w+)[^>]* data-apparatus>.*?<\/\1>/g, '').replace(/<[^>]+>/g, '');
      expect(without.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')).toBe(
        paragraph.words,
      );
    }
  });
});

test('every transcriber’s note but the first has the editor’s reply', () => {
  const replies = source('strong-1934')?.witnessNotes.map((note) => note.replies.length);
  expect(replies).toEqual([0, 1, 1, 1, 1, 1, 1]);
});

test('the editor’s notes are spread over their kinds', () => {
  const kinds = sources.flatMap(({ editorNotes }) => editorNotes.map(({ header }) => header?.kind));
  expect(kinds.length).toBeGreaterThanOrEqual(25);
  for (const kind of ['person', 'place', 'organisation', 'event', 'term', 'figure'])
    expect(kinds).toContain(kind);
});
