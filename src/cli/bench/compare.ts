/**
 * `npm run bench -- --sources N`: what an edition of N invented sources costs to build and to search,
 * beside what others do with the same texts: plain pages with Pagefind as it comes, and MiniSearch.
 * `--seed` gives other sources, `--keep` keeps what was built, `--markdown` prints the summary for a
 * README. All that is built stands in a temporary folder.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { ensureBrowser, launchArguments } from '../find-browser.ts';
import { printComparison, type Subject } from './compare-report.ts';
import { runMeasured } from './measured.ts';
import { chooseQueries } from './queries.ts';
import { measureRounds } from './search-rounds.ts';
import { serve } from './server.ts';
import { readPatterns, writeSyntheticEdition } from './synthetic-edition.ts';
import { syntheticSources } from './synthetic-sources.ts';

export interface CompareOptions {
  count: number;
  seed: number;
  keep: boolean;
  markdown: boolean;
}

/** Above this a whole MiniSearch index is larger than the longest string, and of no use to a reader. */
const mostForMiniSearch = 2000;

/** @returns undefined when no number of sources is asked for. */
export function compareOptions(args: string[]): CompareOptions | undefined {
  const { values } = parseArgs({
    args,
    options: {
      sources: { type: 'string' },
      seed: { type: 'string', default: '1' },
      keep: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
    strict: false,
  });
  if (values.sources === undefined) return undefined;
  const count = Number(values.sources);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`--sources ${String(values.sources)}: write a number of sources, like 100.`);
  return { count, seed: Number(values.seed), keep: values.keep === true, markdown: values.markdown === true };
}

/** Builds and measures everything, and prints it. */
export async function compare({ count, seed, keep, markdown }: CompareOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await writeSyntheticEdition(join(folder, 'edition'), { root: '.', count, seed });
    const kinds = chooseQueries(syntheticSources(await readPatterns('.'), count, seed), count);
    const texts = [String(count), String(seed)];
    const ours = join(folder, 'dist');
    const plain = join(folder, 'plain');

    const load = loadavg()[0]?.toFixed(1) ?? '';
    console.log(`Building ${String(count)} sources in ${folder}; load before it ${load} …`);
    const subjects: Omit<Subject, 'rounds'>[] = [
      {
        name: 'this edition',
        site: ours,
        path: '/search/',
        index: ['pagefind/**/*', 'search/**/*.{json,words}'],
        build: await runMeasured(script('build-edition'), [ours, join(folder, 'cache')], {
          EDITION_ROOT: join(folder, 'edition'),
          // The others make none.
          EDITION_BOOKS: 'none',
          EDITION_ADDRESS: 'https://example.org',
          ASTRO_TELEMETRY_DISABLED: '1',
        }),
      },
      {
        name: 'plain pages, Pagefind',
        site: plain,
        path: '/search/',
        index: ['pagefind/**/*'],
        build: await runMeasured(script('build-plain'), [plain, ...texts]),
      },
    ];
    if (count <= mostForMiniSearch)
      subjects.push({
        name: 'plain pages, MiniSearch',
        site: plain,
        path: '/minisearch/',
        index: ['minisearch.json'],
        build: await runMeasured(script('build-minisearch'), [plain, ...texts]),
      });

    const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments });
    const measured: Subject[] = [];
    try {
      for (const subject of subjects) {
        if (subject.build.failure !== undefined) {
          console.log(`${subject.name}: the build failed.\n${subject.build.failure}`);
          continue;
        }
        const server = await serve(subject.site);
        measured.push({ ...subject, rounds: await measureRounds(browser, server, subject.path, kinds) });
        server.close();
      }
    } finally {
      await browser.close();
    }
    printComparison(measured, { count, kinds, markdown });
  } finally {
    if (keep) console.log(`\nKept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

function script(name: string): string {
  return fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
}
