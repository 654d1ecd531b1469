import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mentionFinder } from '../edition/mentions.ts';
import type { Edition } from '../edition/model.ts';
import { withheldSources } from '../edition/rights.ts';
import { blocksOf, tokensOf } from '../search/blocks.ts';
import { few, recordLength, recordsOf, searchSource, type SearchCatalogue } from '../search/records.ts';
import { sourceWords } from '../search/source-words.ts';
import { WordIndexWriter } from '../search/word-index/postings.ts';
import { idsByUrl, PagefindWriter } from './pagefind.ts';
import { writeWordIndex } from './word-index.ts';

/**
 * Writes the search index below `outDir`: Pagefind's files to `pagefind/`, ours to `search/`.
 * @throws when Pagefind refuses a record.
 */
export async function writeSearchIndex(
  edition: Edition,
  outDir: string,
): Promise<{ records: number; files: number; bytes: number }> {
  const { sources } = edition;
  const [pagefindFolder, folder] = [join(outDir, 'pagefind'), join(outDir, 'search')];
  const find = mentionFinder(edition.entities);
  const blockCount = sources.reduce(
    (sum, { paragraphs, witnessNotes, editorNotes }) =>
      sum + paragraphs.length + witnessNotes.length + editorNotes.length,
    0,
  );
  const catalogue: SearchCatalogue = { sources: [], recordLength: recordLength(blockCount) };
  const words = sources.length > few ? new WordIndexWriter() : undefined;
  const urls: string[] = [];
  const pagefind = await PagefindWriter.open();
  await mkdir(folder, { recursive: true });
  try {
    // Pagefind reads the records of one source while those of the next are made.
    let added = Promise.resolve<string[]>([]);
    for (const source of sources) {
      const texts = sourceWords(source, find);
      catalogue.sources.push(searchSource(texts, source.header.date));
      const records = recordsOf(texts, catalogue.recordLength);
      urls.push(...(await added));
      added = pagefind.add(records);
      for (const block of words ? blocksOf(texts) : [])
        words?.addBlock(
          tokensOf(block).map(({ token }) => token),
          block.mentions,
        );
    }
    urls.push(...(await added));
    if (words) catalogue.words = await writeWordIndex(words, folder);
    await pagefind.write(pagefindFolder);
  } finally {
    await pagefind.close();
  }
  if (!words) {
    const ids = await idsByUrl(pagefindFolder);
    catalogue.ids = urls.map((url) => ids.get(url) ?? '').join(' ');
  }
  const withheld = withheldSources(sources).map(({ header }) => header.short);
  if (withheld.length > 0) catalogue.withheld = withheld;
  await writeFile(join(folder, 'records.json'), JSON.stringify(catalogue));
  return { records: urls.length, ...(await sizeOf([pagefindFolder, folder])) };
}

async function sizeOf(folders: readonly string[]): Promise<{ files: number; bytes: number }> {
  let [files, bytes] = [0, 0];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      files += 1;
      bytes += (await stat(join(entry.parentPath, entry.name))).size;
    }
  }
  return { files, bytes };
}
