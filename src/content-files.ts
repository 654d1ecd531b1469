import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import {
  recordFolders,
  type RawEdition,
  type RawEntity,
  type RawFile,
  type RawNote,
  type RawRecord,
  type RawSource,
  type RecordFolder,
} from './edition/raw.ts';
import { someAtOnce } from './edition/some-at-once.ts';
import { entityFolders, type EntityFolder } from './schemas/entity-kinds.ts';

/** The folder that holds `content/`: the project's own, or the one that `EDITION_ROOT` names. */
export function contentRoot(): string {
  return resolve(process.env['EDITION_ROOT'] ?? '.');
}

/** So many folders or files are read at a time: a system keeps only so many open. */
const atOnce = 50;

interface ReadFile {
  /** The times and the size that it had, where they are remembered. */
  stamp: string | undefined;
  bytes: Uint8Array;
  decoded: RawFile | undefined;
}

/** Files that were read before, by path. */
export type FileMemory = Map<string, ReadFile>;

/**
 * Reads the files of an edition below `root`, the folder that holds `content/`.
 * A file that is missing or not UTF-8 has a fault; only what the system refuses is thrown.
 * @param before what was read before: of a file that has not changed since, the same object is given.
 */
export async function readContent(root: string, before?: FileMemory): Promise<RawEdition> {
  const bytesOf = async (file: string): Promise<ReadFile> => {
    const path = join(root, file);
    const stamp = before && stampOf(await stat(path));
    const known = before?.get(path);
    if (known && known.stamp === stamp) return known;
    const read = { stamp, bytes: new Uint8Array(await readFile(path)), decoded: undefined };
    before?.set(path, read);
    return read;
  };
  const read = async (file: string): Promise<RawFile> =>
    (await readIfThere(file)) ?? {
      file,
      text: '',
      fault: {
        code: 'file-missing',
        place: { file },
        fact: 'This file is missing.',
        action: 'Write it, or remove the folder that needs it.',
      },
    };
  const readIfThere = async (file: string): Promise<RawFile | undefined> => {
    const found = await bytesOf(file).catch(ignoreMissing);
    return found && (found.decoded ??= decode(file, found.bytes));
  };
  const list = async (folder: string) =>
    (await readdir(join(root, folder), { withFileTypes: true }).catch(ignoreMissing)) ?? [];

  async function source(id: string): Promise<RawSource> {
    const folder = posix.join('content/sources', id);
    const [header, text, apparatus, ledger, files] = await Promise.all([
      read(`${folder}/source.yaml`),
      read(`${folder}/text.md`),
      readIfThere(`${folder}/apparatus.yaml`),
      readIfThere(`${folder}/ledger.json`),
      list(folder),
    ]);
    const names = files
      .filter((entry) => entry.isFile() && !/\.(?:yaml|md|json)$/.test(entry.name))
      .map(({ name }) => name);
    const witnesses = await Promise.all(
      names.map(async (name) => [name, (await bytesOf(`${folder}/${name}`)).bytes] as const),
    );
    return { id, folder, header, text, apparatus, ledger, witnesses: new Map(witnesses) };
  }

  /** The files of a folder whose names end in `ext`, each with the id that its name gives. */
  async function filesIn(folder: string, ext: string): Promise<{ id: string; file: RawFile }[]> {
    const names = (await list(folder))
      .filter((entry) => entry.isFile() && entry.name.endsWith(ext))
      .map(({ name }) => name);
    return someAtOnce(names.sort(), atOnce, async (name) => ({
      id: name.slice(0, -ext.length),
      file: await read(`${folder}/${name}`),
    }));
  }

  async function notesOn(sourceId: string): Promise<RawNote[]> {
    const files = await filesIn(posix.join('content/notes', sourceId), '.mdx');
    return files.map((file) => ({ sourceId, ...file }));
  }

  async function entitiesIn(folder: EntityFolder): Promise<RawEntity[]> {
    const files = await filesIn(posix.join('content', folder), '.yaml');
    return files.map((file) => ({ folder, ...file }));
  }

  async function recordsIn(folder: RecordFolder): Promise<RawRecord[]> {
    const files = await filesIn(posix.join('content', folder), recordFolders[folder]);
    return files.map((file) => ({ folder, ...file }));
  }

  const folders = async (folder: string) =>
    (await list(folder))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  const [header, bibliography, ledger, sources, notes, entities, records, pages] = await Promise.all([
    read('content/edition.yaml'),
    readIfThere('content/bibliography.json'),
    readIfThere('content/ledger.json'),
    folders('content/sources').then((ids) => someAtOnce(ids, atOnce, source)),
    folders('content/notes').then((ids) => someAtOnce(ids, atOnce, notesOn)),
    Promise.all((Object.keys(entityFolders) as EntityFolder[]).map(entitiesIn)),
    Promise.all((Object.keys(recordFolders) as RecordFolder[]).map(recordsIn)),
    filesIn('content/pages', '.mdx'),
  ]);
  return {
    header,
    bibliography,
    ledger,
    sources,
    notes: notes.flat(),
    entities: entities.flat(),
    records: records.flat(),
    pages: pages.map(({ file }) => file),
  };
}

function stampOf({ mtimeMs, ctimeMs, size }: { mtimeMs: number; ctimeMs: number; size: number }): string {
  return [mtimeMs, ctimeMs, size].join(' ');
}

/** Text of an editor’s file: UTF-8, with any line ends. */
function decode(file: string, bytes: Uint8Array): RawFile {
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { file, text };
  } catch {
    const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
    return {
      file,
      text,
      fault: {
        code: 'file-encoding',
        place: { file, line },
        fact: 'This line holds bytes that are not UTF-8.',
        action: 'Save the file as UTF-8.',
      },
    };
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
