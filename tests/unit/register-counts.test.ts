/**
 * The register, held against the files of `content/` by a way of its own: it reads the Markdown, cuts
 * and compares words and settles what overlaps without any module that the register uses.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { assemble } from '../../src/edition/assemble.ts';
import { makeRegister } from '../../src/edition/register.ts';

interface EntityFile {
  name: string;
  forms?: string[];
  other?: string[];
  ambiguous?: { form: string; at: string[] }[];
  exclude?: { form: string; at: string[] }[];
}

const folders = ['people', 'places', 'organisations', 'terms', 'events', 'works'];
const sourceIds = readdirSync('content/sources').filter((id) => !id.includes('.'));

/** Markdown as its words: no marks of emphasis, calls, page breaks, links, ids and escapes. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/:pb\[[^\]]*\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/ \^[a-z]\d+[a-z]*$/gm, '')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/\*/g, '');
}

/** The paragraphs and notes of a source by their place, `strong-1934#p9`. */
function textsOf(id: string): [place: string, words: string][] {
  const markdown = readFileSync(join('content/sources', id, 'text.md'), 'utf8');
  const found: [string, string][] = [];
  for (const block of markdown.split(/\n(?:[ \t]*\n)+/)) {
    const anchor = / \^(p\d+[a-z]*)$/.exec(block.trimEnd())?.[1];
    const note = /^\[\^(\w+):([\w-]+)\]: /.exec(block);
    if (anchor !== undefined) found.push([`${id}#${anchor}`, plain(block.trimEnd())]);
    else if (note)
      found.push([`${id}#${note[1] ?? ''}-${note[2] ?? ''}`, plain(block.slice(note[0].length))]);
    // What is indented goes on with the note above it.
    else if (/^ {4}/.test(block) && found.length > 0) (found.at(-1) ?? ['', ''])[1] += `\n${plain(block)}`;
  }
  const folder = join('content/notes', id);
  for (const file of readdirSync(folder)) {
    const body = readFileSync(join(folder, file), 'utf8').replace(/^---\n.*?\n---\n/s, '');
    found.push([`${id}#${file.replace('.mdx', '')}`, plain(body)]);
  }
  return found;
}

const texts = sourceIds.flatMap(textsOf).map(([place, text]) => {
  const words = letters(text);
  return { place, words, unpointed: words.replace(/['’‘.]/g, '') };
});

/** Small letters without their accents. */
function letters(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** The letters of each word of a form; apostrophes and the points of initials are no part of a word. */
function wordsIn(form: string): string[] {
  return letters(form)
    .replace(/(?<=\p{L})['’‘](?=\p{L})/gu, '')
    .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** A form with all ways to point and part it, as a whole word or words, with the `s` of a plural or genitive. */
function expressionOf(form: string): RegExp {
  const words = wordsIn(form).map((word) => [...word].join("(?:['’‘.](?=[\\p{L}\\p{N}]))?"));
  return new RegExp(
    `(?<![\\p{L}\\p{N}]['’‘]?|(?<!\\p{L})\\p{L}\\.)${words.join('[^\\p{L}\\p{N}]+')}(?:['’‘]?s)?(?!['’‘]?[\\p{L}\\p{N}])`,
    'gu',
  );
}

const keyOf = (form: string): string => wordsIn(form).join(' ');

/** How often an entity is named in each place that names it. */
function count(entity: EntityFile): Map<string, number> {
  const { name, forms = [], other = [], ambiguous = [], exclude = [] } = entity;
  const everywhere = new Set([name, ...forms, ...other].map(keyOf));
  const only = new Set(ambiguous.flatMap(({ form, at }) => at.map((place) => `${keyOf(form)} ${place}`)));
  const not = new Set(exclude.flatMap(({ form, at }) => at.map((place) => `${keyOf(form)} ${place}`)));
  const all = [name, ...forms, ...other, ...ambiguous.map(({ form }) => form)];
  const sought = [...new Map(all.map((form) => [keyOf(form), form]))].map(([key, form]) => ({
    expression: expressionOf(form),
    // A text without the longest word of a form is not searched: that is all that this is for.
    longest: wordsIn(form).toSorted((a, b) => b.length - a.length)[0] ?? '',
    stands: (place: string): boolean =>
      only.has(`${key} ${place}`) || (everywhere.has(key) && !not.has(`${key} ${place}`)),
  }));
  const counts = new Map<string, number>();
  for (const { place, words, unpointed } of texts) {
    const here = sought
      .filter(({ longest, stands }) => unpointed.includes(longest) && stands(place))
      .map(({ expression }) => expression);
    const matches = here
      .flatMap((expression) => [...words.matchAll(expression)])
      .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
      .sort((one, other) => one.start - other.start || other.end - one.end);
    let named = 0;
    let end = 0;
    for (const match of matches) {
      if (match.start < end) continue;
      named += 1;
      end = match.end;
    }
    if (named > 0) counts.set(place, named);
  }
  return counts;
}

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const register = makeRegister(edition);
const kinds = ['person', 'place', 'organisation', 'term', 'event', 'work'];

/** The same of the register. */
function registered(kind: string, id: string): Map<string, number> {
  const entry = [...register.values()].find(({ entity }) => entity.kind === kind && entity.id === id);
  const blocks = (entry?.sources ?? []).flatMap((of) => of.blocks);
  return new Map(blocks.map(({ block, places }) => [`${block.source.id}#${block.id}`, places.length]));
}

const listed = (counts: Map<string, number>): string[] =>
  [...counts].map(([place, times]) => `${place} ${String(times)}`).sort();

describe('the register', () => {
  test('reads all paragraphs and notes of the files', () => {
    const known = edition.sources.flatMap(({ id, paragraphs, witnessNotes, editorNotes }) => [
      ...paragraphs.map(({ anchor }) => `${id}#${anchor}`),
      ...[...witnessNotes, ...editorNotes].map((note) => `${id}#${note.id}`),
    ]);
    expect(texts.map(({ place }) => place).sort()).toEqual(known.sort());
  });

  test.each(folders)(
    'has every mention of %s that a plain search of the files finds, and no other',
    (folder) => {
      const kind = kinds[folders.indexOf(folder)] ?? '';
      const files = readdirSync(join('content', folder));
      expect(files.length).toBeGreaterThan(0);
      const counted = files.map((file) => {
        const id = file.replace('.yaml', '');
        const entity = parse(readFileSync(join('content', folder, file), 'utf8')) as EntityFile;
        return { id, places: listed(count(entity)) };
      });
      expect(counted.map(({ id }) => ({ id, places: listed(registered(kind, id)) }))).toEqual(counted);
    },
  );

  test('adds up to the numbers that its pages show', () => {
    for (const entry of register.values()) {
      const all = [...registered(entry.entity.kind, entry.entity.id).values()].reduce((a, b) => a + b, 0);
      expect(entry.count).toBe(all);
      expect(entry.sources.reduce((sum, { count: times }) => sum + times, 0)).toBe(all);
      const inForms = entry.forms.flatMap(({ forms }) => forms.map(({ count: times }) => times));
      expect(inForms.reduce((a, b) => a + b, 0)).toBe(all);
    }
  });
});
