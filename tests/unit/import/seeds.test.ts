/** The two texts of the edition, imported anew from their witnesses, against the texts as edited. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/edition/markdown.ts';
import { importText } from '../../../src/import/import-source.ts';

const seeds = [
  { id: 'strong-1934', hand: 'transcriber', words: 6793, doubts: 36 },
  { id: 'james-1937-13', hand: 'author', words: 5220, doubts: 7 },
] as const;

describe.each(seeds)('$id', ({ id, hand, words, doubts }) => {
  const folder = `content/sources/${id}`;
  const bytes = new Uint8Array(readFileSync(`${folder}/witness.txt`));
  const imported = importText(bytes, { id, hand, file: 'witness.txt' });
  const read = (text: string) => parseMarkdown(text, 'text.md').value;
  const edited = read(readFileSync(`${folder}/text.md`, 'utf8'));
  const made = read(imported.files.get('text.md') as string);

  test('has every word of the witness and nothing that the check would refuse', () => {
    expect(imported.problems).toEqual([]);
    expect(imported.collation?.rows.reduce((sum, { found }) => sum + found, 0)).toBe(words);
    expect(imported.collation?.whole).toBe(words);
  });

  test('has the paragraphs, note calls, page breaks and notes as edited', () => {
    const blocks = (file: typeof made) =>
      file.body.flatMap((part) => (part.type === 'block' ? [{ anchor: part.anchor, text: part.text }] : []));
    expect(blocks(made)).toEqual(blocks(edited));
    expect(made.notes.map(({ label, paragraphs }) => [label, paragraphs])).toEqual(
      edited.notes.map(({ label, paragraphs }) => [label, paragraphs]),
    );
  });

  test('has its divisions, without the headings that the editor supplied', () => {
    const headings = (file: typeof made) =>
      file.body.flatMap((part) => (part.type === 'heading' ? [part.supplied ? '' : part.words] : []));
    expect(headings(made)).toEqual(headings(edited));
  });

  test('reports what is in doubt', () => {
    expect(imported.doubts).toHaveLength(doubts);
  });
});
