/** Sources as plain text: read back by what the head of the file says, and held against the model. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { headingOf } from '../../src/edition/labels.ts';
import type { Edition, Note, Source } from '../../src/edition/model.ts';
import { marksFor, textsOf } from '../../src/exports/txt/marks.ts';
import { sourceText } from '../../src/exports/txt/text.ts';
import { widthOf, wrap } from '../../src/exports/txt/wrap.ts';
import { hostileSource, hostileWords } from './hostile-words.ts';
import { rightsTerms } from '../../src/schemas/rights-terms.ts';

const site = new URL('https://example.org');
const rule = `\n${'-'.repeat(72)}\n`;

interface Block {
  label: string;
  words: string;
}

/** Blocks between empty lines: what stands in the margin, and the lines beside it as one. */
function blocksOf(part: string): Block[] {
  return part
    .split(/\n(?: *\n)+/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block.replace(/^\n+/, '').split('\n');
      const [, label = ''] = /^(§|[¶[{⟦] ?\S*)/.exec(lines[0] ?? '') ?? [];
      return {
        label,
        words: [(lines[0] ?? '').slice(label.length), ...lines.slice(1)]
          .map((line) => line.replace(/^ +/, ''))
          .join(' ')
          .replace(/^ +| +$/g, ''),
      };
    });
}

function readBack(source: Source, edition: Edition) {
  const text = sourceText(source, { edition, site, citation: 'A citation.' });
  const [head = '', body = '', notes = ''] = text.split(rule);
  const { brackets, hasEmphasis } = marksFor(textsOf(source));
  const [open, close] = brackets.map((one) => one.replace(/[[\]{}]/, '\\$&'));
  const mark = new RegExp(`${open}(?:T?\\d+|[a-z]{1,2}|°\\d+)${close}|${open}p\\.\u00A0\\S+${close} ?`, 'g');
  const plain = (words: string) => (hasEmphasis ? words.replaceAll('_', '') : words).replace(mark, '');
  return {
    text,
    head,
    brackets,
    body: blocksOf(body).map((one) => ({
      ...one,
      words: one.label === '§' ? one.words : plain(one.words),
    })),
    notes,
    plain,
  };
}

/** Where lines end, a space does; spaces are told from other white space. */
const spaced = (words: string) => words.replaceAll('\n', ' ').split(/ +/).filter(Boolean).join(' ');

describe.each(['.', 'tests/fixtures/edition'])('the edition in %s', async (root) => {
  const { edition } = assemble(await readContent(root)) as { edition: Edition };

  describe.each(edition.sources)('$id', (source) => {
    const { text, head, body, notes, plain } = readBack(source, edition);

    test('has every heading and paragraph in its order, with its number in the margin', () => {
      expect(body.map(({ label, words }) => [label, spaced(words)])).toEqual(
        source.divisions.flatMap((division) => [
          ...(division.anchor === '' ? [] : [['§', spaced(headingOf(division))]]),
          ...division.paragraphs.map(({ number, words }) => [`¶ ${number}`, spaced(words)]),
        ]),
      );
    });

    test('has every note once, under its hand and with the replies to it, with its words in order', () => {
      const withReplies = (note: Note): Note[] => [note, ...note.replies.flatMap(withReplies)];
      for (const [hand, title] of [
        ['author-note', 'AUTHOR’S NOTES'],
        ['transcriber-note', 'TRANSCRIBER’S NOTES'],
        ['editor-note', 'EDITOR’S NOTES'],
      ] as const) {
        const all = [...source.witnessNotes, ...source.editorNotes]
          .filter((note) => note.hand === hand && note.on === undefined)
          .flatMap(withReplies);
        const part = notes.split(/\n\n\n(?=[A-Z’ ]+\n)/).find((one) => one.trimStart().startsWith(title));
        expect(part !== undefined, title).toBe(all.length > 0);
        const words = blocksOf(part ?? '').map((block) => spaced(plain(block.words)));
        const wanted = all.flatMap(({ paragraphs }) =>
          paragraphs.map((paragraph) => spaced(paragraph.words)),
        );
        expect(words.filter((one) => wanted.includes(one))).toEqual(wanted);
        // Heads and grounds, one each for a note; the title itself.
        expect(words).toHaveLength(wanted.length + 2 * all.length + (all.length > 0 ? 1 : 0));
        for (const { id } of all) expect(part).toContain(`/notes/${source.id}/${id}/`);
      }
    });

    test('sets no two quotation marks of one kind side by side', () => {
      expect(notes.match(/, on (?:““|[^\n]*””)/g)).toBeNull();
    });

    test('says who supplied what, whose rights and where it is published', () => {
      expect(head).toContain(`https://example.org/sources/${source.id}/`);
      if (source.header.title['supplied-by'] === 'edition') {
        expect(head.startsWith('[')).toBe(true);
        expect(spaced(head)).toContain(spaced(source.header.title.note ?? ''));
      }
      for (const { statement, term } of source.header.rights) {
        expect(spaced(head)).toContain(spaced(statement));
        expect(spaced(head)).toContain(spaced(rightsTerms[term].name));
      }
    });

    test('has lines of 72 characters at most, unless a word is longer', () => {
      for (const line of text.split('\n'))
        expect(widthOf(line) <= 72 || !line.trim().includes(' '), line).toBe(true);
      expect(text).not.toMatch(/[\t\r]| \n/);
    });
  });

  test('keeps hostile words, and chooses marks that they do not have', () => {
    const [source] = edition.sources;
    if (!source) throw new Error('There is no source.');
    fc.assert(
      fc.property(hostileSource(source), (hostile) => {
        const { body, head, brackets } = readBack(hostile, edition);
        const paragraphs = body.filter(({ label }) => label !== '§');
        expect(paragraphs.map(({ label, words }) => [label, spaced(words)])).toEqual(
          hostile.paragraphs.map(({ number, words }) => [`¶ ${number}`, spaced(words)]),
        );
        if (hostile.paragraphs.some(({ points }) => points.length > 0))
          expect(head).toContain(`word: ${brackets[0]}`);
      }),
      { numRuns: 400 },
    );
  }, 30_000);
});

test('lines joined with spaces are the words again', () => {
  fc.assert(
    fc.property(hostileWords, fc.integer({ min: 1, max: 80 }), (words, width) => {
      const lines = wrap(words, width);
      expect(lines.join(' ')).toBe(words);
      for (const line of lines)
        expect(widthOf(line.trimEnd()) <= width || !line.trimEnd().includes(' ')).toBe(true);
    }),
  );
});
