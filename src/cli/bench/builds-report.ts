/** What `npm run bench -- --builds` prints, in Markdown. */
import type { Measured } from './measured.ts';
import { markdownTable, megabytes } from './table.ts';

export interface MeasuredBuild extends Omit<Measured, 'failure'> {
  /** What was built, and after which change. */
  title: string;
  /** The number of sources. */
  count: number;
  files: number;
  bytes: number;
}

export interface BuildsMeasured {
  builds: MeasuredBuild[];
  notMeasured: { what: string; why: string }[];
  /** Builds after one edit beside builds from nothing: the files of each, and those that are not the same. */
  comparisons: { count: number; files: number; differ: string[] }[];
}

const notes = [
  'All build the same texts, with the author’s and the editor’s notes. This edition makes pages of notes, registers and topics besides, files to take away (TEI, JSON, Markdown, plain text, annotations, Distributed Text Services), an archive and a search of single paragraphs; no EPUB and no PDF here. The others make one page of each source, with its notes as footnotes, a list of the sources and a search of whole pages: entities, notes and paragraphs have no pages or addresses there.',
  'Starlight is as it comes, but with one link in its sidebar; Hugo has a bare template and Pagefind’s own command. Their Markdown is written before and not counted.',
  'Files and MB (1,000,000 bytes) are all that is written to be published. Memory is the most that all processes of a build held at one time (resident; what two share counts twice), looked at every 0.15 s. Processor seconds are of all processors.',
  'Growth is the time beside that of the row before it, and in brackets what it would be in proportion to the sources.',
  'Stages of this edition overlap where it searches and archives: its search index is made beside the archive.',
];

/** @returns the tables, what was compared or could not be measured, and what all of it means. */
export function buildsReport({ builds, notMeasured, comparisons }: BuildsMeasured): string {
  const lines = [
    ...notMeasured.map(({ what, why }) => `${what}: not measured: ${why}`),
    ...comparisons.map(comparison),
    ...notes,
  ];
  return [growthTable(builds), stagesTable(builds), lines.map((line) => `- ${line}`).join('\n')].join('\n\n');
}

/** A row for each build; those of one title stand together. */
function growthTable(builds: readonly MeasuredBuild[]): string {
  const rows = [...Map.groupBy(builds, ({ title }) => title).values()].flatMap((group) =>
    group.map((build, index) => [
      build.title,
      String(build.count),
      String(build.files),
      megabytes(build.bytes),
      build.seconds.toFixed(1),
      (build.seconds / build.count).toFixed(3),
      growth(build, group[index - 1]),
      build.processor.toFixed(0),
      build.peak === 0 ? '–' : (build.peak / 1_000_000).toFixed(0),
    ]),
  );
  const head = ['Build', 'Sources', 'Files', 'MB', 's', 's a source', 'Growth', 'Processor s', 'Memory, MB'];
  return markdownTable(head, rows);
}

function growth({ seconds, count }: MeasuredBuild, before: MeasuredBuild | undefined): string {
  if (!before) return '';
  return `${(seconds / before.seconds).toFixed(1)} (${String(Number((count / before.count).toFixed(1)))})`;
}

/** The seconds of each stage, with a column for each number of sources. */
function stagesTable(builds: readonly MeasuredBuild[]): string {
  const counts = [...new Set(builds.map(({ count }) => count))];
  const rows = [...Map.groupBy(builds, ({ title }) => title)].flatMap(([title, group]) => {
    const names = new Set(group.flatMap(({ stages }) => stages.map(({ name }) => name)));
    const rowsOf = [...names].map((name) => [
      `${title}: ${name}`,
      ...counts.map((count) => {
        const stage = group.find((build) => build.count === count)?.stages.find((one) => one.name === name);
        return stage ? stage.seconds.toFixed(1) : '';
      }),
    ]);
    return rowsOf.filter(([, ...seconds]) => seconds.some((one) => Number(one) > 0));
  });
  return markdownTable(['Stage, s', ...counts.map((count) => `${String(count)} sources`)], rows);
}

function comparison({ count, files, differ }: BuildsMeasured['comparisons'][number]): string {
  const what = `After one edit of ${String(count)} sources`;
  if (differ.length === 0)
    return `${what}, all ${String(files)} files of this edition are byte for byte those of a build from nothing.`;
  const first = differ.slice(0, 5).join(', ');
  return `${what}, ${String(differ.length)} of the files of this edition ARE NOT those of a build from nothing: ${first}${differ.length > 5 ? ', …' : ''}`;
}
