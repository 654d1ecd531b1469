/**
 * `npm run bench`: prints what pages, fonts, search and the build cost, beside their budgets.
 * It measures and never judges: the exit code is 0 even over a budget. `--builds` and `--sources` measure
 * invented editions instead (`builds.ts`, `compare.ts`); `--help` says more.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { ensureBrowser, launchArguments } from '../find-browser.ts';
import { measureBuilds } from './builds.ts';
import { compare } from './compare.ts';
import { costsOfActs } from './on-demand.ts';
import { HELP, parseOptions, type EditionOptions } from './options.ts';
import { weighPage, weighReadingPage, type ReadingWeight } from './pages.ts';
import { costOf, queriesFrom } from './search.ts';
import { serve, type CountingServer } from './server.ts';
import { kilobytes, table, verdict } from './table.ts';

const dist = resolve('dist');
const budgets = { script: 6_000, fonts: 35_000, search: 125_000, buildSeconds: 5 };

/** The paths of the pages that a pattern finds in `dist/`. */
function paths(pattern: string): string[] {
  const files = globSync(pattern, { cwd: dist, exclude: ['pagefind'] });
  return files.map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`).sort();
}

/** Builds the site and prints how long that takes. */
function build(): void {
  const start = performance.now();
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    shell: process.platform === 'win32',
  });
  const seconds = (performance.now() - start) / 1000;
  if (status === 0)
    console.log(
      `Build: ${seconds.toFixed(1)} s (budget ${budgets.buildSeconds} s: ${verdict(seconds, budgets.buildSeconds)})`,
    );
  else console.log(`The build failed; what follows measures what stood in dist/ before.\n${stderr}`);
}

/** Prints the reading pages beside their budgets. */
function printReading(pages: ReadingWeight[]): void {
  const head = [
    'Reading page, cold, brotli',
    'text KB',
    'KB',
    'budget',
    '',
    'script KB',
    'budget',
    '',
    'fonts KB',
    'budget',
    '',
  ];
  const rows = pages.map(({ path, text, bytes, budget, script, fonts }) => [
    path,
    kilobytes(text),
    kilobytes(bytes),
    kilobytes(budget),
    verdict(bytes, budget),
    kilobytes(script),
    kilobytes(budgets.script),
    verdict(script, budgets.script),
    kilobytes(fonts),
    kilobytes(budgets.fonts),
    verdict(fonts, budgets.fonts),
  ]);
  console.log(`\n${table(head, rows)}`);
}

/** Measures and prints the first result of each query. */
async function printSearch(browser: Browser, server: CountingServer, queries: string[]): Promise<void> {
  const rows: string[][] = [];
  for (const query of queries) {
    const cost = await costOf(browser, server, query);
    if (!cost) continue;
    rows.push([
      query,
      kilobytes(cost.bytes),
      kilobytes(budgets.search),
      verdict(cost.bytes, budgets.search),
      kilobytes(cost.fonts),
      String(cost.requests),
      cost.milliseconds.toFixed(0),
      cost.slowMilliseconds.toFixed(0),
    ]);
  }
  const head = [
    'First search result, cold, brotli',
    'KB',
    'budget',
    '',
    'fonts KB',
    'requests',
    'ms',
    'ms on slow 4G',
  ];
  console.log(`\n${table(head, rows)}`);
}

/** Measures and prints what readers ask for on a page that they have. */
async function printActs(browser: Browser, server: CountingServer, [first]: ReadingWeight[]): Promise<void> {
  if (!first) return;
  const words = first.paragraphs.slice(5, 7).join(' ');
  const costs = await costsOfActs(browser, server, first.path, words);
  const rows = costs.map(({ act, bytes, requests, milliseconds }) => [
    act,
    kilobytes(bytes),
    String(requests),
    milliseconds.toFixed(0),
  ]);
  console.log(`\n${table(['On demand, after the page, brotli', 'KB', 'requests', 'ms'], rows)}`);
}

/** Weighs and prints every page. */
async function printPages(browser: Browser, server: CountingServer): Promise<void> {
  const rows: string[][] = [];
  for (const path of paths('**/*.html')) {
    const { bytes, script, fonts, sent } = await weighPage(browser, server, path);
    rows.push([path, kilobytes(bytes), kilobytes(script), kilobytes(fonts), String(sent.length)]);
  }
  console.log(`\n${table(['Every page, cold, brotli', 'KB', 'script KB', 'fonts KB', 'requests'], rows)}`);
}

/** Measures the edition itself. */
async function bench(options: EditionOptions): Promise<void> {
  if (options.build) build();
  if (!existsSync(dist)) return console.log('There is no site in dist/ to measure.');
  const server = await serve(dist);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments });
  try {
    const reading: ReadingWeight[] = [];
    for (const path of paths('sources/*/index.html'))
      reading.push(await weighReadingPage(browser, server, path));
    printReading(reading);
    await printSearch(browser, server, queriesFrom(reading.flatMap(({ paragraphs }) => paragraphs)));
    await printActs(browser, server, reading);
    if (options.pages) await printPages(browser, server);
    console.log('\nKB are 1,000 bytes of bodies as sent, fonts apart. Times are of this machine.');
  } finally {
    await browser.close();
    server.close();
  }
}

/** Measures what is asked for. */
async function run(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.measure === 'nothing') console.log(HELP);
  else if (options.measure === 'builds') await measureBuilds(options);
  else if (options.measure === 'search') await compare(options);
  else await bench(options);
}

await run().catch((error: unknown) => {
  console.error(`The measurement stopped: ${(error as Error).message}`);
});
