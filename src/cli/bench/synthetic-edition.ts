/** Writes synthetic sources as an edition that `npm run check` accepts, into a folder of its own. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readContent } from '../../content-files.ts';
import { assemble } from '../../edition/assemble.ts';
import { updateWholes } from '../../edition/ledger.ts';
import { entityFolders } from '../../schemas/entity-kinds.ts';
import { editionLedgerSchema, type EditionLedger } from '../../schemas/ledger.ts';
import { copyEntities } from './synthetic-entities.ts';
import { json, release, writeSource } from './synthetic-files.ts';
import { recordWriter } from './synthetic-records.ts';
import { patternsOf, type Pattern } from './synthetic-sentences.ts';
import { syntheticSources, type SyntheticSource } from './synthetic-sources.ts';

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

/** Takes the links to the texts and notes of the edition out of its own prose, which has other ones here. */
async function cutLinks(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), text.replace(/\[([^\]]*)\]\(\/(?:sources|notes)\/[^)]*\)/g, '$1'));
  }
}
