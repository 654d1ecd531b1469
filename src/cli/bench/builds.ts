/**
 * `npm run bench -- --builds N,N…`: what builds of invented editions of N sources cost, beside others'
 * generators with the same texts. What is measured stands on standard output as Markdown, all else on
 * standard error. All that is built stands in a temporary folder.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildsReport, titles, type BuildsMeasured, type MeasuredBuild } from './builds-report.ts';
import { runMeasured } from './measured.ts';
import type { BuildsOptions } from './options.ts';
import { filesThatDiffer } from './same-files.ts';
import { sizeOf } from './size.ts';
import { buildEdition, script, subjects, type EditionFolders, type Site, type Subject } from './subjects.ts';
import { changeOneWord } from './synthetic-edit.ts';
import { writeSyntheticEdition } from './synthetic-edition.ts';

/** Builds and measures everything, and prints it. */
export async function measureBuilds(options: BuildsOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const measured: BuildsMeasured = { built: [], builds: [], notMeasured: [], comparisons: [] };
  try {
    const found: Subject[] = [];
    for (const name of options.only) {
      console.error(`Looking for ${name} …`);
      await subjects[name](folder).then(
        (subject) => found.push(subject),
        (error: unknown) => notMeasured(measured, titles[name], (error as Error).message),
      );
    }
    measured.built = found.map(({ versions }) => versions);
    for (const count of found.length > 0 ? options.sizes : []) {
      const room = join(folder, String(count));
      await measureSize(found, count, room, options, measured);
      if (!options.keep) await rm(room, { recursive: true, force: true });
    }
    console.log(buildsReport(measured));
  } finally {
    if (options.keep) console.error(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

function notMeasured({ notMeasured: reasons }: BuildsMeasured, what: string, why: string): void {
  const reason = why.trim().split('\n').slice(-12).join('\n');
  console.error(`${what}: not measured: ${reason}`);
  const [first = ''] = why.split('\n').filter((line) => /error/i.test(line));
  reasons.push({ what, why: first.trim() || (reason.split('\n')[0] ?? '') });
}

async function measureSize(
  found: readonly Subject[],
  count: number,
  room: string,
  { seed, edit }: BuildsOptions,
  measured: BuildsMeasured,
): Promise<void> {
  const folders = { edition: join(room, 'sources'), markdown: join(room, 'markdown'), room };
  await writeSyntheticEdition(folders.edition, { root: '.', count, seed });
  await writeMarkdown(folders);
  const sites: (Subject & { site: Site })[] = [];
  for (const subject of found) {
    const site = await subject.prepare(folders);
    if (await measureBuild(subject, site, { count, afterEdit: false }, measured))
      sites.push({ ...subject, site });
  }
  if (!edit) return;
  const id = await changeOneWord(folders.edition, { root: '.', count, seed });
  await writeMarkdown(folders);
  for (const { site, ...subject } of sites) {
    await site.update(id);
    const isBuilt = await measureBuild(subject, site, { count, afterEdit: true }, measured);
    if (isBuilt && subject.name === 'edition') await compareWithClean(folders, site.dist, count, measured);
  }
}

async function writeMarkdown({ edition, markdown }: EditionFolders): Promise<void> {
  const { failure } = await runMeasured(script('write-markdown'), [edition, markdown]);
  if (failure !== undefined) throw new Error(failure);
}

/** @returns whether it could be built. */
async function measureBuild(
  { name }: Subject,
  { build, dist }: Site,
  { count, afterEdit }: Pick<MeasuredBuild, 'count' | 'afterEdit'>,
  measured: BuildsMeasured,
): Promise<boolean> {
  const title = titles[name];
  const [load = 0] = loadavg();
  const said = `${title}, ${String(count)} sources${afterEdit ? ', after one edit' : ''}`;
  console.error(`${said}; load before it ${load.toFixed(1)} …`);
  const { failure, ...one } = await build();
  if (failure === undefined)
    measured.builds.push({ ...one, title, afterEdit, count, load, ...sizeOf(dist, '**/*') });
  else notMeasured(measured, said, failure);
  return failure === undefined;
}

/** Builds the edition as it now is in another folder, with nothing remembered, and compares every file. */
async function compareWithClean(
  { edition, room }: EditionFolders,
  dist: string,
  count: number,
  measured: BuildsMeasured,
): Promise<void> {
  const [copy, clean] = [join(room, 'copy'), join(room, 'clean')];
  await cp(join(edition, 'content'), join(copy, 'content'), { recursive: true });
  console.error(`Comparing with a build of ${String(count)} sources from nothing …`);
  const { failure } = await buildEdition(copy, clean);
  if (failure !== undefined) return notMeasured(measured, 'the build from nothing', failure);
  measured.comparisons.push({
    count,
    files: sizeOf(clean, '**/*').files,
    differ: await filesThatDiffer(dist, clean),
  });
}
