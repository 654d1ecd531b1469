import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { satteri } from '@astrojs/markdown-satteri';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { browserBase, siteAndBase } from './src/base-path.ts';
import { builtEdition } from './src/built-edition.ts';
import { contentRoot } from './src/content-files.ts';
import { lastChanged } from './src/exports/feeds/last-changed.ts';
import { edition } from './src/integration.ts';
import { lightPreload } from './src/light-preload.ts';
import { pathIn } from './src/routes.ts';

/** The address that the edition names; a file that cannot be read is reported when the build begins. */
function addressInFile() {
  try {
    return parse(readFileSync(`${contentRoot()}/content/edition.yaml`, 'utf8'))?.address;
  } catch {
    return undefined;
  }
}

const { site, base } = siteAndBase(process.env.EDITION_ADDRESS || addressInFile() || 'http://localhost:4321');

let changed;

/** An entry of the sitemap with the day on which the words of its page last changed, where that is known. */
function withDate(entry) {
  changed ??= lastChanged(builtEdition());
  const lastmod = changed(pathIn(entry.url, new URL(site)));
  return lastmod === undefined ? entry : { ...entry, lastmod };
}

export default defineConfig({
  site,
  base,
  // Astro remembers files of `content/` by what they say, wherever they stand: another edition has its own memory.
  ...(process.env.EDITION_ROOT && { cacheDir: join(contentRoot(), '.astro') }),
  trailingSlash: 'always',
  // White space between words is part of a text.
  compressHTML: false,
  markdown: { processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [
    edition(),
    mdx(),
    sitemap({ filter: (page) => !page.includes('/404'), serialize: withDate }),
  ],
  vite: {
    plugins: [browserBase(base), lightPreload(base), tailwindcss()],
    worker: { plugins: () => [browserBase(base)] },
  },
  // Pages wait for the disk more than for each other.
  build: { concurrency: 8 },
  devToolbar: { enabled: false },
  // Pages whose key is as it was are not drawn again: `src/page-paths.ts`.
  experimental: { incrementalBuild: true },
});
