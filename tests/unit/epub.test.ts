/** The EPUBs hold every word of the sources in order, each hand as its own, and are what the format asks for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingOf } from '../../src/edition/labels.ts';
import type { Edition, Source } from '../../src/edition/model.ts';
import { epubOfEdition } from '../../src/exports/epub/epub-of-edition.ts';
import { epubOfSource } from '../../src/exports/epub/epub-of-source.ts';
import { textParts } from '../../src/exports/epub/places.ts';
import { anchorPath } from '../../src/routes.ts';
import {
  brokenLinks,
  isApparatus,
  makeBooks,
  readBook,
  site,
  wordsOfAll,
  type ReadBook,
} from './epub-book.ts';
import { hostileText } from './hostile-text.ts';
import { findAll, hasClass, wordsIn } from './read-xml.ts';

const editions = { real: await makeBooks('.'), fixture: await makeBooks('tests/fixtures/edition') };

const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b);

/** Every block of words of a source with its hand, as the model has them. */
function wordsOf({ paragraphs, witnessNotes, editorNotes }: Source) {
  const inOrder = [...witnessNotes.filter(({ at }) => !at), ...witnessNotes.filter(({ at }) => at)];
  const witness = (hand: string) =>
    inOrder
      .filter((note) => note.hand === hand)
      .flatMap((note) => [note, ...note.replies])
      .map((note) => [note.hand, note.paragraphs.map(({ words }) => words).join('')]);
  return {
    text: paragraphs.map(({ words }) => words),
    witness: [...witness('author-note'), ...witness('transcriber-note')],
    editor: editorNotes
      .filter(({ at }) => at)
      .map((note) => [note.hand, note.paragraphs.map(({ words }) => words).join('')]),
  };
}

/** The same, as a book has them. */
function wordsOfBook(book: ReadBook, { id }: Source) {
  const notes = (file: string) =>
    book.pages
      .filter((page) => page.file === `${id}-${file}.xhtml`)
      .flatMap(({ root }) => findAll(root, hasClass('note')))
      .map((note) => [
        note.attributes.get('class')?.replace('note ', ''),
        findAll(note, hasClass('note-text'))
          .map((text) => wordsIn(text, isApparatus))
          .join(''),
      ]);
  return {
    text: wordsOfAll(book, new RegExp(`^${id}-text-`), 'paragraph'),
    witness: notes('notes'),
    editor: notes('editor-notes'),
  };
}

test('a source without notes of its own has no page for them, and no empty title or entry', () => {
  const { edition, materials, first } = editions.fixture;
  const bare: Source = {
    ...first,
    witnessNotes: [],
    paragraphs: first.paragraphs.map((one) => ({
      ...one,
      points: one.points.filter(({ type }) => type !== 'call'),
    })),
  };
  const book = readBook(epubOfSource({ ...edition, sources: [bare] }, bare, materials));
  expect(book.pages.map(({ file }) => file)).not.toContain(`${first.id}-notes.xhtml`);
  for (const { root } of book.pages)
    for (const named of findAll(root, ({ name }) => name === 'title' || name === 'a'))
      expect(wordsIn(named, () => false)).not.toBe('');
});

describe.each(Object.entries(editions))('%s edition', (_, { edition, whole, books, materials, context }) => {
  const read = edition.sources.map((source, index) => ({
    source,
    bytes: books[index] ?? new Uint8Array(),
    book: readBook(books[index] ?? new Uint8Array()),
  }));
  const all = readBook(whole);

  test('each source has all its words in their order, each hand its own', () => {
    for (const { source, book } of read) {
      expect(wordsOfBook(book, source)).toEqual(wordsOf(source));
      expect(wordsOfBook(all, source)).toEqual(wordsOf(source));
    }
  });

  test('nothing stands among the words of a text but its headings and what the edition marks as its own', () => {
    for (const { source, book } of read) {
      const own = hasClass('paragraph', 'heading', 'text-title', 'text-author', 'retired');
      const pages = book.pages.filter(({ file }) => file.startsWith(`${source.id}-text-`));
      for (const { root } of pages) {
        const bodies = findAll(root, ({ name }) => name === 'body');
        expect(
          bodies
            .map((body) => wordsIn(body, own))
            .join('')
            .trim(),
        ).toBe('');
      }
      const headings = pages.flatMap(({ root }) => findAll(root, hasClass('heading')));
      expect(headings.map((heading) => wordsIn(heading))).toEqual(
        source.divisions.filter(({ anchor }) => anchor !== '').map(headingOf),
      );
    }
  });

  test('paragraphs keep their anchors and show their numbers', () => {
    for (const { source, book } of read) {
      const found = book.pages
        .filter(({ file }) => file.startsWith(`${source.id}-text-`))
        .flatMap(({ root }) => findAll(root, hasClass('paragraph')));
      expect(
        found.map((one) => [
          one.attributes.get('id'),
          ...findAll(one, hasClass('number')).map((number) => wordsIn(number).trim()),
        ]),
      ).toEqual(source.paragraphs.map(({ anchor, number }) => [anchor, number]));
    }
  });

  test('every note that is called leads back to its call, and no link leads nowhere', () => {
    for (const book of [...read.map((one) => one.book), all]) {
      expect(brokenLinks(book)).toEqual([]);
      const calls = book.pages.flatMap(({ file, root }) =>
        findAll(root, (one) => /-text-/.test(file) && one.attributes.get('epub:type') === 'noteref').map(
          ({ attributes }) =>
            [`${file}#${attributes.get('id') ?? ''}`, attributes.get('href') ?? ''] as const,
        ),
      );
      const backs = new Map<string, string | undefined>(
        book.pages.flatMap(({ file, root }) =>
          findAll(root, ({ attributes }) => attributes.get('epub:type') === 'footnote').flatMap((note) =>
            findAll(note, ({ attributes }) => attributes.get('role') === 'doc-backlink').map(
              ({ attributes }) =>
                [`${file}#${note.attributes.get('id') ?? ''}`, attributes.get('href')] as const,
            ),
          ),
        ),
      );
      expect(calls.map(([, to]) => backs.get(to))).toEqual(calls.map(([from]) => from));
    }
  });

  test('contents, pages and metadata are those of the sources', () => {
    for (const { source, book } of read) {
      const nav = book.pages.find(({ file }) => file === 'contents.xhtml')?.root;
      const [toc, pages] = nav ? findAll(nav, ({ name }) => name === 'nav') : [];
      const hrefs = toc
        ? findAll(toc, ({ name }) => name === 'a').map((a) => a.attributes.get('href') ?? '')
        : [];
      for (const { anchor } of source.divisions.filter((division) => division.anchor !== ''))
        expect(hrefs.filter((href) => href.endsWith(`#${anchor}`))).toHaveLength(1);
      const milestones = source.paragraphs.flatMap(({ points }) =>
        points.filter(({ type }) => type === 'milestone'),
      );
      if (milestones.length > 0) {
        expect(pages && findAll(pages, ({ name }) => name === 'a')).toHaveLength(milestones.length + 1);
      }
      const words = (name: string) =>
        findAll(book.package, (one) => one.name === name).map((one) => wordsIn(one));
      expect(words('dc:identifier')).toEqual([
        new URL(anchorPath(source.id, ''), site).href.replace('#', ''),
      ]);
      const supplied = source.header.title['supplied-by'] === 'edition';
      expect(words('dc:title')[0]?.startsWith('[')).toBe(supplied);
      expect(words('dc:rights')).toHaveLength(source.header.rights.length);
    }
  });

  test('topics quote the very words of the sources', () => {
    for (const topic of edition.topics) {
      const quoted = wordsOfAll(all, new RegExp(`^topic-${topic.id}\\.xhtml$`), 'passage').map((words) =>
        words.replace(/^¶ \d+[a-z]* /, '').replaceAll(/^\[…\]\u00A0|\u00A0\[…\]$/g, ''),
      );
      const expected = topic.rows.flatMap(({ sides }) =>
        sides.flatMap(({ passages }) =>
          passages.flatMap((passage) =>
            'words' in passage
              ? passage.paragraphs.map(({ words }) => words.slice(passage.start, passage.end))
              : passage.paragraphs.map(({ words }) => words),
          ),
        ),
      );
      expect(quoted).toEqual(expected);
    }
  });

  test('all entities are listed, and the whole edition has the books of its sources', () => {
    const entries = all.pages.flatMap(({ root }) => findAll(root, hasClass('entry')));
    expect(entries).toHaveLength(edition.entities.length);
  });

  test('the same content gives the same bytes, in any time zone', () => {
    const before = process.env['TZ'];
    try {
      process.env['TZ'] = 'Asia/Kathmandu';
      for (const { source, bytes } of read)
        expect(isSame(epubOfSource(edition, source, materials), bytes)).toBe(true);
      expect(isSame(epubOfEdition(edition, { ...materials, context }), whole)).toBe(true);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  test('the media type stands first, as it is', () => {
    for (const bytes of [whole, ...books])
      expect(new TextDecoder().decode(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
  });
});

test('hostile words come back as they were', () => {
  const { edition, first, materials } = editions.fixture;
  const words = hostileText.map((text) => `"<&*_#\\\`1. ${text}`);
  const readBack = (text: string) =>
    text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 5, maxLength: 5 }),
      ([text = '', note = '', title = '', heading = '', reply = '']) => {
        const source: Source = {
          ...first,
          header: { ...first.header, summary: title },
          divisions: first.divisions.map((division) => ({
            ...division,
            heading,
            paragraphs: division.paragraphs.map((one) => ({ ...one, words: text, spans: [], points: [] })),
          })),
          witnessNotes: first.witnessNotes.map((one) => ({
            ...one,
            paragraphs: [{ words: note, spans: [], points: [] }],
            replies: one.replies.map((other) => ({
              ...other,
              paragraphs: [{ words: reply, spans: [], points: [] }],
            })),
          })),
        };
        source.paragraphs = source.divisions.flatMap(({ paragraphs }) => paragraphs);
        const book = readBook(
          epubOfSource({ ...edition, sources: [source] } satisfies Edition, source, materials),
        );
        const expected = wordsOf(source);
        const found = wordsOfBook(book, source);
        expect(found.text).toEqual(expected.text.map(readBack));
        expect(found.witness.map(([, one]) => one)).toEqual(
          expected.witness.map(([, one]) => readBack(one ?? '')),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('a long text is divided between paragraphs, and nothing is lost', () => {
  for (const source of editions.real.edition.sources) {
    const parts = textParts(source, 5000);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.flatMap(({ divisions }) => divisions.flatMap(({ paragraphs }) => paragraphs))).toEqual(
      source.paragraphs,
    );
    expect(parts.flatMap(({ divisions }) => divisions.filter(({ continues }) => !continues))).toHaveLength(
      source.divisions.length,
    );
  }
});
