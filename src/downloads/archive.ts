/** Everything that programs and readers may take away, as one ZIP with checksums. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Edition } from '../edition/model.ts';
import { documentDate } from '../edition/releases.ts';
import { indexJson } from '../exports/json/index-of-all.ts';
import { dataIndexPath, editionFilePath, sumsPath } from '../routes.ts';
import { archiveReadme } from './readme.ts';

/** What a ZIP can hold without the extension for larger ones (APPNOTE 6.3.10, 4.4.1.4). */
const MOST_FILES = 65_535;
const MOST_BYTES = 2 ** 32 - 1;

/** What is compressed already is only wrapped. */
const COMPRESSED = /\.(?:epub|pdf|png|zip)$/;

/** Files are read in pieces, so that no more than one piece of one file is in memory. */
const PIECE = 1 << 18;

/**
 * Writes `/data/<title>.zip`, of those published files that stand in `outDir`, and `/data/SHA256SUMS`. The same
 * files give the same bytes: names are in order, and every time is that of the release.
 * @returns how many files it holds, and its bytes.
 * @throws Error when there is more than a ZIP can hold.
 */
export async function writeArchive(
  outDir: string,
  edition: Edition,
  site: URL | undefined,
): Promise<{ files: number; bytes: number }> {
  const name = editionFilePath(edition.header, 'zip');
  const folder = (name.split('/').at(-1) ?? '').replace(/\.zip$/, '');
  const paths = await publishedFiles(outDir, edition, site);
  if (paths.length + 2 > MOST_FILES)
    throw new Error(
      `The archive would hold ${String(paths.length)} files; a ZIP holds ${String(MOST_FILES)}. Leave a format out of \`src/exports/formats.ts\`.`,
    );
  await mkdir(dirname(join(outDir, name)), { recursive: true });
  const zip = openZip(join(outDir, name), timeOf(edition));
  const readme = strToU8(archiveReadme(edition.header, site));
  await zip.add(`${folder}/README.txt`, [readme]);
  const sums: [path: string, hash: string][] = [];
  for (const path of paths) {
    const pieces = createReadStream(join(outDir, path), { highWaterMark: PIECE });
    sums.push([path, await zip.add(`${folder}/${path}`, pieces)]);
  }
  await zip.add(`${folder}/SHA256SUMS`, [strToU8(sumLines([...sums, ['README.txt', hashOf(readme)]]))]);
  const { bytes, hash } = await zip.close();
  if (bytes > MOST_BYTES)
    throw new Error(
      `The archive has ${String(bytes)} bytes; a ZIP has at most ${String(MOST_BYTES)}. Leave a format out of \`src/exports/formats.ts\`.`,
    );
  await writeFile(join(outDir, sumsPath()), sumLines([...sums, [name.slice(1), hash]]));
  return { files: paths.length, bytes };
}

/** The paths of what the index lists, from the top of the site and in order, without the archive itself. */
async function publishedFiles(outDir: string, edition: Edition, site: URL | undefined): Promise<string[]> {
  const index = indexJson({ edition, site });
  const entries = [
    ...index.sources,
    ...index.registers.flatMap((register) => register.entries),
    ...index.topics,
    ...index.figures,
    ...index.diagrams,
  ];
  const listed = [...entries.flatMap(({ files }) => files), ...index.schemas, ...index.files];
  const own = [editionFilePath(edition.header, 'zip'), sumsPath()];
  const all = [dataIndexPath(), ...listed.map(({ address }) => new URL(address).pathname)];
  const paths = [...new Set(all)].filter((path) => !own.includes(path)).map((path) => path.slice(1));
  const there: string[] = [];
  for (const path of paths.sort()) {
    const stats = await stat(join(outDir, path)).catch(() => undefined);
    if (stats?.isFile()) there.push(path);
  }
  return there;
}

/**
 * The day that stands for the release, since a ZIP must have a time. It is
 * written as local time, so the hour here is the same in every zone.
 */
function timeOf({ header }: Edition): Date {
  const [year = 1980, month = 1, date = 1] = documentDate(header).split('-').map(Number);
  // Of 1980 to 2099, which is all that a ZIP can write.
  return new Date(Math.min(Math.max(year, 1980), 2099), month - 1, date, 12);
}

/** As `sha256sum` writes and checks them. */
function sumLines(sums: readonly (readonly [path: string, hash: string])[]): string {
  return sums
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A ZIP that is written piece by piece. */
function openZip(file: string, mtime: Date) {
  const out = createWriteStream(file);
  const whole = createHash('sha256');
  let bytes = 0;
  let fault: Error | null = null;
  const zip = new Zip((error, data) => {
    fault ??= error;
    bytes += data.length;
    whole.update(data);
    out.write(data);
  });
  return {
    /** @returns the SHA-256 of the file. */
    add: async (name: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> => {
      const hash = createHash('sha256');
      const entry = new ZipDeflate(name, { level: COMPRESSED.test(name) ? 0 : 6 });
      entry.mtime = mtime;
      zip.add(entry);
      for await (const piece of pieces) {
        hash.update(piece);
        entry.push(piece);
        if (out.writableNeedDrain) await once(out, 'drain');
      }
      entry.push(new Uint8Array(0), true);
      if (fault) throw fault;
      return hash.digest('hex');
    },
    close: async () => {
      zip.end();
      out.end();
      await finished(out);
      return { bytes, hash: whole.digest('hex') };
    },
  };
}
