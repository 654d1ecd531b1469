/** Sources as Markdown: read back by a CommonMark parser, and held against the model. */
import fc from 'fast-check';
import type { Nodes, Paragraph as MarkdownParagraph, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { authorsOf, headingOf, noteName, titleOf } from '../../src/edition/labels.ts';
import type { Edition, Source } from '../../src/edition/model.ts';
import { escapeMarkdown } from '../../src/exports/md/escape.ts';
import { footnoteOf, markdownOf } from '../../src/exports/md/inline.ts';
import { sourceMarkdown } from '../../src/exports/md/text.ts';
import { hostileSource, hostileWords } from './hostile-words.ts';

const site = new URL('https://example.org');

/** What a reader sees of it; a line break is a line end, what is raised is no part of the words. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  let isRaised = false;
  return node.children
    .map((child) => {
      if (child.type === 'html' && /^<\/?sup>$/.test(child.value)) isRaised = child.value === '<sup>';
      return isRaised ? '' : wordsOf(child);
    })
    .join('');
}

function paragraphsOf(node: Nodes): MarkdownParagraph[] {
  if (node.type === 'paragraph') return [node];
  return 'children' in node ? node.children.flatMap(paragraphsOf) : [];
}

/** The front matter, the tree before the footnotes, and the tree of each footnote by its label. */
function readBack(source: Source, edition: Edition) {
  const text = sourceMarkdown(source, { edition, site, citation: 'A “citation”: yes.' });
  const [, matter = '', rest = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const [body = '', ...definitions] = rest.split(/^(?=\[\^[a-z0-9-]+\]: )/m);
  const notes = definitions.map((definition): [string, Root] => {
    const [, label = '', words = ''] = /^\[\^([a-z0-9-]+)\]: (.*)$/s.exec(definition) ?? [];
    return [label, fromMarkdown(words.replace(/^ {4}/gm, ''))];
  });
  return {
    matter: parse(matter) as Record<string, unknown>,
    tree: fromMarkdown(body),
    notes: new Map(notes),
    text,
  };
}

/** The paragraphs with an anchor: the anchor, where the number leads, and the words after it. */
function anchored(tree: Root) {
  return paragraphsOf(tree).flatMap(({ children: [anchor, , number, ...rest] }) => {
    const [, id] = anchor?.type === 'html' ? (/^<a id="(p\w+)">$/.exec(anchor.value) ?? []) : [];
    if (id === undefined || number?.type !== 'link') return [];
    const words = wordsOf({ type: 'paragraph', children: rest });
    return [{ id, number: wordsOf(number), address: number.url, words: words.slice(1) }];
  });
}

const withoutCalls = (words: string) => words.replace(/\[\^[a-z0-9-]+\]/g, '');

describe.each(['.', 'tests/fixtures/edition'])('the edition in %s', async (root) => {
  const { edition } = assemble(await readContent(root)) as { edition: Edition };

  describe.each(edition.sources)('$id', (source) => {
    const { matter, tree, notes, text } = readBack(source, edition);

    test('has the words of every paragraph at its anchor, and its number as a link to its address', () => {
      expect(anchored(tree).map((one) => ({ ...one, words: withoutCalls(one.words) }))).toEqual(
        source.paragraphs.map(({ anchor, number, words }) => ({
          id: anchor,
          number: `¶ ${number}`,
          address: `https://example.org/sources/${source.id}/#${anchor}`,
          words,
        })),
      );
    });

    test('has every heading, and those of the edition in brackets', () => {
      const headings = tree.children.filter((node) => node.type === 'heading');
      expect(headings.map(wordsOf)).toEqual([
        titleOf(source),
        ...source.divisions.filter(({ anchor }) => anchor).map(headingOf),
      ]);
    });

    test('has every note once, named by its hand, with its words in order', () => {
      const witness = source.witnessNotes.map((note) => [note.id, note] as const);
      const editors = source.editorNotes
        .filter(({ on }) => on === undefined)
        .map((note) => [`editor-${note.id}`, note] as const);
      const labels = [...notes.keys()].filter((label) => !label.startsWith('reading-'));
      expect(labels.toSorted()).toEqual([...witness, ...editors].map(([label]) => label).sort());
      for (const [label, note] of [...witness, ...editors]) {
        const blocks = notes.get(label)?.children.map(wordsOf) ?? [];
        for (const one of [note, ...note.replies]) {
          const kind = blocks.findIndex((block) => block.startsWith(noteName(one)));
          const [first = '', ...others] = one.paragraphs.map(({ words }) => words);
          expect(blocks[kind]?.endsWith(`. ${first}`), label).toBe(true);
          expect(blocks.slice(kind + 1, kind + 1 + others.length)).toEqual(others);
        }
      }
    });

    test('calls each footnote that it has, and has each that it calls', () => {
      const calls = [...text.matchAll(/\[\^([a-z0-9-]+)\](?!:)/g)].map(([, label]) => label);
      expect(new Set(calls)).toEqual(new Set(notes.keys()));
      expect(calls).toHaveLength(notes.size);
      // Pandoc allows no notes in notes.
      for (const note of notes.values()) expect(wordsOf(note)).not.toContain('[^');
    });

    test('has the emphasis of the model', () => {
      const emphasised = [
        ...source.paragraphs,
        ...source.editorNotes.flatMap(({ paragraphs }) => paragraphs),
      ].flatMap(({ words, spans }) =>
        spans.flatMap(({ start, end, mark }) => (mark.type === 'emphasis' ? [words.slice(start, end)] : [])),
      );
      const found = (node: Nodes): string[] =>
        node.type === 'emphasis' ? [wordsOf(node)] : 'children' in node ? node.children.flatMap(found) : [];
      const all = [tree, ...notes.values()].flatMap(found).filter((words) => words !== 'sic.');
      expect(all.toSorted()).toEqual(emphasised.sort());
    });

    test('says in its front matter who supplied what, and the rights of each hand', () => {
      expect(matter).toMatchObject({
        title: titleOf(source),
        author: authorsOf(source).split(', '),
        date: source.header.date,
        lang: source.header.language,
        url: `https://example.org/sources/${source.id}/`,
        citation: 'A “citation”: yes.',
      });
      const rights = matter['rights'] as string[];
      source.header.rights.forEach(({ statement }, index) => expect(rights[index]).toContain(statement));
    });
  });

  test('keeps hostile words, in every kind of paragraph', () => {
    const [source] = edition.sources;
    if (!source) throw new Error('There is no source.');
    fc.assert(
      fc.property(hostileSource(source), (hostile) => {
        const { tree } = readBack(hostile, edition);
        expect(anchored(tree).map(({ id, words }) => [id, words])).toEqual(
          hostile.paragraphs.map(({ anchor, words, points: [call] }) => [
            anchor,
            call?.type === 'call' && call.note
              ? `${words.slice(0, call.at)}[^${footnoteOf(call.note)}]${words.slice(call.at)}`
              : words,
          ]),
        );
      }),
      { numRuns: 400 },
    );
  }, 30_000);
});

test('words mean the same to a CommonMark parser, anywhere in a line, and their line ends are breaks', () => {
  fc.assert(
    fc.property(fc.array(hostileWords, { minLength: 1, maxLength: 3 }), (lines) => {
      const words = lines.join('\n');
      const [paragraph] = fromMarkdown(`x ${escapeMarkdown(words)}`).children;
      expect(paragraph && wordsOf(paragraph)).toBe(`x ${words}`);
    }),
    { numRuns: 2000 },
  );
});

test('what GitHub, Obsidian and Pandoc add acts on no words', () => {
  for (const [words, written] of [
    ['a #tag', 'a \\#tag'],
    ['$5 or $6', '\\$5 or \\$6'],
    ['@someone', '\\@someone'],
    ['a|b', 'a\\|b'],
    ['{x}', '\\{x\\}'],
    ['a==b a=b', 'a\\=\\=b a=b'],
    ['%%a%%, 5%', '\\%\\%a\\%\\%, 5%'],
    ['~~a~~ [[b]] [^c] ^d', '\\~\\~a\\~\\~ \\[\\[b\\]\\] \\[\\^c\\] \\^d'],
    ['http://x.org, www.x.org', 'http\\://x.org, www\\.x.org'],
    ['1934. A year', '1934\\. A year'],
  ] as const)
    expect(escapeMarkdown(words)).toBe(written);
});

test('marks of emphasis that no parser would take are written as HTML', () => {
  const emphasis = (words: string, start: number, end: number) =>
    markdownOf({ words, spans: [{ start, end, mark: { type: 'emphasis' } }], points: [] }, site);
  expect(emphasis('so it is', 3, 5)).toBe('so *it* is');
  expect(emphasis('unbelievable', 2, 9)).toBe('un<em>believa</em>ble');
  expect(emphasis('so it is', 2, 5)).toBe('so<em> it</em> is');
});
