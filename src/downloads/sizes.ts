import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { someAtOnce } from '../edition/some-at-once.ts';

/** The place of a size, as `Downloads.astro` leaves it. */
const place = /<data value="(\/[^"]+)"([^>]*)><\/data>/g;

/**
 * Writes into built pages how large the files are that they offer: many are made after or beside the pages.
 * @throws Error where a page offers a file that is not there.
 */
export async function writeSizes(outDir: string, pages: readonly string[]): Promise<void> {
  await someAtOnce(pages, 20, async (page) => {
    const file = join(outDir, page, 'index.html');
    const html = await readFile(file, 'utf8');
    const offered = new Set([...html.matchAll(place)].map(([, path = '']) => path));
    const sizes = new Map(
      await Promise.all(
        [...offered].map(async (path) => {
          const found = await stat(join(outDir, path)).catch(() => undefined);
          if (!found)
            throw new Error(
              `The page ${page} offers ${path}, which the build has not written. Write it, or take it out of \`src/exports/formats.ts\`.`,
            );
          return [path, found.size] as const;
        }),
      ),
    );
    await writeFile(
      file,
      html.replace(place, (_, path: string, rest: string) => {
        const bytes = sizes.get(path) ?? 0;
        return `<data value="${String(bytes)}"${rest}>${sizeInWords(bytes)}</data>`;
      }),
    );
  });
}

/** `610 KB`, `2.6 MB`; a kilobyte has 1,000 bytes. */
export function sizeInWords(bytes: number): string {
  if (bytes < 999_500) return `${String(Math.max(1, Math.round(bytes / 1000)))} KB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
