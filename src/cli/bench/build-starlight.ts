/**
 * Builds a project of Starlight with the Astro that is installed in it, and tells of its stages.
 * Argument: the folder of the project.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stagesOfAstro } from './astro-stages.ts';

const [root = ''] = process.argv.slice(2);
// Astro bundles below the folder that it is called in, and the bundles look for packages from there.
process.chdir(root);
const path = createRequire(join(root, 'package.json')).resolve('astro');
const { build } = (await import(pathToFileURL(path).href)) as typeof import('astro');
const stages = stagesOfAstro({
  '@astrojs/starlight': { 'astro:build:done': 'search index' },
  '@astrojs/sitemap': { 'astro:build:done': 'sitemap' },
});
await build({ root, integrations: [stages], logLevel: 'warn' });
