import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { Edition } from '../edition/model.ts';
import { prepare } from './prepared.ts';
import { catalogueOf, recordsOf, type SearchRecord } from './records.ts';

/**
 * Files of Pagefind that the browser asks for. Its interfaces are not used; its worker neither: a
 * search takes a few milliseconds, and the worker would load the whole program a second time.
 */
const isNeeded = ({ path }: IndexFile) =>
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_\w+)$/.test(path);

/** Above this many records the list of their ids would weigh more than it saves. */
const maximumIds = 5000;

/**
 * Writes the search index below `outDir`: Pagefind's files to `pagefind/`, ours to `search/`.
 * @throws when Pagefind refuses a record.
 */
export async function writeSearchIndex(
  edition: Edition,
  outDir: string,
): Promise<{ records: number; files: number; bytes: number }> {
  const records = recordsOf(edition);
  const files = (await indexFiles(records)).filter(isNeeded);
  const ids = records.length > maximumIds ? new Map<string, string>() : idsByUrl(files);
  const catalogue = JSON.stringify(catalogueOf(edition, records, ids));
  const written = [
    ...files.map(({ path, content }) => ({ path: join('pagefind', path), content })),
    { path: 'search/records.json', content: new TextEncoder().encode(catalogue) },
  ];
  await Promise.all(
    ['pagefind', 'search/records.json'].map((path) =>
      rm(join(outDir, path), { recursive: true, force: true }),
    ),
  );
  for (const folder of new Set(written.map(({ path }) => dirname(path))))
    await mkdir(join(outDir, folder), { recursive: true });
  await Promise.all(written.map(({ path, content }) => writeFile(join(outDir, path), content)));
  return {
    records: records.length,
    files: written.length,
    bytes: written.reduce((sum, { content }) => sum + content.length, 0),
  };
}

async function indexFiles(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  try {
    for (const { url, text } of records) {
      // No `meta`: whatever stands there is searched too.
      const { errors: refused } = await index.addCustomRecord({
        url,
        content: prepare(text),
        language: 'en',
      });
      if (refused.length > 0) throw new Error(`Pagefind refused ${url}: ${refused.join('; ')}`);
    }
    const { files, errors: failed } = await index.getFiles();
    if (failed.length > 0) throw new Error(`Pagefind wrote no files: ${failed.join('; ')}`);
    return files;
  } finally {
    await close();
  }
}

/** The index names a record by the name of its file, which holds its address. */
function idsByUrl(files: readonly IndexFile[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    const id = /fragment\/en_(\w+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const { url } = JSON.parse(
      gunzipSync(content)
        .toString('utf8')
        .replace(/^pagefind_dcd/, ''),
    ) as { url: string };
    ids.set(url, id);
  }
  return ids;
}
