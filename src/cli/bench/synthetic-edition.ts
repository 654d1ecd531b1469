/** Writes synthetic sources as an edition that `npm run check` accepts, into a folder of its own. */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readContent } from '../../content-files.ts';
import { assemble } from '../../edition/assemble.ts';
import { updateRecords, updateWholes, type Address } from '../../edition/ledger.ts';
import { entityFolders } from '../../schemas/entity-kinds.ts';
import { editionLedgerSchema, type EditionLedger } from '../../schemas/ledger.ts';
import { copyEntities } from './synthetic-entities.ts';
import { recordWriter } from './synthetic-records.ts';
import { patternsOf, type Pattern } from './synthetic-sentences.ts';
import { syntheticSources, type SyntheticSource } from './synthetic-sources.ts';

const release = '2026.1';
/** Names are looked for in so many sources at most; those that stand in none become names of readers. */
const sourcesWithNames = 20;

/** The sentences of an edition, as patterns for others. @param root the folder that holds its `content/`. */
export async function readPatterns(root: string): Promise<Pattern[]> {
  const { edition } = assemble(await readContent(root));
  return patternsOf(
    (edition?.sources ?? []).flatMap(({ paragraphs }) => paragraphs.map(({ words }) => words)),
  );
}

/**
 * Writes the edition below `target`, which then serves as `EDITION_ROOT`. One source at a time is in
 * memory. Pages, bibliography and entities are those of the edition below `root`; more entities, topics,
 * claims and so on come with the sources.
 */
export async function writeSyntheticEdition(
  target: string,
  { root, count, seed }: { root: string; count: number; seed: number },
): Promise<void> {
  const content = join(target, 'content');
  await mkdir(content, { recursive: true });
  for (const name of ['pages', 'bibliography.json'])
    await cp(join(root, 'content', name), join(content, name), { recursive: true });
  const patterns = await readPatterns(root);
  const works = await readWorks(root);
  const records = await recordWriter(content, { from: join(root, 'content'), works });
  const answers: object[] = [];
  const sources: EditionLedger['sources'] = {};
  const texts: string[] = [];
  let order = 0;
  for (const source of syntheticSources(patterns, count, seed)) {
    const about = await records.add(source);
    const said = { about, references: works.slice(order % works.length).slice(0, 1) };
    await writeSource(content, source, ++order, said);
    sources[source.id] = { status: 'live', first: release, short: source.short };
    if (answers.length < 2) answers.push(answerFrom(source));
    if (order <= sourcesWithNames) texts.push(...wordsOfSource(source));
  }
  await cutLinks(join(content, 'pages'));
  await copyEntities(join(root, 'content'), content, texts);
  const header = {
    title: 'Synthetic edition',
    subtitle: `${String(count)} sources that nobody wrote`,
    description: 'Texts made to measure what a large edition costs.',
    address: 'http://localhost:4321',
    opening: { question: 'What does it cost?', answers },
    release,
    releases: [{ name: release, changes: ['First release.'] }],
  };
  await writeFile(join(content, 'edition.yaml'), stringify(header));
  await writeFile(
    join(content, 'ledger.json'),
    json({ sources, pages: updateWholes(records.pages, await addressesOfEntities(root), release) }),
  );
}

/** The records of the pages of entities and works in the ledger of an edition. */
async function addressesOfEntities(root: string): Promise<EditionLedger['pages']> {
  const { ledger } = await readContent(root);
  const { pages } = editionLedgerSchema.parse(JSON.parse(ledger?.text ?? '{}'));
  const isOfEntity = (id: string) => id.slice(0, id.indexOf('/')) in entityFolders;
  return Object.fromEntries(Object.entries(pages).filter(([id]) => isOfEntity(id)));
}

/** The ids of the bibliography. */
async function readWorks(root: string): Promise<string[]> {
  const list = JSON.parse(await readFile(join(root, 'content', 'bibliography.json'), 'utf8')) as {
    id: string;
  }[];
  return list.map(({ id }) => id);
}

/** The words of every paragraph and note of a source. */
export function wordsOfSource({ sections, notes, editorNotes }: SyntheticSource): string[] {
  const paragraphs = sections.flatMap((section) => section.paragraphs.map(({ words }) => words));
  return [...paragraphs, ...notes, ...editorNotes.map(({ words }) => words)];
}

function answerFrom({ id, sections }: SyntheticSource): object {
  const [first] = sections[0]?.paragraphs ?? [];
  return { source: id, at: first?.anchor, quote: first?.words.split(' ').slice(0, 30).join(' ') };
}

async function writeSource(
  content: string,
  source: SyntheticSource,
  order: number,
  { about, references }: { about: string[]; references: string[] },
): Promise<void> {
  const folder = join(content, 'sources', source.id);
  const notes = join(content, 'notes', source.id);
  await Promise.all([mkdir(folder, { recursive: true }), mkdir(notes, { recursive: true })]);
  const { text: witness, notes: lines } = witnessOf(source);
  const sha256 = createHash('sha256').update(witness).digest('hex');
  await Promise.all([
    writeFile(join(folder, 'witness.txt'), witness),
    writeFile(join(folder, 'text.md'), textOf(source)),
    writeFile(join(folder, 'source.yaml'), stringify(headerOf(source, order, { sha256, notes: lines }))),
    writeFile(join(folder, 'ledger.json'), json(ledgerOf(source))),
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

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Takes the links to the texts and notes of the edition out of its own prose, which has other ones here. */
async function cutLinks(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), text.replace(/\[([^\]]*)\]\(\/(?:sources|notes)\/[^)]*\)/g, '$1'));
  }
}
