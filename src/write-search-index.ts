import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import type { Edition } from './edition/model.ts';
import { hashBytes } from './edition/hash.ts';
import { prepare } from './search/prepared.ts';
import { catalogueOf, recordsOf, type SearchRecord } from './search/records.ts';
import { cutSmaller } from './search/smaller-chunks.ts';

/**
 * Files of Pagefind that the browser asks for. Its interfaces are not used; its worker neither: a
 * search takes a few milliseconds, and the worker would load the whole program a second time.
 */
const isNeeded = ({ path }: IndexFile) =>
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_\w+)$/.test(path);

/** What every unpacked file of Pagefind begins with. */
const signature = Buffer.from('pagefind_dcd');

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
  const files = withSmallerChunks((await indexFiles(records)).filter(isNeeded));
  const ids = records.length > maximumIds ? new Map<string, string>() : idsByUrl(files);
  const catalogue = JSON.stringify(catalogueOf(edition, records, ids));
  const written = [
    ...files.map(({ path, content }) => ({ path: join('pagefind', path), content })),
    { path: join('search', 'records.json'), content: Buffer.from(catalogue) },
  ];
  await rm(join(outDir, 'pagefind'), { recursive: true, force: true });
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

/** The same index in smaller chunks, or as it was when Pagefind's format is not the one we know. */
function withSmallerChunks(files: IndexFile[]): IndexFile[] {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json');
  const meta = files.find(({ path }) => path.endsWith('.pf_meta'));
  const chunkName = ({ path }: IndexFile) => /^index\/(\w+)\.pf_index$/.exec(path)?.[1];
  const chunks = new Map(
    files.flatMap((file) => {
      const name = chunkName(file);
      return name === undefined ? [] : [[name, unpack(file.content)] as const];
    }),
  );
  const cut = meta && cutSmaller({ meta: unpack(meta.content), chunks });
  if (!entry || !meta || !cut) return files;
  const oldHash = /^pagefind\.(\w+)\.pf_meta$/.exec(meta.path)?.[1] ?? '';
  const hash = `en_${hashBytes(cut.meta).slice(0, 10)}`;
  return [
    ...files.filter((file) => file !== entry && file !== meta && chunkName(file) === undefined),
    { path: entry.path, content: Buffer.from(Buffer.from(entry.content).toString().replace(oldHash, hash)) },
    { path: `pagefind.${hash}.pf_meta`, content: pack(cut.meta) },
    ...[...cut.chunks].map(([name, bytes]) => ({ path: `index/${name}.pf_index`, content: pack(bytes) })),
  ];
}

/** The index names a record by the name of its file, which holds its address. */
function idsByUrl(files: readonly IndexFile[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    const id = /^fragment\/en_(\w+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const { url } = JSON.parse(Buffer.from(unpack(content)).toString()) as { url: string };
    ids.set(url, id);
  }
  return ids;
}

function unpack(content: Uint8Array): Uint8Array {
  return new Uint8Array(gunzipSync(content).subarray(signature.length));
}

function pack(bytes: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([signature, bytes]), { level: 9 });
}
