/** Everything that programs and readers may take away, as one ZIP with checksums. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Edition } from '../edition/model.ts';
import { documentDate } from '../edition/releases.ts';
import { someAtOnce } from '../edition/some-at-once.ts';
import { dataIndexPath, editionFilePath, pathIn, sumsPath } from '../routes.ts';
import { indexSchema, type IndexData } from '../schemas/data/index-of-all.ts';
import { archiveReadme } from './readme.ts';

/** What is compressed already is only wrapped. */
const COMPRESSED = /\.(?:epub|pdf|png|zip)$/;

/**
 * Writes `/data/<title>.zip`, of the files in `outDir` that its `/data/index.json` lists, and `/data/SHA256SUMS`.
 * The same files give the same bytes: names are in order, and every time is that of the release.
 * @returns how many files it holds, and its bytes.
 * @throws Error where a listed file is not there.
 */
export async function writeArchive(
  outDir: string,
  edition: Edition,
  site: URL | undefined,
): Promise<{ files: number; bytes: number }> {
  const name = editionFilePath(edition.header, 'zip');
  const folder = (name.split('/').at(-1) ?? '').replace(/\.zip$/, '');
  const paths = await publishedFiles(outDir, edition, site);
  const hashes = await someAtOnce(paths, 20, (path) => hashOfFile(join(outDir, path)));
  const sums = paths.map((path, index): Sum => [path, hashes[index] ?? '']);
  const readme = Buffer.from(archiveReadme(edition.header, site));

  const zip = new ZipFile();
  const options = { mtime: timeOf(edition), mode: 0o100644, forceDosTimestamp: true };
  zip.addBuffer(readme, `${folder}/README.txt`, options);
  for (const path of paths) {
    const each = { ...options, compress: !COMPRESSED.test(path) };
    zip.addReadStreamLazy(`${folder}/${path}`, each, (give) => {
      const read = readFile(join(outDir, path));
      read.then(
        (bytes) => give(null, Readable.from([bytes])),
        (fault: unknown) => give(fault, Readable.from([])),
      );
    });
  }
  const list = sumLines([...sums, ['README.txt', createHash('sha256').update(readme).digest('hex')]]);
  zip.addBuffer(Buffer.from(list), `${folder}/SHA256SUMS`, options);
  zip.end();
  await mkdir(dirname(join(outDir, name)), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(join(outDir, name)));

  await writeFile(
    join(outDir, sumsPath()),
    sumLines([...sums, [name.slice(1), await hashOfFile(join(outDir, name))]]),
  );
  return { files: paths.length, bytes: (await stat(join(outDir, name))).size };
}

/**
 * The paths of what `/data/index.json` lists, and its own, from the top of the site and in order, without
 * the archive itself. It is read as it was published, since it lists what this build makes and no more.
 * @throws Error where one of them is not there.
 */
async function publishedFiles(outDir: string, { header }: Edition, site: URL | undefined): Promise<string[]> {
  const index = await readIndex(outDir);
  const entries = [
    ...index.sources,
    ...index.registers.flatMap((register) => register.entries),
    ...index.topics,
    ...index.figures,
    ...index.diagrams,
  ];
  const listed = [...entries.flatMap(({ files }) => files), ...index.schemas, ...index.files];
  const own = [editionFilePath(header, 'zip'), sumsPath()];
  const all = [dataIndexPath(), ...listed.map(({ address }) => pathIn(address, site))];
  const paths = [...new Set(all)].filter((path) => !own.includes(path)).map((path) => path.slice(1));
  const isThere = await someAtOnce(paths, 20, (path) => isFile(join(outDir, path)));
  const missing = paths.filter((_, at) => !isThere[at]);
  if (missing.length > 0) throw new Error(missingInWords(missing));
  return paths.sort();
}

async function readIndex(outDir: string): Promise<IndexData> {
  const path = dataIndexPath();
  if (!(await isFile(join(outDir, path))))
    throw new Error(
      `The archive cannot be made: ${path}, which lists its files, was not written. See \`src/pages/data/index.json.ts\`.`,
    );
  return indexSchema.parse(JSON.parse(await readFile(join(outDir, path), 'utf8')));
}

async function isFile(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ?? false;
}

function missingInWords(paths: readonly string[]): string {
  const some = paths.slice(0, 10).map((path) => `/${path}`);
  const more = paths.length > some.length ? `, and ${String(paths.length - some.length)} more` : '';
  return `The archive cannot be made: /data/index.json lists files that this build has not written: ${some.join(', ')}${more}. Write them, or take them out of \`src/exports/formats.ts\` or \`src/exports/json/index-of-all.ts\`.`;
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

type Sum = readonly [path: string, hash: string];

/** As `sha256sum` writes and checks them. */
function sumLines(sums: readonly Sum[]): string {
  return sums
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');
}

/** A whole file at once: the buffers of a stream would cost more than these files weigh. */
async function hashOfFile(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
