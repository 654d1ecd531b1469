/** Sources as Markdown, read by Pandoc where it is installed: its words are the model's, its notes the notes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { noteName } from '../../src/edition/labels.ts';
import type { Edition } from '../../src/edition/model.ts';
import { sourceMarkdown } from '../../src/exports/md/text.ts';

const isInstalled = spawnSync('pandoc', ['--version']).status === 0;
if (!isInstalled) console.log('pandoc is not installed: Markdown was not read by it.');

/** An element of Pandoc's tree (https://hackage.haskell.org/package/pandoc-types). */
interface Element {
  t: string;
  c?: unknown;
}

/** Inlines and blocks that hold words, by what of their content is inlines or blocks. */
const inner: Record<string, (content: never) => Element[]> = {
  Para: (content: Element[]) => content,
  Plain: (content: Element[]) => content,
  Emph: (content: Element[]) => content,
  Strong: (content: Element[]) => content,
  Link: ([, words]: [unknown, Element[]]) => words,
  BlockQuote: (content: Element[]) => content,
  LineBlock: (content: Element[][]) => content.flat(),
  BulletList: (content: Element[][]) => content.flat(),
  OrderedList: ([, items]: [unknown, Element[][]]) => items.flat(),
  Div: ([, blocks]: [unknown, Element[]]) => blocks,
};
const blocks = ['BlockQuote', 'BulletList', 'OrderedList', 'Div', 'LineBlock'];

/** @throws Error at any element that words of a source may not become. */
function wordsOf(elements: readonly Element[]): string {
  let isRaised = false;
  return elements
    .map(({ t, c }) => {
      if (t === 'RawInline') {
        const [, html] = c as [string, string];
        if (/^<\/?sup>$/.test(html)) isRaised = html === '<sup>';
      }
      if (isRaised || ['RawInline', 'Note', 'Superscript', 'HorizontalRule', 'Header'].includes(t)) return '';
      if (t === 'Str') return c as string;
      if (t === 'Space') return ' ';
      if (t === 'SoftBreak' || t === 'LineBreak') return '\n';
      if (t === 'Quoted') {
        // Pandoc keeps pairs of printed quotation marks as this, and writes them as they were.
        const [{ t: kind }, words] = c as [Element, Element[]];
        return kind === 'DoubleQuote' ? `“${wordsOf(words)}”` : `‘${wordsOf(words)}’`;
      }
      const within = inner[t];
      if (!within) throw new Error(`Pandoc made ${t} of words: ${JSON.stringify(c).slice(0, 200)}`);
      return wordsOf(within(c as never));
    })
    .join('');
}

/** All elements of a kind, whatever they stand in. */
function all(kind: string, tree: unknown): Element[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => all(kind, one));
  if (typeof tree !== 'object' || tree === null) return [];
  const element = tree as Element;
  return [...(element.t === kind ? [element] : []), ...Object.values(tree).flatMap((one) => all(kind, one))];
}

/** Paragraphs with an anchor of ours, by it, without number. */
function anchored(tree: readonly Element[]): [anchor: string, words: string][] {
  return tree.flatMap((block): [string, string][] => {
    if (blocks.includes(block.t)) return anchored(inner[block.t]?.(block.c as never) ?? []);
    if (block.t !== 'Para' && block.t !== 'Plain') return [];
    const content = block.c as Element[];
    const at = content.findIndex(({ t }) => t === 'Link');
    const [, html = ''] = content[0]?.t === 'RawInline' ? (content[0].c as [string, string]) : [];
    const [, anchor] = /^<a id="(p\w+)">$/.exec(html) ?? [];
    return anchor === undefined ? [] : [[anchor, wordsOf(content.slice(at + 2))]];
  });
}

/** Runs of white space are one space to Pandoc, and so to every reader of Markdown. */
const folded = (words: string) => words.replace(/[ \n]+/g, ' ').trim();

describe.skipIf(!isInstalled).each(['.', 'tests/fixtures/edition'])('the edition in %s', async (root) => {
  const { edition } = assemble(await readContent(root)) as { edition: Edition };

  describe.each(edition.sources)('$id', (source) => {
    const input = sourceMarkdown(source, { edition, site: new URL('https://example.org'), citation: 'A.' });

    // `markdown` binds what it takes for abbreviations with spaces that do not break.
    test.each([
      ['markdown-smart', (words: string) => words],
      ['markdown', (words: string) => words.replaceAll('\u00A0', ' ')],
      ['commonmark_x-smart', (words: string) => words],
      ['commonmark_x', (words: string) => words],
    ])('as %s is the words of the model, with its notes as notes', (format, spaced) => {
      const read = execFileSync('pandoc', ['-f', format, '-t', 'json'], { input, encoding: 'utf8' });
      const { blocks: tree } = JSON.parse(read) as { blocks: Element[] };
      const same = (words: string) => folded(spaced(words));
      expect(anchored(tree).map(([anchor, words]) => [anchor, same(words)])).toEqual(
        source.paragraphs.map(({ anchor, words }) => [anchor, same(words)]),
      );
      const found = all('Note', tree).map(({ c }) =>
        (c as Element[]).map((block) => same(wordsOf([block]))).join(' '),
      );
      const notes = [...source.witnessNotes, ...source.editorNotes].filter(({ on }) => on === undefined);
      // Pandoc allows no notes in notes, so readings in those of the witness stand within them.
      const inText = source.readings.filter(({ anchor }) =>
        source.paragraphs.some((one) => one.anchor === anchor),
      );
      expect(found).toHaveLength(notes.length + inText.length);
      for (const note of notes) {
        const words = found.find((one) => one.startsWith(same(noteName(note)))) ?? '';
        for (const one of [note, ...note.replies])
          for (const paragraph of one.paragraphs) expect(words).toContain(same(paragraph.words));
      }
    });
  });
});
