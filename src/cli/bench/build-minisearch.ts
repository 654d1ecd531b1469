/**
 * Indexes the same texts with MiniSearch, a document for each paragraph and note, beside the plain pages.
 * Arguments: the folder of the plain pages, the number of sources, the seed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { beginStage } from './measured.ts';
import { miniSearchOptions, miniSearchSearch } from './plain-pages.ts';
import { readPatterns } from './synthetic-edition.ts';
import { syntheticSources } from './synthetic-sources.ts';

const [folder = '', count, seed] = process.argv.slice(2);
beginStage('search index');
const index = new MiniSearch<{ id: string; text: string }>(miniSearchOptions);
for (const { id, sections, notes, editorNotes } of syntheticSources(
  await readPatterns('.'),
  Number(count),
  Number(seed),
)) {
  const add = (anchor: string, text: string) => {
    index.add({ id: `/${id}/#${anchor}`, text });
  };
  for (const { paragraphs } of sections) for (const { anchor, words } of paragraphs) add(anchor, words);
  notes.forEach((words, place) => {
    add(`author-${String(place + 1)}`, words);
  });
  for (const note of editorNotes) add(note.id, note.words);
}
await writeFile(join(folder, 'minisearch.json'), JSON.stringify(index));

const program = new URL('../umd/index.js', import.meta.resolve('minisearch'));
await writeFile(join(folder, 'minisearch.js'), await readFile(program));
const options = `export const options = ${JSON.stringify(miniSearchOptions)};\n`;
await writeFile(join(folder, 'minisearch-options.js'), options);
await mkdir(join(folder, 'minisearch'), { recursive: true });
await writeFile(join(folder, 'minisearch', 'index.html'), miniSearchSearch);
