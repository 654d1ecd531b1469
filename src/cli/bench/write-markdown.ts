/**
 * Writes the sources of an edition as Markdown pages, and a page that links to them.
 * Arguments: the folder that holds its `content/`, the folder to write to.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readContent } from '../../content-files.ts';
import { assemble } from '../../edition/assemble.ts';
import { contentsPage, markdownPage } from './markdown-page.ts';

const [root = '', folder = ''] = process.argv.slice(2);
const { edition } = assemble(await readContent(root));
if (!edition) throw new Error(`The edition in ${root} cannot be read.`);
await mkdir(join(folder, 'sources'), { recursive: true });
await writeFile(join(folder, 'index.md'), contentsPage(edition.sources));
const site = new URL('https://example.org');
for (const source of edition.sources)
  await writeFile(join(folder, 'sources', `${source.id}.md`), markdownPage(source, site));
