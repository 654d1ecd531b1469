import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder that patterns find, and their bytes. */
export function sizeOf(folder: string, ...patterns: string[]): { files: number; bytes: number } {
  const sizes = globSync(patterns, { cwd: folder })
    .map((file) => statSync(join(folder, file)))
    .filter((stats) => stats.isFile())
    .map(({ size }) => size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
