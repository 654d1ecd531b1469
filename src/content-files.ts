import { readdir, readFile } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import type { RawEdition, RawFile, RawNote, RawSource } from './edition/raw.ts';

/** The folder that holds `content/`: the project's own, or the one that `EDITION_ROOT` names. */
export function contentRoot(): string {
  return resolve(process.env['EDITION_ROOT'] ?? '.');
}

/**
 * Reads the files of an edition below `root`, the folder that holds `content/`.
 * @throws when `content/edition.yaml` or a source's `source.yaml` or `text.md` cannot be read.
 */
export async function readContent(root: string): Promise<RawEdition> {
  const read = async (file: string): Promise<RawFile> => ({
    file,
    text: await readFile(join(root, file), 'utf8'),
  });
  const readIfThere = async (file: string) => read(file).catch(ignoreMissing);
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
      names.map(async (name) => [name, new Uint8Array(await readFile(join(root, folder, name)))] as const),
    );
    return { id, folder, header, text, apparatus, ledger, witnesses: new Map(witnesses) };
  }

  async function notesOn(sourceId: string): Promise<RawNote[]> {
    const folder = posix.join('content/notes', sourceId);
    const names = (await list(folder))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.mdx'))
      .map(({ name }) => name);
    return Promise.all(
      names.sort().map(async (name) => ({
        sourceId,
        id: name.slice(0, -'.mdx'.length),
        file: await read(`${folder}/${name}`),
      })),
    );
  }

  const folders = async (folder: string) =>
    (await list(folder))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  const [header, bibliography, ledger, sources, notes] = await Promise.all([
    read('content/edition.yaml'),
    readIfThere('content/bibliography.json'),
    readIfThere('content/ledger.json'),
    folders('content/sources').then((ids) => Promise.all(ids.map(source))),
    folders('content/notes').then((ids) => Promise.all(ids.map(notesOn))),
  ]);
  return { header, bibliography, ledger, sources, notes: notes.flat() };
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
