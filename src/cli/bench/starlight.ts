/** The same texts as a site of Starlight, which is no dependency of the project: npm brings it when asked. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The newest that work together. What they need in their turn is what npm finds. */
const versions = { '@astrojs/starlight': '0.42.4', astro: '7.3.5' };

/**
 * As Starlight comes, but for its sidebar. By default that has a link to every page on every page, so
 * that a site of ten times the pages would take a hundred times the room.
 */
const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.org',
  integrations: [starlight({ title: 'Sources', sidebar: [{ label: 'Sources', link: '/' }] })],
});
`;

const collections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Makes a project and installs what it needs. @throws Error where npm cannot. */
export async function installStarlight(folder: string): Promise<void> {
  await mkdir(join(folder, 'src'), { recursive: true });
  const description = {
    private: true,
    type: 'module',
    dependencies: versions,
    allowScripts: { esbuild: true },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(description));
  await writeFile(join(folder, 'astro.config.mjs'), config);
  await writeFile(join(folder, 'src', 'content.config.mjs'), collections);
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder], {
    cwd: folder,
    shell: process.platform === 'win32',
  });
}

/** `Starlight 0.42.4 (Astro 7.3.5, Pagefind 1.6.0)`, as installed. */
export async function nameOfStarlight(folder: string): Promise<string> {
  const version = async (name: string) => {
    const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  };
  const [starlight, astro, pagefind] = await Promise.all(
    ['@astrojs/starlight', 'astro', 'pagefind'].map(version),
  );
  return `Starlight ${starlight ?? ''} (Astro ${astro ?? ''}, Pagefind ${pagefind ?? ''})`;
}

/** Puts other pages into the project, which then remembers nothing of those before. */
export async function fillStarlight(folder: string, markdown: string): Promise<string> {
  const content = join(folder, 'src', 'content', 'docs');
  for (const path of [
    content,
    ...['dist', '.astro', 'node_modules/.astro'].map((name) => join(folder, name)),
  ])
    await rm(path, { recursive: true, force: true });
  await cp(markdown, content, { recursive: true });
  return content;
}
