/** Citations: against records written by hand, read back by other parsers, and as patterns. */
import { readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv';
import { expect, describe, test } from 'vitest';
import { citationStyles } from '../../src/citation-styles.ts';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import {
  FILES,
  fill,
  paragraphBlanks,
  STYLES,
  type Blanks,
  type Format,
} from '../../src/edition/citation.ts';
import type { Edition, Source } from '../../src/edition/model.ts';
import { toBibtex } from '../../src/exports/citation/bibtex.ts';
import { makeFormatter } from '../../src/exports/citation/format.ts';
import { item, noteTarget, type Item } from '../../src/exports/citation/item.ts';
import { wordsOf } from '../../src/edition/notes.ts';
import { allFormats, sourceCitations, witnessPages } from '../../src/exports/citation/record.ts';
import { toRis } from '../../src/exports/citation/ris.ts';
import { cslSchema, readBack } from './citation-readers.ts';

const { edition } = assemble(await readContent('.')) as { edition: Edition };
const site = new URL('http://localhost:4321');
const context = { edition: edition.header, site, format: makeFormatter(await citationStyles()) };
const sources = edition.sources.map((source) => ({ source, made: sourceCitations(source, context) }));
const formats: Format[] = [...STYLES, ...FILES];
const folder = 'tests/fixtures/citations';

/** Blanks and patterns for `strong-1934-p9-p11` or `james-1937-13-author-3`. */
function cite(name: string, format: Format, words: string): string {
  const found = sources.find(({ source }) => name.startsWith(`${source.id}-`));
  if (!found) throw new Error(`${name} names no source.`);
  const part = name.slice(found.source.id.length + 1);
  const [, from, to] = /^p(\d+)(?:-p(\d+))?$/.exec(part) ?? [];
  if (from !== undefined) {
    const blanks = paragraphBlanks(found.made, from, to ?? from, words);
    return fill(to === undefined ? found.made.paragraph : found.made.range, format, blanks);
  }
  const [id = '', key = '', noteName = ''] = found.made.list.find(([one]) => one === part) ?? [];
  const patterns = found.made.notes[key];
  if (!patterns) throw new Error(`${name} names no note.`);
  return fill(patterns, format, { n: noteName, title: noteName, id, words });
}

describe.each(readdirSync(folder))('%s', (name) => {
  test.each(formats)('as %s is what was written by hand', (format) => {
    const written = readFileSync(`${folder}/${name}/${format}`, 'utf8');
    const made = cite(name, format, 'Words “in quotation marks”, 5% & more.');
    if (/json/.test(format)) expect(JSON.parse(made)).toEqual(JSON.parse(written));
    else if (format === 'ris') expect(made).toBe(written.replaceAll('\n', '\r\n'));
    else expect(made.trimEnd()).toBe(written.trimEnd());
  });
});

/** Every target of a source, with what its pattern is filled with. */
function* targets({ source, made }: (typeof sources)[number]) {
  const { paragraphs } = source;
  for (const [index, first] of paragraphs.entries()) {
    for (const last of new Set([first, paragraphs[index + 1] ?? first, paragraphs.at(-1) ?? first])) {
      const blanks = paragraphBlanks(made, first.number, last.number, first.words);
      const kind = first === last ? 'paragraph' : 'range';
      const { n: numbers = '', id: fragment = '', where = '' } = blanks;
      yield { patterns: made[kind], blanks, target: { kind, numbers, fragment, where } as const };
    }
  }
  for (const note of [...source.witnessNotes, ...source.editorNotes]) {
    const [id = '', key = '', name = ''] = made.list.find(([one]) => one === note.id) ?? [];
    const blanks: Blanks = { n: name, title: name, id, words: wordsOf(note) };
    yield { patterns: made.notes[key], blanks, target: noteTarget(note) };
  }
}

describe.each(sources)('$source.id', (one) => {
  test('a filled pattern is what the library makes, for every paragraph, many ranges and every note', () => {
    for (const { patterns, blanks, target } of targets(one)) {
      const whole = allFormats(one.source, context, target, blanks.words ?? '');
      for (const format of formats) expect(patterns && fill(patterns, format, blanks)).toBe(whole[format]);
    }
  }, 60_000);

  test('what programs read is valid CSL-JSON, and BibTeX and RIS that other parsers read back', async () => {
    const isValid = new Ajv({ strict: false }).compile(cslSchema);
    const items = [...targets(one)].map(({ target }) => item(one.source, edition.header, target, site));
    items.push(item(one.source, edition.header, { kind: 'source' }, site));
    expect(isValid(items), JSON.stringify(isValid.errors)).toBe(true);
    for (const made of items) {
      expect(await readBack('bibtex', toBibtex(made))).toMatchObject(known(made));
      expect(await readBack('ris', toRis(made))).toMatchObject(known(made));
    }
  }, 60_000);

  test('is small enough to be loaded when a menu opens', () => {
    expect(JSON.stringify(one.made).length).toBeLessThan(26_000);
  });
});

/** The parts that both formats carry. */
function known(made: Item) {
  return {
    title: made.title,
    // A web page’s site is no container to every reader of BibTeX.
    ...(made.type !== 'webpage' && { 'container-title': made['container-title'] }),
    ...(made.page !== undefined && { page: made.page.replace('–', '-') }),
    ...(made.volume !== undefined && { volume: made.volume, issue: made.issue }),
    ...(made.publisher !== undefined && { publisher: made.publisher }),
    ...(made.issued && { issued: made.issued }),
    URL: made.URL,
    note: made.note,
  };
}

test('hostile words survive BibTeX and RIS', async () => {
  const source = sources[0]?.source as Source;
  const made: Item = {
    ...item(source, edition.header, { kind: 'source' }, site),
    title: '50% of {A} & B_c #1 $x$ \\ ~ ^',
  };
  expect(await readBack('bibtex', toBibtex(made))).toMatchObject({ title: made.title });
  expect(await readBack('ris', toRis(made))).toMatchObject({ title: made.title });
});

test('each page of the witness is known by the character it begins with', () => {
  const strong = sources.find(({ source }) => source.id === 'strong-1934')?.source as Source;
  expect(witnessPages(strong).slice(0, 3)).toEqual([
    ['1', '1', 0],
    ['7', '2', 0],
    // In the middle of ¶ 9, before “collective”.
    ['9', '3', 774],
  ]);
  expect(witnessPages(sources.find(({ source }) => source.id === 'james-1937-13')?.source as Source)).toEqual(
    [],
  );
});
