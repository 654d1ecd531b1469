import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, type Block, type TextFile } from '../../src/edition/markdown.ts';
import type { Text } from '../../src/edition/model.ts';
import { escapeWords, printTextFile } from '../../src/edition/print.ts';

/** Words with everything in them that Markdown, HTML or this format might act on. */
const hostile = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'peasant',
          'a',
          '1.',
          '2)',
          '-',
          '+',
          '*',
          '**',
          '_',
          '__so__',
          '`',
          '~~',
          '#',
          '##',
          '>',
          '|',
          '=',
          '---',
          '\\',
          '[',
          ']',
          '](',
          '[^',
          '[^author:1]',
          '[^author:1]:',
          '!',
          '![',
          '<',
          '<b>',
          '&',
          '&amp;',
          '&#38;',
          ':',
          ':pb[3]',
          ':x[y]',
          '^',
          '^p1',
          '“',
          '’',
          'é',
          '日本',
          '😀',
          ' ',
          '.',
          '...',
          'http://x.org/_a_',
          '{x}',
          '$',
        ),
      },
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)))
  .map(clean)
  .filter((words) => words !== '');

/** Words as a text can hold them: no control characters, no white space at the ends, no line ends. */
function clean(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\ufffd\ufffe\uffff]/g, '')
    .replace(/^[ \t]+|[ \t]+$/g, '');
}

function plain(words: string): Text {
  return { words, spans: [], points: [] };
}

function block(kind: Block['kind'], anchor: string, text: Text): Block {
  return { type: 'block', kind, anchor, text, place: { file: '' }, lastLine: 0 };
}

describe('a text that was printed', () => {
  test('is read back with the same words, anchors and notes', () => {
    const file = fc.record({
      paragraphs: fc.array(fc.tuple(fc.constantFrom<Block['kind']>('prose', 'quotation', 'item'), hostile), {
        minLength: 1,
        maxLength: 4,
      }),
      heading: hostile,
      supplied: fc.boolean(),
      notes: fc.array(fc.array(hostile, { minLength: 1, maxLength: 2 }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(file, ({ paragraphs, heading, supplied, notes }) => {
        const written: TextFile = {
          body: [
            { type: 'heading', level: 2, words: heading, supplied, anchor: 's1', place: { file: '' } },
            ...paragraphs.map(([kind, words], index) => block(kind, `p${String(index + 1)}`, plain(words))),
          ],
          notes: notes.map((texts, index) => ({
            label: `author:${String(index + 1)}`,
            paragraphs: texts.map(plain),
            place: { file: '' },
          })),
        };
        const { value, problems } = parseMarkdown(printTextFile(written), 'text.md');
        expect(problems).toEqual([]);
        expect(
          value.body.map((part) =>
            part.type === 'block'
              ? [part.kind, part.anchor, part.text.words]
              : [part.supplied, part.anchor, part.words],
          ),
        ).toEqual(
          written.body.map((part) =>
            part.type === 'block'
              ? [part.kind, part.anchor, part.text.words]
              : [part.supplied, part.anchor, part.words],
          ),
        );
        expect(value.notes.map((note) => [note.label, ...note.paragraphs.map(({ words }) => words)])).toEqual(
          written.notes.map((note) => [note.label, ...note.paragraphs.map(({ words }) => words)]),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps its calls, page breaks, emphasis and line breaks where they stand', () => {
    const source = '> With *two “words”* and **more**,[^author:3] and :pb[7]a page\\\n> and a line ^p1\n';
    const first = parseMarkdown(source, 'text.md');
    expect(first.problems).toEqual([]);
    const again = parseMarkdown(printTextFile(first.value), 'text.md');
    expect((again.value.body[0] as Block).text).toEqual((first.value.body[0] as Block).text);
    expect((first.value.body[0] as Block).text.words).toBe(
      'With two “words” and more, and a page\nand a line',
    );
  });
});

describe('any input', () => {
  test('is read without throwing, and every problem has a line and says what to do', () => {
    const lines = fc.array(
      fc.oneof(
        hostile,
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '',
          '    code',
          '> q',
          '- i',
          '[^author:1]: n',
          '## [x]',
          '## ',
          ':pb[',
          '\t',
          '***',
          '***a**b*',
        ),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\n\n'), (parts, glue) => {
        const { problems } = parseMarkdown(parts.join(glue), 'text.md');
        for (const problem of problems) {
          expect(problem.place.line).toBeGreaterThan(0);
          expect(problem.fact).not.toBe('');
          expect(problem.action).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('of great length is read in time that grows with its length', () => {
    for (const unit of ['*', '[^', '**a ', '\\', ':pb[', '[', '> ', '^p1 '])
      parseMarkdown(unit.repeat(50_000), 'text.md');
  }, 10_000);
});

describe('the format is a subset of CommonMark', () => {
  test('escaped words mean the same to a CommonMark parser', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const source = `x ${escapeWords(words)} x`;
        // Runs of white space, note calls and marks of our own are not CommonMark’s.
        expect(textOf(fromMarkdown(source))).toBe(`x ${words} x`);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is read without a problem has the words that CommonMark gives it', () => {
    const marks = fc.array(
      fc.constantFrom(
        '*',
        '**',
        '\\',
        '_',
        'word',
        ' ',
        'a',
        '“',
        '”',
        '.',
        '(',
        ')',
        '[',
        ']',
        '&',
        ';',
        '<',
        '>',
        '!',
        '~',
        '`',
        '1.',
        '-',
      ),
      { minLength: 1, maxLength: 14 },
    );
    fc.assert(
      fc.property(marks, (parts) => {
        const source = `x${parts.join('')}x`;
        const { value, problems } = parseMarkdown(source, 'text.md');
        fc.pre(problems.length === 0);
        expect((value.body[0] as Block).text.words).toBe(textOf(fromMarkdown(source)));
      }),
      { numRuns: 5000 },
    );
  });
});

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
