/**
 * Writes the same texts as plain pages, one for each source, and indexes them with Pagefind's own command.
 * Arguments: the folder to write to, the number of sources, the seed.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginStage } from './measured.ts';
import { pagefindSearch, plainPage } from './plain-pages.ts';
import { readPatterns } from './synthetic-edition.ts';
import { syntheticSources } from './synthetic-sources.ts';

const [folder = '', count, seed] = process.argv.slice(2);
beginStage('pages');
const write = async (name: string, html: string) => {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'index.html'), html);
};
for (const source of syntheticSources(await readPatterns('.'), Number(count), Number(seed)))
  await write(source.id, plainPage(source));
await write('search', pagefindSearch);

beginStage('search index');
const command = fileURLToPath(new URL('runner/bin.cjs', import.meta.resolve('pagefind')));
const { status } = spawnSync(process.execPath, [command, '--site', folder], { stdio: 'inherit' });
process.exitCode = status ?? 1;
