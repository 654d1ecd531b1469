/** Writes the files of a synthetic source as an edition has them. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { updateRecords, type Address } from '../../edition/ledger.ts';
import type { SyntheticSource } from './synthetic-sources.ts';

/** In which all addresses are published. */
export const release = '2026.1';

export async function writeSource(
  content: string,
  source: SyntheticSource,
  order: number,
  { about, references }: { about: string[]; references: string[] },
): Promise<void> {
  const folder = join(content, 'sources', source.id);
  const notes = join(content, 'notes', source.id);
  await Promise.all([mkdir(folder, { recursive: true }), mkdir(notes, { recursive: true })]);
  await Promise.all([
    writeText(folder, source, order),
    ...source.editorNotes.map(({ id, title, at, quote, words }) => {
      const works = references.map((work) => ({ id: work, seen: false }));
      const header = stringify({
        title,
        kind: 'context',
        at,
        quote,
        about,
        references: works,
        checked: 'standard',
      });
      return writeFile(join(notes, `${id}.mdx`), `---\n${header}---\n\n${words}\n`);
    }),
  ]);
}

/** Writes all of a source but the notes of the editor, which stand apart. */
export async function writeText(folder: string, source: SyntheticSource, order: number): Promise<void> {
  const { text: witness, notes: lines } = witnessOf(source);
  const sha256 = createHash('sha256').update(witness).digest('hex');
  await Promise.all([
    writeFile(join(folder, 'witness.txt'), witness),
    writeFile(join(folder, 'text.md'), textOf(source)),
    writeFile(join(folder, 'source.yaml'), stringify(headerOf(source, order, { sha256, notes: lines }))),
    writeFile(join(folder, 'ledger.json'), json(ledgerOf(source))),
  ]);
}

/** The transcription, with its anchors and the author's notes. */
function textOf({ sections, notes }: SyntheticSource): string {
  const blocks = sections.flatMap(({ anchor, heading, paragraphs }) => [
    `## ${heading} ^${anchor}`,
    ...paragraphs.map((paragraph) => {
      const words = withCalls(paragraph, (number) => `[^author:${String(number)}]`);
      return `${words} ^${paragraph.anchor}`;
    }),
  ]);
  const definitions = notes.map((words, index) => `[^author:${String(index + 1)}]: ${words}`);
  return `${[...blocks, ...definitions].join('\n\n')}\n`;
}

/** The file that was transcribed: a paragraph is a line, and so is each note, after all of them. */
function witnessOf({ sections, notes }: SyntheticSource): { text: string; notes: Record<string, number> } {
  const body = sections.flatMap(({ heading, paragraphs }) => [
    heading,
    ...paragraphs.map((paragraph) => withCalls(paragraph, (number) => ` [${String(number)}]`)),
  ]);
  const lines = [...body, ...notes.map((words, index) => `[${String(index + 1)}] ${words}`)];
  return {
    text: `${lines.join('\n')}\n`,
    notes: Object.fromEntries(
      notes.map((_, index) => [`author:${String(index + 1)}`, body.length + index + 1]),
    ),
  };
}

function withCalls(
  { words, calls }: SyntheticSource['sections'][number]['paragraphs'][number],
  write: (number: number) => string,
): string {
  return calls.reduceRight(
    (text, { number, at }) => text.slice(0, at) + write(number) + text.slice(at),
    words,
  );
}

function headerOf(
  { short, family, given, year, title, container }: SyntheticSource,
  order: number,
  { sha256, notes }: { sha256: string; notes: Record<string, number> },
): object {
  return {
    title: { text: title, 'supplied-by': 'witness' },
    short,
    authors: [
      {
        name: `${given} ${family}`,
        family,
        given,
        dates: `${String(year - 40)}–${String(year + 20)}`,
        certainty: 'certain',
        'supplied-by': 'witness',
      },
    ],
    date: String(year),
    container: { title: container, volume: { text: String(1 + (order % 30)), 'supplied-by': 'witness' } },
    type: order % 3 === 0 ? 'article-newspaper' : 'article-magazine',
    language: 'en',
    order,
    witnesses: [
      {
        siglum: 'A',
        file: 'witness.txt',
        sha256,
        description: 'A file made to measure with; each line is a paragraph or a note.',
        calls: ' [{n}]',
        lines: 'paragraph',
        notes,
      },
    ],
    hands: { 'author-note': 'The author’s own.', 'editor-note': 'Notes of this edition.' },
    box: {
      who: `${given} ${family}, whom nobody knew.`,
      when: `In ${String(year)}.`,
      'for-whom': 'For a measurement.',
      interest: 'None.',
      'whose-notes': 'The numbered notes are the author’s own.',
      trust: 'Not at all: the text was made by a program.',
    },
    summary: 'A text made by a program.',
    rights: [
      {
        hand: 'author',
        term: 'CC0',
        statement: 'Nobody wrote it.',
        basis: 'It was made.',
        'in-short': 'Free.',
        display: 'full',
        'lawful-copy': [],
      },
    ],
  };
}

function ledgerOf({ sections, notes, editorNotes }: SyntheticSource): object {
  const place = { file: '' };
  const anchors = sections.flatMap(({ anchor, heading, paragraphs }): Address[] => [
    { id: anchor, words: heading, place },
    ...paragraphs.map((paragraph) => ({ id: paragraph.anchor, words: paragraph.words, place })),
  ]);
  const noteAddresses = [
    ...notes.map((words, index): Address => ({ id: `author-${String(index + 1)}`, words, place })),
    ...editorNotes.map(({ id, words }): Address => ({ id, words, place })),
  ];
  return {
    anchors: updateRecords(anchors, {}, release),
    notes: updateRecords(noteAddresses, {}, release),
  };
}

export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
