/** The tables of `npm run bench -- --sources N`. */
import type { Measured } from './measured.ts';
import type { QueryKind } from './queries.ts';
import type { Round } from './search-rounds.ts';
import { sizeOf } from './size.ts';
import { kilobytes, markdownTable, megabytes, table, verdict } from './table.ts';

/** Something that was built, and how it searches. */
export interface Subject {
  name: string;
  /** The folder of the site. */
  site: string;
  /** Its page for searching. */
  path: string;
  /** Patterns of the files of its search index. */
  index: string[];
  build: Measured;
  /** For each kind of query; undefined where it brought nothing. */
  rounds: (Round | undefined)[];
}

interface Budget {
  /** Bytes to the first result, cold. */
  cold?: number;
  /** Milliseconds to the first result, warm. */
  warm?: number;
}

/** By the number of sources. */
const budgets = new Map<number, Budget>([
  [2, { cold: 125_000 }],
  [1000, { cold: 260_000, warm: 50 }],
  [10_000, { cold: 480_000 }],
]);

export function printComparison(
  subjects: readonly Subject[],
  { count, kinds, markdown }: { count: number; kinds: readonly QueryKind[]; markdown: boolean },
): void {
  const budget = budgets.get(count) ?? {};
  console.log(`\n${sizeTable(subjects)}`);
  console.log(`\n${coldTable(subjects, budget)}`);
  console.log(`\n${warmTable(subjects, budget)}`);
  for (const { kind, queries } of kinds) console.log(`${kind}: ${queries.join(', ')}`);
  console.log(
    'KB and MB are 1,000 and 1,000,000 bytes; sent ones are bodies over brotli, fonts apart. Times are of this machine, which had other work too where the load says so.',
  );
  const { head, rows } = summary(subjects, count);
  console.log(`\n${markdown ? markdownTable(head, rows) : table(head, rows)}`);
}

function sizeTable(subjects: readonly Subject[]): string {
  const rows = subjects.map(({ name, site, index }) => {
    const [pages, all, searched] = [['**/*.html'], ['**/*'], index].map((patterns) =>
      sizeOf(site, ...patterns),
    );
    return [
      name,
      String(pages?.files),
      String(all?.files),
      megabytes(all?.bytes ?? 0),
      String(searched?.files),
      kilobytes(searched?.bytes ?? 0),
    ];
  });
  return table(['On disk', 'pages', 'files', 'MB', 'index files', 'index KB'], rows);
}

function coldTable(subjects: readonly Subject[], budget: Budget): string {
  const rows = eachRound(subjects).map(({ name, isOurs, round }) => [
    `${round.kind}: ${name}`,
    kilobytes(round.bytes),
    ...beside(round.bytes, isOurs ? budget.cold : undefined, kilobytes),
    String(round.requests),
    round.milliseconds.toFixed(0),
    round.slowMilliseconds.toFixed(0),
  ]);
  const head = ['First marked result, cold', 'KB', 'budget', '', 'requests', 'ms', 'ms on slow 4G'];
  return table(head, rows);
}

function warmTable(subjects: readonly Subject[], budget: Budget): string {
  const rows = eachRound(subjects).map(({ name, isOurs, round }) => [
    `${round.kind}: ${name}`,
    kilobytes(round.bytesWarm),
    String(round.requestsWarm),
    round.first.toFixed(0),
    round.done.toFixed(0),
    round.entered.toFixed(0),
    ...beside(round.entered, isOurs ? budget.warm : undefined, String),
  ]);
  const head = ['Next query, warm', 'KB', 'requests', 'ms typed', 'ms to all', 'ms entered', 'budget', ''];
  return table(head, rows);
}

/** By kind of query, so that what is compared stands together. */
function eachRound(subjects: readonly Subject[]): { name: string; isOurs: boolean; round: Round }[] {
  const kinds = subjects[0]?.rounds.length ?? 0;
  return Array.from({ length: kinds }, (_, kind) =>
    subjects.flatMap(({ name, rounds }, index) => {
      const round = rounds[kind];
      return round ? [{ name, isOurs: index === 0, round }] : [];
    }),
  ).flat();
}

/** One row for each; of the kinds of query, the dearest. */
function summary(subjects: readonly Subject[], count: number): { head: string[]; rows: string[][] } {
  const rows = subjects.map(({ name, site, index, rounds }) => {
    const searched = sizeOf(site, ...index);
    const found = rounds.filter((round) => round !== undefined);
    const dearest = (cost: (round: Round) => number) => Math.max(0, ...found.map(cost));
    return [
      name,
      String(searched.files),
      megabytes(searched.bytes),
      kilobytes(dearest(({ bytes }) => bytes)),
      dearest(({ milliseconds }) => milliseconds).toFixed(0),
      dearest(({ slowMilliseconds }) => slowMilliseconds).toFixed(0),
      dearest(({ entered }) => entered).toFixed(0),
    ];
  });
  const head = [
    `${String(count)} sources`,
    'index files',
    'index MB',
    'first result KB',
    'ms',
    'ms on slow 4G',
    'next ms',
  ];
  return { head, rows };
}

/** A budget and how a measure stands to it; two empty cells where there is none. */
function beside(measured: number, budget: number | undefined, format: (value: number) => string): string[] {
  return budget === undefined ? ['', ''] : [format(budget), verdict(measured, budget)];
}
