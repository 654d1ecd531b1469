import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { someAtOnce } from './edition/some-at-once.ts';

/** What pages are made with, besides `content/`. */
const parts = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

/** Another string for every other state of the code, the packages and the program that runs them. */
export async function codeDigest(): Promise<string> {
  const files = (await Promise.all(parts.map(filesBelow))).flat().sort();
  const contents = await someAtOnce(files, 20, (file) => readFile(file));
  const hash = createHash('sha256').update(process.version);
  for (const [index, bytes] of contents.entries())
    hash.update(`\n${files[index] ?? ''} ${String(bytes.length)}\n`).update(bytes);
  return hash.digest('base64url');
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}
