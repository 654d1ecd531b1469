/** The built site as files, and what its pages say of themselves. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
if (!existsSync(join(dist, 'index.html')))
  throw new Error('There is no site in dist/: run `npm run build` first.');

/** Every page of the site by its path, e.g. `/about/`; `/404.html` keeps its name. */
export const paths: string[] = globSync('**/*.html', { cwd: dist, exclude: ['pagefind'] })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

/** The reading pages, with the id of each source. */
export const readingPages: { path: string; id: string }[] = paths.flatMap((path) => {
  const id = /^\/sources\/([^/]+)\/$/.exec(path)?.[1];
  return id ? [{ path, id }] : [];
});

/** The file that a static server sends for a path, from the top of `dist/`. */
export function fileOf(path: string): string | undefined {
  const file = decodeURI(path).replace(/\/$/, '/index.html');
  const stats = statSync(join(dist, file), { throwIfNoEntry: false });
  return stats?.isFile() ? file : undefined;
}

/** The text of a file of `dist/`. */
export function textOf(path: string): string {
  return readFileSync(join(dist, fileOf(path) ?? path), 'utf8');
}

/** A file or folder of the repository, by its full path. */
export function repositoryFile(path: string): string {
  return join(root, path);
}

/** The text of a file of the repository. */
export function repositoryText(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The type of a page: the first folder of its path and its depth, as a pattern of paths. */
export function typeOf(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  return `/${first}${rest.map((part) => (part === '' ? '/' : '/*')).join('')}`;
}

/** The longest page of each type. */
export const pageTypes: string[] = [...Map.groupBy(paths, typeOf).values()].flatMap((same) =>
  same.toSorted((a, b) => textOf(b).length - textOf(a).length).slice(0, 1),
);

/** What one page says, in the HTML that is served. */
export interface PageFacts {
  title: string;
  description: string | null;
  canonical: string | null;
  lang: string;
  headings: number;
  /** Whether search engines are asked to leave the page out. */
  noindex: boolean;
  /** Whether the page only sends its readers on. */
  redirects: boolean;
  ids: string[];
  /** Addresses as written, links that readers follow and files that the page loads. */
  links: string[];
  loads: string[];
}

/** Reads the facts of one page; runs in a browser, whose parser is the one that counts. */
function readFacts(html: string): PageFacts {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const all = (selector: string, attribute: string): string[] =>
    [...page.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '');
  const content = (selector: string): string | null =>
    page.querySelector(selector)?.getAttribute('content') ?? null;
  const rel = (names: string): string =>
    names
      .split(' ')
      .map((name) => `link[rel~=${name}]`)
      .join();
  return {
    title: page.title,
    description: content('meta[name=description]'),
    canonical: page.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
    lang: page.documentElement.lang,
    headings: page.querySelectorAll('h1').length,
    noindex: /noindex/.test(content('meta[name=robots]') ?? ''),
    redirects: page.querySelector('meta[http-equiv=refresh i]') !== null,
    ids: all('[id]', 'id'),
    links: [
      ...all('a[href], area[href]', 'href'),
      ...all('form[action]', 'action'),
      ...all(rel('canonical alternate prev next sitemap license'), 'href'),
      ...all('meta[property="og:image"], meta[property="og:url"]', 'content'),
    ],
    loads: [
      ...all('[src]', 'src'),
      ...all(rel('stylesheet icon preload modulepreload manifest apple-touch-icon'), 'href'),
      ...all('[srcset]', 'srcset').flatMap((set) =>
        set.split(',').map((one) => one.trim().split(/\s/)[0] ?? ''),
      ),
    ],
  };
}

/** The facts of every page, by path. */
export async function factsOfAll(browser: Browser): Promise<Map<string, PageFacts>> {
  const page = await browser.newPage();
  const facts = new Map<string, PageFacts>();
  for (const path of paths) facts.set(path, await page.evaluate(readFacts, textOf(path)));
  await page.close();
  return facts;
}

/** The addresses that the sitemap lists. */
export function sitemapAddresses(): string[] {
  const files = globSync('sitemap*.xml', { cwd: dist });
  const xml = files
    .map((file) => readFileSync(join(dist, file), 'utf8'))
    .filter((text) => text.includes('<urlset'));
  return xml.flatMap((text) =>
    [...text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)].map((match) => match[1] ?? ''),
  );
}
