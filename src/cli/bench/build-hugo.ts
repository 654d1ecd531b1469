/**
 * Builds a project of Hugo and indexes its pages with Pagefind's own command.
 * Arguments: the folder of the project, the folder to write to.
 */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beginStage } from './measured.ts';

const [root = '', folder = ''] = process.argv.slice(2);
beginStage('pages');
// Hugo leaves what others have written there.
await rm(folder, { recursive: true, force: true });
const hugo = spawnSync('hugo', ['--source', root, '--destination', folder], { stdio: 'inherit' });
if (hugo.status === 0) {
  beginStage('search index');
  const command = fileURLToPath(new URL('runner/bin.cjs', import.meta.resolve('pagefind')));
  const { status } = spawnSync(process.execPath, [command, '--site', folder], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else process.exitCode = hugo.status ?? 1;
