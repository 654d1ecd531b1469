/**
 * Builds a project of Hugo and indexes its pages with Pagefind's own command.
 * Arguments: the folder of the project, the folder to write to.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beginStage } from './measured.ts';

const [root = '', folder = ''] = process.argv.slice(2);
beginStage('pages');
const options = ['--source', root, '--destination', folder, '--cleanDestinationDir'];
const hugo = spawnSync('hugo', options, { stdio: 'inherit' });
if (hugo.status === 0) {
  beginStage('search index');
  const command = fileURLToPath(new URL('runner/bin.cjs', import.meta.resolve('pagefind')));
  const { status } = spawnSync(process.execPath, [command, '--site', folder], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else process.exitCode = hugo.status ?? 1;
