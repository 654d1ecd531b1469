import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { writeSearchIndex } from '../../src/write-search-index.ts';
import { itemsOf, list, text as cborText, textOf } from '../../src/search/cbor.ts';
import { restore } from '../../src/search/prepared.ts';
import { recordsOf, type SearchCatalogue } from '../../src/search/records.ts';
import { cutSmaller } from '../../src/search/smaller-chunks.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const folder = await mkdtemp(join(tmpdir(), 'search-'));
const written = await writeSearchIndex(edition, folder);
const records = recordsOf(edition);
afterAll(() => rm(folder, { recursive: true }));

const unpack = async (file: string): Promise<Uint8Array> =>
  new Uint8Array(gunzipSync(await readFile(join(folder, 'pagefind', file))).subarray('pagefind_dcd'.length));
const namesIn = (path: string): Promise<string[]> => readdir(join(folder, 'pagefind', path));

describe('records', () => {
  test('are every paragraph and every note, each in one hand', () => {
    const expected = edition.sources.map(
      ({ paragraphs, witnessNotes, editorNotes }) =>
        paragraphs.length + witnessNotes.length + editorNotes.length,
    );
    expect(records).toHaveLength(expected.reduce((sum, number) => sum + number, 0));
    expect(new Set(records.map(({ url }) => url)).size).toBe(records.length);
  });

  test('have the words that an editor’s note is on in the paragraph alone', () => {
    for (const note of edition.sources.flatMap(({ editorNotes }) => editorNotes)) {
      const record = records.find(({ url }) => url === `/notes/${note.sourceId}/${note.id}/`);
      expect(record?.text).toBe(note.paragraphs.map(({ words }) => words).join(' '));
    }
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

  test('holds each text as it stands', async () => {
    const byUrl = new Map(records.map((record) => [record.url, record]));
    const names = await namesIn('fragment');
    expect(names).toHaveLength(records.length);
    for (const name of names) {
      const { url, content, meta } = JSON.parse(Buffer.from(await unpack(`fragment/${name}`)).toString()) as {
        url: string;
        content: string;
        meta: object;
      };
      expect(restore(content)).toBe(byUrl.get(url)?.text);
      expect(meta).toEqual({});
    }
  });

  test('names each record to the browser', async () => {
    const { sources } = JSON.parse(
      await readFile(join(folder, 'search/records.json'), 'utf8'),
    ) as SearchCatalogue;
    const listed = sources.flatMap(({ ids }) => Object.values(ids).flatMap((those) => those.split(' ')));
    const names = (await namesIn('fragment')).map((name) => name.replace(/^en_|\.pf_fragment$/g, ''));
    expect(listed.sort()).toEqual(names.sort());
    expect(sources.map(({ id }) => id)).toEqual(edition.sources.map(({ id }) => id));
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
