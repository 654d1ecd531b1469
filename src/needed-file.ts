import { readFile } from 'node:fs/promises';

/**
 * Reads a file that comes with the project or one of its packages.
 * @param file its path from the folder of the project.
 * @param action how to get it, for who has it not.
 * @throws Error that names the file and says what to do.
 */
export async function readNeeded(file: string, action = 'Run `npm install`.'): Promise<Buffer<ArrayBuffer>> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const fact = code === 'ENOENT' ? 'is missing' : `cannot be read (${code ?? String(error)})`;
    throw new Error(`${file} ${fact}. ${action}`, { cause: error });
  }
}
