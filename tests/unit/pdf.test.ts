/** What the PDF files say, against the text model: every word once, in order, in the hand that wrote it. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { editionPdf, sourcePdf, topicPdf } from '../../src/books/pdf.ts';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { headingOf } from '../../src/edition/labels.ts';
import type { Edition, Note, Paragraph, Source } from '../../src/edition/model.ts';
import { wordsOfInline, type Inline } from '../../src/exports/pdf/inline.ts';
import type { NoteData } from '../../src/exports/pdf/notes.ts';
import { isOneBook } from '../../src/exports/pdf/edition.ts';
import { sourceBook } from '../../src/exports/pdf/source.ts';
import { handout } from '../../src/exports/pdf/topic.ts';
import {
  columnOf,
  elementsOf,
  hasPoppler,
  poppler,
  structureOf,
  wordsIn,
  type Element,
} from './pdf-structure.ts';

const site = new URL('https://edition.example/');
const making = { site, citation: () => 'A citation.' };

async function read(root: string): Promise<Edition> {
  const { edition } = assemble(await readContent(root));
  if (!edition) throw new Error(`The edition in ${root} cannot be read.`);
  return edition;
}

const real = await read('.');
const fixture = await read('tests/fixtures/edition');
const cases = [real, fixture].flatMap((edition) =>
  edition.sources.map((source) => ({ id: source.id, edition, source })),
);

/** What a line end or a hyphen at it may change is left out. */
function bare(words: string): string {
  return words.normalize('NFC').replace(/[\s\u00AD\u200B-]+/g, '');
}

function notesIn(pieces: readonly Inline[]): NoteData[] {
  return pieces.flatMap((piece) => {
    if (typeof piece === 'string') return [];
    if (piece.kind === 'call') return [piece.note];
    return 'inner' in piece ? notesIn(piece.inner) : [];
  });
}

const calledNotes = (source: Source): Note[] =>
  source.paragraphs.flatMap(({ points }) =>
    points.flatMap((point) => (point.type === 'call' && point.note ? [point.note] : [])),
  );

describe.each(cases)('the data for a book of $id', ({ edition, source }) => {
  const [data] = sourceBook(edition, source, making).sources;
  const paragraphs = data?.divisions.flatMap((division) => division.paragraphs) ?? [];

  test('has the words of every paragraph', () => {
    expect(paragraphs.map(({ number, words }) => [number, wordsOfInline(words)])).toEqual(
      source.paragraphs.map(({ number, words }) => [number, words.replaceAll('\n', ' ')]),
    );
  });

  test('has every note once, in its hand, with its replies', () => {
    const plain = (note: NoteData): unknown[] => [
      note.hand,
      note.mark,
      note.paragraphs.map(wordsOfInline),
      note.replies.map(plain),
    ];
    const expected = (note: Note): unknown[] => [
      note.hand,
      note.on !== undefined ? '' : note.hand === 'transcriber-note' ? `T${note.mark}` : note.mark,
      note.paragraphs.map(({ words }) => words.replaceAll('\n', ' ')),
      note.replies.map(expected),
    ];
    const called = calledNotes(source);
    const all = [...source.witnessNotes, ...source.editorNotes].filter(({ on }) => on === undefined);
    expect(paragraphs.flatMap(({ words }) => notesIn(words)).map(plain)).toEqual(called.map(expected));
    expect(data?.wholeNotes.map(plain)).toEqual(all.filter((note) => !called.includes(note)).map(expected));
  });

  test('has every page break of the witness and every doubtful reading', () => {
    const kinds = JSON.stringify(paragraphs).match(/"kind":"page-break"/g) ?? [];
    const breaks = source.paragraphs.flatMap(({ points }) =>
      points.filter(({ type }) => type === 'milestone'),
    );
    expect(kinds).toHaveLength(breaks.length);
    expect(data?.readings.map(({ lemma }) => lemma)).toEqual(
      source.readings.map(({ decision }) => decision.lemma),
    );
  });
});

test.each([real, fixture])(
  'sheets of topics say what each source says of the rights in its words',
  (edition) => {
    for (const topic of edition.topics)
      expect(handout(edition, topic, making).rights).toEqual(
        topic.summaries.map(({ source: { header } }) => ({
          short: header.short,
          words: header.rights.find(({ hand }) => hand === 'author')?.['in-short'],
        })),
      );
  },
);

test.each(
  [real, fixture].flatMap((edition) => edition.topics.map((topic) => ({ id: topic.id, edition, topic }))),
)('the data for the sheet of $id have the very words that the topic quotes', ({ edition, topic }) => {
  const { rows } = handout(edition, topic, making).topic;
  const quoted = topic.rows.map(({ sides }) =>
    topic.summaries.map(({ source }) =>
      sides
        .filter((side) => side.source === source)
        .flatMap(({ passages }) =>
          passages.flatMap((passage) =>
            'words' in passage ? [passage.words] : passage.paragraphs.map(({ words }) => words),
          ),
        )
        .map(bare),
    ),
  );
  const shown = rows.map(({ passages }) =>
    passages.map((side) => side.map(({ words }) => bare(wordsOfInline(words)))),
  );
  expect(shown).toEqual(quoted);
});

if (!hasPoppler) console.warn('Poppler (pdfinfo) is not installed: PDF files were not read back.');

describe.skipIf(!hasPoppler)('PDF files read back', () => {
  const copies = new Map<string, Promise<Uint8Array>>();
  const structures = new Map<string, Promise<Element>>();
  // Poppler takes seconds to read a structure: all are read at once.
  beforeAll(() => {
    for (const { id, edition, source } of cases) {
      const copy = sourcePdf(edition, source, site);
      copies.set(id, copy);
      structures.set(id, copy.then(structureOf));
    }
  });

  test.each(cases)(
    'the copy of $id says every word once, each hand apart',
    { timeout: 180_000 },
    async ({ id, source }) => {
      const structure = await structures.get(id);
      if (!structure) throw new Error(`No copy of ${id} was made.`);
      // Numbers, calls and signs are links; so the author's words are what is in no link and no note.
      const words = bare(wordsIn(structure, ['Note', 'Lbl', 'Link'])).replace(/\|p\.\S{1,6}?\|/g, '');
      const expected = source.divisions
        .map((division) => {
          const heading = division.anchor === '' ? '' : headingOf(division);
          return heading + division.paragraphs.map((paragraph) => paragraph.words).join('');
        })
        .join('');
      expect(words.split(bare(expected))).toHaveLength(2);

      const hands = { 'author-note': 'author', 'transcriber-note': 'transcriber', 'editor-note': 'editor' };
      const wordsOf = (note: Note): string => note.paragraphs.map((one) => one.words).join('');
      const notes = elementsOf(structure, 'Note').map((note) => bare(wordsIn(note)));
      const called = calledNotes(source);
      expect(notes).toHaveLength(called.length);
      called.forEach((note, index) => {
        const mark = note.hand === 'transcriber-note' ? `T${note.mark}` : note.mark;
        expect(notes[index]).toContain(bare(mark + hands[note.hand] + wordsOf(note)));
        for (const reply of note.replies)
          expect(notes[index]).toContain(bare(`editor’s reply${wordsOf(reply)}`));
      });
    },
  );

  test('no word is read as markup', { timeout: 180_000 }, async () => {
    const [source] = fixture.sources;
    if (!source) throw new Error('The fixture has no source.');
    const hostile = fc
      .array(
        fc.constantFrom(
          ...['#', '$', '*', '_', '`', '\\', '<', '>', '@p1', '&', '[', ']', '{', '}', '~', '=', '- ', '+ '],
          ...['1. ', '/', '//', '/*', '--', '---', '...', '"', "'", '“', '‘', '#pagebreak()', '<p1>', '$x$'],
          ...['Сталин', 'Ё', 'é', 'e\u0301', '\u00A0', ' ', ' ', 'word', 'x'.repeat(120), '\\u{41}', '~'],
        ),
        { minLength: 1, maxLength: 25 },
      )
      .map((parts) => `a${parts.join('')}z`);
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 20 }), async (texts) => {
        const [division] = source.divisions;
        const kinds = ['prose', 'quotation', 'verse', 'item', 'table'] as const;
        const paragraphs = texts.map((words, index): Paragraph => ({
          anchor: `p${String(index + 1)}`,
          number: String(index + 1),
          kind: kinds[index % kinds.length] ?? 'prose',
          words,
          spans: [],
          points: [],
          place: source.divisions[0]?.place ?? { file: '' },
        }));
        const made: Source = {
          ...source,
          divisions: division ? [{ ...division, paragraphs }] : [],
          paragraphs,
          witnessNotes: [],
          editorNotes: [],
          readings: [],
        };
        const pdf = await sourcePdf({ ...fixture, sources: [made] }, made, site);
        expect(bare(await columnOf(pdf))).toContain(bare(texts.join('')));
      }),
      { numRuns: 6, seed: 1934 },
    );
  });

  test.each(cases)(
    'the copy of $id is tagged, has its faces in it and an outline',
    { timeout: 60_000 },
    async ({ id, source }) => {
      const pdf = (await copies.get(id)) ?? new Uint8Array();
      expect(await poppler('pdfinfo', pdf)).toMatch(/Tagged: +yes/);
      const faces = (await poppler('pdffonts', pdf)).trim().split('\n').slice(2);
      expect(faces.length).toBeGreaterThan(0);
      for (const face of faces) expect(face).toMatch(/ yes yes yes +\d+ +\d+$/);
      const file = Buffer.from(pdf).toString('latin1');
      expect(file).toMatch(/\/Outlines \d+ 0 R/);
      expect(file).toContain(`/Lang (${source.header.language})`);
      expect(await poppler('pdfinfo', pdf, '-meta')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    },
  );

  test('every sheet of a topic is one sheet', { timeout: 60_000 }, async () => {
    for (const topic of real.topics) {
      const told = await poppler('pdfinfo', await topicPdf(real, topic, site));
      const pages = /Pages: +(\d+)/.exec(told)?.[1];
      expect(Number(pages), topic.id).toBeLessThanOrEqual(2);
    }
  });
});

test('the same content makes the same bytes', { timeout: 60_000 }, async () => {
  const [source] = fixture.sources;
  const [topic] = fixture.topics;
  if (!source || !topic) throw new Error('The fixture has no source or no topic.');
  const context = (await readContent('tests/fixtures/edition')).pages.find(({ file }) =>
    file.includes('context'),
  );
  const make = () =>
    Promise.all([
      sourcePdf(fixture, source, site),
      topicPdf(fixture, topic, site),
      editionPdf(fixture, site, context),
    ]);
  const [first, second] = [await make(), await make()];
  first.forEach((file, index) => expect(Buffer.compare(file, second[index] ?? Buffer.of())).toBe(0));
});

test('a book of the whole edition is made as long as it is one that can be carried', () => {
  expect(isOneBook(real)).toBe(true);
  expect(isOneBook({ sources: Array.from({ length: 40 }, () => real.sources).flat() })).toBe(false);
});
