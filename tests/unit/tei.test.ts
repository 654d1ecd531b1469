/** The sources as TEI: valid, every pointer leading somewhere, and every word, mark and hand read back. */
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { mentionFinder } from '../../src/edition/mentions.ts';
import type { Edition } from '../../src/edition/model.ts';
import { makeRegister, mentionsByPlace } from '../../src/edition/register.ts';
import { dating } from '../../src/exports/tei/dates.ts';
import { teiWriter } from '../../src/exports/tei/document.ts';
import { entityId } from '../../src/exports/tei/ids.ts';
import { readTei } from '../../src/exports/tei/read.ts';
import { expectedOf, foundIn } from './tei-expected.ts';
import { faultsOf, jing, jingSays, SCHEMA } from './tei-validators.ts';

const site = new URL('http://localhost:4321');
const made = await Promise.all(
  ['.', 'tests/fixtures/edition'].map(async (root) => {
    const { edition } = assemble(await readContent(root)) as { edition: Edition };
    const find = mentionFinder(edition.entities);
    const write = teiWriter(edition, { site, mentions: mentionsByPlace(makeRegister(edition, find)) });
    return edition.sources.map((source) => ({
      id: source.id,
      source,
      edition,
      find,
      xml: write(source),
    }));
  }),
);
const files = new Map(made.flat().map(({ id, xml }) => [`${id}.tei.xml`, xml]));

describe.each(made.flat())('$id', ({ source, edition, find, xml }) => {
  const { divisions, notes, readings } = readTei(xml);

  test('is valid against the published grammar', () => {
    expect(faultsOf(xml)).toEqual([]);
  });

  test('gives back every word, anchor, mark, page and reading, and every note in its hand', () => {
    expect(foundIn({ address: '', language: '', divisions, notes, readings })).toEqual(
      expectedOf(source, { site, find }),
    );
  });

  test('points only to what is in it, and calls each thing by one id', () => {
    const document = XmlDocument.fromString(xml);
    const values = (path: string) =>
      document.find(path).map((node) => ('content' in node ? node.content : ''));
    const ids = values('//@xml:id');
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    const pointers = ['ref', 'resp', 'target', 'corresp', 'ana', 'wit', 'edRef', 'from', 'prev', 'next']
      .flatMap((name) => values(`//@${name}`))
      .flatMap((value) => value.split(' '))
      .filter((pointer) => pointer.startsWith('#'));
    expect(pointers.length).toBeGreaterThan(4);
    expect(pointers.filter((pointer) => !known.has(pointer.slice(1)))).toEqual([]);
    document.dispose();
  });

  test('says of every word of a note whose it is', () => {
    const document = XmlDocument.fromString(xml);
    const resps = { author: '#author-1', transcriber: '#transcriber', editor: '#editor', textual: '#editor' };
    for (const [type, resp] of Object.entries(resps)) {
      const notes = document
        .find(`//*[local-name()="text" or local-name()="standOff"]//*[local-name()="note"][@type="${type}"]`)
        .filter((node) => node instanceof XmlElement);
      for (const note of notes) expect(note.attr('resp')?.content).toBe(resp);
    }
    document.dispose();
  });

  test('has every mention of the register', () => {
    const register = makeRegister({ entities: edition.entities, sources: [source] }, find);
    const document = XmlDocument.fromString(xml);
    // What is cut in pieces is named once.
    const names = ['text', 'listAnnotation']
      .flatMap((inside) => document.find(`//*[local-name()="${inside}"]//*[@ref][not(@prev)]/@ref`))
      .flatMap((node) => ('content' in node ? node.content.split(' ') : []));
    document.dispose();
    const counted = Map.groupBy(names, (ref) => ref);
    for (const [entity, { count }] of register)
      expect(counted.get(`#${entityId(entity)}`)?.length ?? 0, entity.name).toBe(count);
  });
});

if (!jing) console.log('jing is not installed: TEI files were not validated by it.');

describe.skipIf(!jing)('jing', () => {
  test('finds the files valid against the published grammar', async () => {
    expect(await jingSays(SCHEMA, files)).toBe('');
  }, 60_000);

  const all = process.env['TEI_ALL_RNG'];
  if (all === undefined)
    console.log('TEI_ALL_RNG names no grammar: TEI files were not held against TEI’s own.');
  test.skipIf(all === undefined)(
    'finds them valid against the grammar of the TEI',
    async () => {
      expect(await jingSays(all ?? '', files)).toBe('');
    },
    60_000,
  );
});

test.each([
  ['1934', { when: '1934' }],
  ['1934-10-05', { when: '1934-10-05' }],
  ['1934?', { when: '1934', cert: 'low' }],
  ['1932/1933', { from: '1932', to: '1933' }],
  ['1929-02/1939~', { from: '1929-02', to: '1939', cert: 'medium' }],
])('the date %s is said in TEI’s terms', (edtf, attributes) => {
  expect(dating(edtf)).toEqual({ cert: undefined, ...attributes });
});

describe('the grammar', () => {
  const [first = ''] = files.values();

  test.each([
    ['words where none may stand', first.replace('<body>', '<body>words')],
    ['a hand that is not known', first.replace('<note type="transcriber"', '<note type="somebody"')],
    ['an element that TEI does not have', first.replace('<p xml:id="p2"', '<x/><p xml:id="p2"')],
    ['a file that is cut off', first.slice(0, -20)],
  ])('refuses %s', (_, xml) => {
    expect(faultsOf(xml)).not.toEqual([]);
  });
});
