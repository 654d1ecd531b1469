/**
 * `npm run bench -- --sources N`: what an edition of N invented sources costs to search, beside what others
 * do with the same texts: plain pages with Pagefind as it comes, and MiniSearch. All that is built stands
 * in a temporary folder.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureBrowser, launchArguments } from '../find-browser.ts';
import { printComparison, type Subject } from './compare-report.ts';
import { runMeasured } from './measured.ts';
import type { SearchOptions } from './options.ts';
import { chooseQueries } from './queries.ts';
import { measureRounds } from './search-rounds.ts';
import { serve } from './server.ts';
import { buildEdition, script } from './subjects.ts';
import { readPatterns, writeSyntheticEdition } from './synthetic-edition.ts';
import { syntheticSources } from './synthetic-sources.ts';

/** Above this a whole MiniSearch index is larger than the longest string, and of no use to a reader. */
const mostForMiniSearch = 2000;

/** Builds and measures everything, and prints it. */
export async function compare({ count, seed, keep, markdown }: SearchOptions): Promise<void> {
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
        build: await buildEdition(join(folder, 'edition'), ours),
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
