/**
 * The texts of the edition, set anew in many ways and damaged: no word may be lost, and nearly all
 * paragraphs, notes and calls must come back as they were.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/edition/markdown.ts';
import { importText } from '../../../src/import/import-source.ts';
import { settings } from './settings.ts';
import { original, typeset, type Original } from './typeset.ts';

const ids = ['strong-1934', 'james-1937-13'] as const;
const utf8 = (text: string) => new TextEncoder().encode(text);

/** What happens to files on their way: name → the bytes of a text after it. */
const damages: Record<string, (text: string) => Uint8Array> = {
  none: utf8,
  CRLF: (text) => utf8(text.replace(/\n/g, '\r\n')),
  'carriage returns alone': (text) => utf8(text.replace(/\n/g, '\r')),
  'a byte order mark': (text) => utf8(`\uFEFF${text}`),
  'UTF-16': (text) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')),
  'Windows-1252': (text) =>
    new Uint8Array(
      Array.from(text, (sign) => {
        const at = '‘’“”–—…†‡'.indexOf(sign);
        return at < 0
          ? sign.charCodeAt(0) & 0xff
          : ([0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x85, 0x86, 0x87][at] ?? 63);
      }),
    ),
  'blank lines at both ends': (text) => utf8(`\n\n\n${text}\n\n\n`),
  'no line end at the end': (text) => utf8(text.trimEnd()),
  'spaces at the ends of lines': (text) => utf8(text.replace(/(?<! )\n/g, ' \n')),
  'an indented page': (text) => utf8(text.replace(/^(?=[^\f\n])/gm, '    ')),
};

function importOf(bytes: Uint8Array) {
  const made = importText(bytes, { id: 'a', file: 'a.txt', hand: 'author' });
  const file = parseMarkdown(made.files.get('text.md') as string, 'text.md').value;
  const blocks = file.body.flatMap((part) => (part.type === 'block' ? [part.text] : []));
  return {
    ...made,
    words: blocks.map(({ words }) => words),
    calls: blocks.flatMap(({ points }) => points.filter(({ type }) => type === 'call')).length,
    notes: file.notes.map(({ paragraphs }) => paragraphs.map(({ words }) => words).join(' ')),
    found: made.collation?.rows.reduce((sum, row) => sum + row.found, 0),
  };
}

/** The share of the paragraphs that came back. */
function share({ parts }: Original, words: string[]): number {
  const own = parts.filter(({ heading }) => heading === undefined);
  return own.filter((part) => words.includes(part.words)).length / own.length;
}

describe.each(ids)('%s', (id) => {
  const text = original(id);
  test.each(Object.keys(settings))('%s', (name) => {
    const setting = settings[name] ?? {};
    const made = importOf(utf8(typeset(text, setting)));
    expect(made.problems).toEqual([]);
    expect(made.found).toBe(made.collation?.whole);
    // Below columns, the end of one may be taken for a note.
    expect(share(text, made.words)).toBeGreaterThan(setting.columns ? 0.8 : 0.9);
    if (setting.notes === 'none') return;
    expect(text.notes.length - made.notes.length).toBeLessThanOrEqual(setting.columns ? 1 : 0);
    // A call like “92⁵” that is not raised cannot be told from a number, and columns break notes up.
    const lost = text.notes.length - made.calls;
    expect(lost).toBeLessThanOrEqual(setting.columns ? 3 : 2);
    expect(
      made.doubts.filter(({ kind }) => kind === 'note' || kind === 'call').length,
    ).toBeGreaterThanOrEqual(lost);
  });
});

test('whatever happens to a file, no word is lost and its paragraphs come back', () => {
  const texts = ids.map((id) => original(id, 14));
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.constantFrom(...Object.keys(settings).filter((name) => !settings[name]?.columns)),
      fc.constantFrom(...Object.keys(damages)),
      fc.integer({ min: 38, max: 90 }),
      (text, name, damage, width) => {
        const setting = settings[name] ?? {};
        // In Windows-1252 there are no raised numbers, and fewer signs.
        fc.pre(damage !== 'Windows-1252' || !/raised/.test(name));
        const bytes = (damages[damage] ?? utf8)(typeset(text, { ...setting, width }));
        const made = importOf(bytes);
        expect(made.problems).toEqual([]);
        expect(made.found).toBe(made.collation?.whole);
        expect([...made.files.values()]).toContainEqual(bytes);
        expect(share(text, made.words)).toBeGreaterThan(0.4);
      },
    ),
    { numRuns: 150 },
  );
});

test('missing breaks: where nothing shows the paragraphs, every possible end is in doubt', () => {
  const lines = typeset(original('strong-1934', 8), { paragraphs: 'blank', notes: 'none' });
  const made = importOf(utf8(lines.replace(/\n\n/g, '\n')));
  expect(made.problems).toEqual([]);
  expect(made.found).toBe(made.collation?.whole);
  expect(made.doubts.filter(({ kind }) => kind === 'paragraph').length).toBeGreaterThan(3);
});
