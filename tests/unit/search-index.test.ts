import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { mentionFinder } from '../../src/edition/mentions.ts';
import { wordsOf } from '../../src/edition/notes.ts';
import { blocksOf } from '../../src/search/blocks.ts';
import { itemsOf, list, text as cborText, textOf } from '../../src/search/cbor.ts';
import {
  fromPagefind,
  recordLength,
  recordPlaces,
  recordsOf,
  searchSource,
  toPagefind,
  type SearchCatalogue,
} from '../../src/search/records.ts';
import { cutSmaller } from '../../src/search/smaller-chunks.ts';
import { sourceWords } from '../../src/search/source-words.ts';
import { writeSearchIndex } from '../../src/search-index/write.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const folder = await mkdtemp(join(tmpdir(), 'search-'));
const written = await writeSearchIndex(edition, folder);
const find = mentionFinder(edition.entities);
const sources = edition.sources.map((source) => sourceWords(source, find));
const records = sources.flatMap((source) => recordsOf(source, 1));
afterAll(() => rm(folder, { recursive: true }));

const unpack = async (file: string): Promise<Uint8Array> =>
  new Uint8Array(gunzipSync(await readFile(join(folder, 'pagefind', file))).subarray('pagefind_dcd'.length));
const namesIn = (path: string): Promise<string[]> => readdir(join(folder, 'pagefind', path));

describe('records', () => {
  const number = edition.sources
    .map(
      ({ divisions, paragraphs, witnessNotes, editorNotes }) =>
        divisions.filter(({ heading, supplied }) => heading !== '' && !supplied).length +
        paragraphs.length +
        witnessNotes.length +
        editorNotes.length,
    )
    .reduce((sum, count) => sum + count, 0);

  test.each([1, 2, 7, 60])(
    'of %i blocks are every heading of the witness, every paragraph and every note, each in one hand',
    (length) => {
      const made = sources.flatMap((source) => recordsOf(source, length));
      const blocks = made.flatMap(({ sourceId, hand, first, blocks: those }) => {
        expect(those.length).toBeLessThanOrEqual(length);
        expect(new Set(those.map((block) => block.hand))).toEqual(new Set([hand]));
        return those.map(({ id }, index) => `${sourceId} ${String(first + index)} ${id}`);
      });
      const expected = sources.flatMap((source) =>
        blocksOf(source).map(({ id }, index) => `${source.id} ${String(index)} ${id}`),
      );
      expect(blocks).toEqual(expected);
      expect(blocks).toHaveLength(number);
      const catalogue = {
        recordLength: length,
        sources: sources.map((source) => searchSource(source, '1934')),
      };
      expect(recordPlaces(catalogue)).toEqual(
        made.map(({ sourceId, hand, first }) => ({ sourceId, hand, first })),
      );
    },
  );

  test('have the words that an editor’s note is on in the paragraph alone', () => {
    for (const note of edition.sources.flatMap(({ editorNotes }) => editorNotes)) {
      const record = records.find(
        ({ sourceId, blocks }) => sourceId === note.sourceId && blocks[0]?.id === note.id,
      );
      expect(record?.blocks[0]?.words).toBe(wordsOf(note));
    }
  });

  test('come back from the index as they were', () => {
    const made = sources.flatMap((source) => recordsOf(source, 5));
    expect(made.map(toPagefind).map(fromPagefind)).toEqual(made);
  });

  test('become longer as the edition grows, so that they never become many', () => {
    expect(recordLength(158)).toBe(1);
    for (const blocks of [1, 4000, 4001, 80_000, 240_000]) {
      expect(Math.ceil(blocks / recordLength(blocks))).toBeLessThanOrEqual(4000);
    }
    expect(recordLength(1e9)).toBe(60);
  });
});

describe('the index', () => {
  test('has what the browser asks for and nothing else', async () => {
    const names = (await namesIn('')).map((name) => name.replace(/\.en_\w+\./, '.en_….')).sort();
    expect(names).toEqual([
      'fragment',
      'index',
      'pagefind-entry.json',
      'pagefind.en_….pf_meta',
      'pagefind.js',
      'wasm.en.pagefind',
    ]);
    expect(written.records).toBe(records.length);
  });

  test('holds each record as it stands', async () => {
    const names = await namesIn('fragment');
    const stored = await Promise.all(
      names.map(async (name) => {
        const { url, content, meta } = JSON.parse(
          Buffer.from(await unpack(`fragment/${name}`)).toString(),
        ) as { url: string; content: string; meta: object };
        expect(meta).toEqual({});
        return fromPagefind({ url, content });
      }),
    );
    const order = ({ sourceId, first }: { sourceId: string; first: number }): string =>
      `${sourceId} ${String(first).padStart(4, '0')}`;
    const sort = (list: typeof records): typeof records =>
      list.toSorted((a, b) => order(a).localeCompare(order(b)));
    expect(sort(stored)).toEqual(sort(records));
  });

  test('names each record to the browser', async () => {
    const { ids = '', ...catalogue } = JSON.parse(
      await readFile(join(folder, 'search/records.json'), 'utf8'),
    ) as SearchCatalogue;
    const listed = ids.split(' ');
    const places = recordPlaces(catalogue);
    expect(listed).toHaveLength(places.length);
    for (const [index, id] of listed.entries()) {
      const { url } = JSON.parse(Buffer.from(await unpack(`fragment/en_${id}.pf_fragment`)).toString()) as {
        url: string;
      };
      const { sourceId, hand, first } = fromPagefind({ url, content: '' });
      expect({ sourceId, hand, first }).toEqual(places[index]);
    }
    expect(catalogue.sources.map(({ id }) => id)).toEqual(edition.sources.map(({ id }) => id));
  });

  test('is in small chunks, each with the words that the first file names', async () => {
    const [meta = ''] = (await namesIn('')).filter((name) => name.endsWith('.pf_meta'));
    const ranges = itemsOf(itemsOf(await unpack(meta))[2] ?? new Uint8Array()).map((range) =>
      itemsOf(range).map(textOf),
    );
    expect(ranges.map(([, , name]) => `${name ?? ''}.pf_index`).sort()).toEqual(
      (await namesIn('index')).sort(),
    );
    for (const [first, last, name] of ranges) {
      const words = itemsOf(itemsOf(await unpack(`index/${name ?? ''}.pf_index`))[0] ?? new Uint8Array());
      expect(
        [words[0], words.at(-1)].map((word) =>
          textOf(itemsOf(word ?? new Uint8Array())[0] ?? new Uint8Array()),
        ),
      ).toEqual([first, last]);
    }
    expect(ranges.length).toBeGreaterThan(5);
  });

  test('stays as it is when its format is unknown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(cutSmaller({ meta: bytes, chunks: new Map() })?.chunks.size ?? 0).toBe(0);
      }),
    );
  });
});

test('lists and texts of CBOR come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 300 }), (texts) => {
      expect(itemsOf(list(texts.map(cborText))).map(textOf)).toEqual(texts);
    }),
  );
});
