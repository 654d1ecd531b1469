/** Builds other sites than that in `dist/`, one after the other: Astro keeps its half-made files in one place. */
import { execFile } from 'node:child_process';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryFile } from './dist.ts';

/** A folder that only one worker can make at a time. */
const lock = join(repositoryFile('node_modules'), '.site-test-build');
/** Milliseconds after which a lock is that of a run that was broken off. */
const stale = 300_000;

/**
 * Runs `npm run build`. @returns what it said.
 * @throws as `execFile()` does, with `stdout` and `stderr`, where the build fails.
 */
export async function buildSite(outDir: string, env: NodeJS.ProcessEnv): Promise<string> {
  while (
    !(await mkdir(lock).then(
      () => true,
      () => false,
    ))
  ) {
    const made = await stat(lock).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > stale) await rm(lock, { recursive: true, force: true });
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
  }
  try {
    const { stdout } = await promisify(execFile)('npm', ['run', 'build', '--', '--outDir', outDir], {
      env: { ...process.env, ...env },
      maxBuffer: 2 ** 26,
      shell: process.platform === 'win32',
    });
    return stdout;
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}
