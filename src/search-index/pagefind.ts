/** The index that Pagefind makes, with its files cut to what the browser asks for. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { hashBytes } from '../edition/hash.ts';
import { toPagefind, type SearchRecord } from '../search/records.ts';
import { cutSmaller } from '../search/smaller-chunks.ts';
import { someAtOnce } from '../edition/some-at-once.ts';

/**
 * Files of Pagefind that the browser asks for. Its interfaces are not used; its worker neither: a
 * search takes a few milliseconds, and the worker would load the whole program a second time.
 */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_meta|fragment|index)$/;

/** Files read or packed at a time: enough for every processor, few enough for the memory. */
export const atOnce = 16;

/** What every unpacked file of Pagefind begins with. */
const signature = Buffer.from('pagefind_dcd');

export class PagefindWriter {
  readonly #index: PagefindIndex;

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  /** @throws when Pagefind cannot be started. */
  static async open(): Promise<PagefindWriter> {
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
    return new PagefindWriter(index);
  }

  /**
   * Adds some records at once, so that Pagefind works while others are made.
   * @returns the addresses under which Pagefind keeps them.
   * @throws when Pagefind refuses one.
   */
  add(records: readonly SearchRecord[]): Promise<string[]> {
    return Promise.all(
      records.map(async (record) => {
        const { url, content } = toPagefind(record);
        // No `meta`: whatever stands there is searched too.
        const { errors } = await this.#index.addCustomRecord({ url, content, language: 'en' });
        if (errors.length > 0) throw new Error(`Pagefind refused ${url}: ${errors.join('; ')}`);
        return url;
      }),
    );
  }

  /** Writes the files to `folder` in place of whatever was there. */
  async write(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true });
    const { errors } = await this.#index.writeFiles({ outputPath: folder });
    if (errors.length > 0) throw new Error(`Pagefind wrote no files: ${errors.join('; ')}`);
    const names = await readdir(folder);
    await Promise.all(
      names.filter((name) => !needed.test(name)).map((name) => rm(join(folder, name), { recursive: true })),
    );
    await withSmallerChunks(folder);
  }

  async close(): Promise<void> {
    await close();
  }
}

/** The ids of the records in the index that was written to `folder`, by their addresses. */
export async function idsByUrl(folder: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  await someAtOnce(await readdir(join(folder, 'fragment')), atOnce, async (name) => {
    const [, id = ''] = /^en_(\w+)\.pf_fragment$/.exec(name) ?? [];
    const fragment = await unpack(await readFile(join(folder, 'fragment', name)));
    const { url } = JSON.parse(Buffer.from(fragment).toString()) as { url: string };
    ids.set(url, id);
  });
  return ids;
}

/** Makes the chunks smaller, or leaves the index as it is when its format is not the one we know. */
async function withSmallerChunks(folder: string): Promise<void> {
  const metaName = (await readdir(folder)).find((name) => name.endsWith('.pf_meta')) ?? '';
  const [, oldHash = ''] = /^pagefind\.(\w+)\.pf_meta$/.exec(metaName) ?? [];
  const chunks = new Map<string, Uint8Array>();
  await someAtOnce(await readdir(join(folder, 'index')), atOnce, async (name) => {
    chunks.set(name.replace(/\.pf_index$/, ''), await unpack(await readFile(join(folder, 'index', name))));
  });
  const cut = cutSmaller({ meta: await unpack(await readFile(join(folder, metaName))), chunks });
  if (!cut) return;
  const hash = `en_${hashBytes(cut.meta).slice(0, 10)}`;
  const entry = join(folder, 'pagefind-entry.json');
  await writeFile(entry, (await readFile(entry, 'utf8')).replace(oldHash, hash));
  await rm(join(folder, metaName));
  await writeFile(join(folder, `pagefind.${hash}.pf_meta`), await pack(cut.meta));
  for (const name of chunks.keys()) await rm(join(folder, 'index', `${name}.pf_index`));
  await someAtOnce(cut.chunks, atOnce, async ([name, bytes]) => {
    await writeFile(join(folder, 'index', `${name}.pf_index`), await pack(bytes));
  });
}

const [gunzipFile, gzipFile] = [promisify(gunzip), promisify(gzip)];

async function unpack(content: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array((await gunzipFile(content)).subarray(signature.length));
}

function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return gzipFile(Buffer.concat([signature, bytes]), { level: 9 });
}
