import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { OfflineList } from '../browser/offline/list.ts';
import { someAtOnce } from '../edition/some-at-once.ts';

/** Not kept: the worker itself, what only servers, robots and programs read, and the whole edition once more in one file. */
const left =
  /^\/(?:sw\.js|offline\.json|robots\.txt|sitemap[^/]*\.xml|_headers|dts\/.*\.(?:json|xml)|data\/[^/]+\.(?:zip|pdf|epub))$/;

/**
 * Lists the files of the built site that a reader keeps, for `browser/offline/`, in `offline.json` below
 * `outDir`. @param base with a slash at both ends; every path begins with it.
 */
export async function writeOfflineList(outDir: string, release: string, base = '/'): Promise<OfflineList> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const found = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(outDir, join(parentPath, name)).split(sep).join('/'))
    .filter((file) => !left.test(pathOf(file)))
    .sort();
  const kept = await someAtOnce(found, 50, async (file): Promise<OfflineList['files'][number]> => {
    const bytes = await readFile(join(outDir, file));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return [base + pathOf(file).slice(1), hash, bytes.length];
  });
  const list: OfflineList = {
    id: createHash('sha256').update(JSON.stringify(kept)).digest('hex').slice(0, 16),
    release,
    bytes: kept.reduce((sum, [, , size]) => sum + size, 0),
    files: kept,
  };
  await writeFile(join(outDir, 'offline.json'), JSON.stringify(list));
  return list;
}

/** The address of a file: a page has that of its folder. */
function pathOf(file: string): string {
  return encodeURI(`/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}
