/** What `npm run bench -- --builds` prints, in Markdown. */
import type { Measured } from './measured.ts';
import { markdownTable, megabytes, verdict } from './table.ts';

export interface MeasuredBuild extends Omit<Measured, 'failure'> {
  /** What was built. */
  title: string;
  /** Whether it had been built before, and then one word was changed. */
  afterEdit: boolean;
  /** The number of sources. */
  count: number;
  files: number;
  bytes: number;
  /** Of the machine, before it began. */
  load: number;
}

export interface BuildsMeasured {
  /** What was built, with versions. */
  built: string[];
  builds: MeasuredBuild[];
  notMeasured: { what: string; why: string }[];
  /** Builds after one edit beside builds from nothing: the files of each, and those that are not the same. */
  comparisons: { count: number; files: number; differ: string[] }[];
}

export const titles = { edition: 'this edition', starlight: 'Starlight', hugo: 'Hugo' };

const notes = [
  'All build the same texts, with the author’s and the editor’s notes. The others make a page of each source, with its notes as footnotes, a list of the sources and a search of whole pages. This edition makes pages of notes, entities, topics and comparisons besides, registers, files to take away (TEI, JSON, Markdown, plain text, annotations, citations, Distributed Text Services), an archive of them, and a search and addresses of single paragraphs; no EPUB and no PDF here.',
  'Starlight is as it comes, but that its sidebar has one link (by default it has a link to every page on every page); it renders Markdown with its collections. Hugo has a bare template and Pagefind’s own command. Their Markdown is written before and not counted.',
  'Files and MB (1,000,000 bytes) are all that is written to be published. Memory is the most that all processes of a build held at one time (resident; what two share counts twice), looked at every 0.15 s, with the stage that had it. Processor seconds are of all processors; other work of the machine lengthens them little.',
  'Growth is the time of the build by that of the same with fewer sources, the row before; in brackets the growth of the sources.',
  'The search index of this edition is made beside its archive, so these two overlap.',
];

/** The most that this edition should need, by the number of sources. */
const budgets = new Map<number, { seconds?: number; timesStarlight?: number; bytes?: number }>([
  [2, { seconds: 5 }],
  [1000, { timesStarlight: 0.5, bytes: 1_500_000_000 }],
]);

/** @returns the tables, what was compared or could not be measured, and what all of it means. */
export function buildsReport(measured: BuildsMeasured): string {
  const missing = measured.notMeasured.map(({ what, why }) => `${what}: not measured: ${why}`);
  if (measured.builds.length === 0) return listOf(missing);
  const builds = [...Map.groupBy(measured.builds, nameOf).values()].flat();
  const loads = builds.map(({ load }) => load);
  const lines = [
    ...missing,
    ...measured.comparisons.map(comparison),
    ...budgetLines(builds),
    `Built: ${measured.built.join('; ')}. Load of the machine before each build: ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.`,
    ...notes,
  ];
  return [growthTable(builds), stagesTable(builds), listOf(lines)].join('\n\n');
}

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function nameOf({ title, afterEdit }: MeasuredBuild): string {
  return afterEdit ? `${title}, after one edit` : title;
}

function growthTable(builds: readonly MeasuredBuild[]): string {
  const rows = builds.map((build, index) => [
    nameOf(build),
    String(build.count),
    String(build.files),
    megabytes(build.bytes),
    build.seconds.toFixed(1),
    (build.seconds / build.count).toFixed(3),
    growth(build, builds[index - 1]),
    build.processor < 1 ? '<1' : build.processor.toFixed(0),
    memory(build),
  ]);
  const head = ['Build', 'Sources', 'Files', 'MB', 's', 's a source', 'Growth', 'Processor s', 'Memory, MB'];
  return markdownTable(head, rows);
}

/** The most at one time, and the stage that had it; a dash where the system cannot tell. */
function memory({ peak, stages }: MeasuredBuild): string {
  if (peak === 0) return '–';
  const stage = stages.find((one) => one.peak === peak);
  return (peak / 1_000_000).toFixed(0) + (stage ? ` (${stage.name})` : '');
}

/** @param before the row before, which may be of something else. */
function growth(build: MeasuredBuild, before: MeasuredBuild | undefined): string {
  if (!before || nameOf(before) !== nameOf(build)) return '';
  const ofSources = String(Number((build.count / before.count).toFixed(1)));
  return `${(build.seconds / before.seconds).toFixed(1)} (${ofSources})`;
}

/** The seconds of each stage; those that are nowhere long enough to be seen are left out. */
function stagesTable(builds: readonly MeasuredBuild[]): string {
  const stages = builds.flatMap((build) => build.stages);
  const names = [...new Set(stages.filter(({ seconds }) => seconds >= 0.05).map(({ name }) => name))];
  const rows = builds.map((build) => [
    nameOf(build),
    String(build.count),
    ...names.map((name) => build.stages.find((stage) => stage.name === name)?.seconds.toFixed(1) ?? ''),
  ]);
  return markdownTable(['Stages, s', 'Sources', ...names], rows);
}

function comparison({ count, files, differ }: BuildsMeasured['comparisons'][number]): string {
  const what = `After one edit of ${String(count)} sources`;
  if (differ.length === 0)
    return `${what}, all ${String(files)} files of this edition are byte for byte those of a build from nothing.`;
  const first = differ.slice(0, 5).join(', ') + (differ.length > 5 ? ', …' : '');
  return `${what}, ${String(differ.length)} files of this edition ARE NOT those of a build from nothing: ${first}`;
}

function budgetLines(builds: readonly MeasuredBuild[]): string[] {
  const full = builds.filter(({ afterEdit }) => !afterEdit);
  return full.flatMap(({ title, count, seconds, peak }) => {
    const budget = title === titles.edition ? budgets.get(count) : undefined;
    if (!budget) return [];
    const starlight = full.find((other) => other.title === titles.starlight && other.count === count);
    const most = budget.seconds ?? (starlight && starlight.seconds * (budget.timesStarlight ?? Infinity));
    const ofTime = most && `${most.toFixed(1)} s (${verdict(seconds, most)})`;
    const ofMemory = budget.bytes && `${megabytes(budget.bytes)} MB (${verdict(peak, budget.bytes)})`;
    return [
      `Budget of this edition at ${String(count)} sources: ${[ofTime, ofMemory].filter(Boolean).join(', ')}.`,
    ];
  });
}
