/** Runs a program and measures, stage by stage, how long it takes and how much memory it needs. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/** A stage of a program, as it tells of its beginning with `beginStage()`. */
export interface Stage {
  name: string;
  seconds: number;
  /** The most memory at once, in bytes; 0 where the system cannot tell. */
  peak: number;
}

export interface Measured {
  stages: Stage[];
  /** From its start to its end. */
  seconds: number;
  /** Seconds of all processors, which other work of the machine lengthens little; to a second or two. */
  processor: number;
  peak: number;
  /** What it printed, unless it ended well. */
  failure: string | undefined;
}

export interface Mark {
  /** Undefined where a stage ends and none begins. */
  stage: string | undefined;
  /** Milliseconds since 1970. */
  at: number;
  /** Where it is not the beginning of the next; stages with an end may overlap. */
  end?: number;
}

interface Sample {
  at: number;
  bytes: number;
  /** Seconds of all processors so far. */
  processor: number;
}

/** Milliseconds between two looks at the memory; a shorter peak may be missed. */
const interval = 150;

/** Tells whoever measures this process that a stage of it begins, and the one before ends. */
export function beginStage(stage: string): void {
  process.send?.({ stage, at: Date.now() } satisfies Mark);
}

/** Tells that a stage ends. */
export function endStage(): void {
  process.send?.({ stage: undefined, at: Date.now() } satisfies Mark);
}

/** Tells of a stage that has been, in milliseconds since 1970. It may overlap others. */
export function tellStage(stage: string, at: number, end: number): void {
  process.send?.({ stage, at, end } satisfies Mark);
}

/**
 * Runs a script in a process of its own. Memory is what the process and all that it starts hold at one
 * time (resident set sizes; what two of them share is counted twice), so a program in another language
 * counts too.
 */
export async function runMeasured(
  script: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Measured> {
  const began = Date.now();
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const marks: Mark[] = [{ stage: 'start', at: began }];
  const samples: Sample[] = [];
  const used = new Map<number, number>();
  let printed = '';
  const keepEnd = (data: Buffer) => {
    printed = (printed + data.toString()).slice(-4000);
  };
  child.stdout?.on('data', keepEnd);
  child.stderr?.on('data', keepEnd);
  child.on('message', (mark) => marks.push(mark as Mark));
  let isRunning = true;
  const watching = (async () => {
    while (isRunning) {
      samples.push(await sample(child.pid ?? 0, used));
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  })();
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
    child.on('error', () => {
      resolve(null);
    });
  });
  const ended = Date.now();
  isRunning = false;
  await watching;

  const peak = (from: number, to: number) =>
    samples.reduce((most, { at, bytes }) => (at >= from && at <= to ? Math.max(most, bytes) : most), 0);
  const stages = stagesOf(marks, ended).map(({ name, from, to }) => ({
    name,
    seconds: (to - from) / 1000,
    peak: peak(from, to),
  }));
  return {
    stages,
    seconds: (ended - began) / 1000,
    processor: samples.at(-1)?.processor ?? 0,
    peak: peak(began, ended),
    failure: code === 0 ? undefined : printed,
  };
}

/** When each stage began and ended, in the order of their beginnings. @param ended the end of the process */
export function stagesOf(
  marks: readonly Mark[],
  ended: number,
): { name: string; from: number; to: number }[] {
  const ordered = marks.toSorted((a, b) => a.at - b.at);
  return ordered.flatMap(({ stage, at, end }, index) => {
    if (stage === undefined) return [];
    const next = ordered.slice(index + 1).find((mark) => mark.end === undefined);
    return [{ name: stage, from: at, to: end ?? next?.at ?? ended }];
  });
}

/**
 * Looks at a process and its descendants.
 * @param used the seconds that each has used so far, also of those that have ended.
 */
async function sample(root: number, used: Map<number, number>): Promise<Sample> {
  const format = ['-A', '-o', 'pid=,ppid=,rss=,time='];
  const listed = await promisify(execFile)('ps', format).catch(() => undefined);
  const rows = (listed?.stdout ?? '')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const byParent = Map.groupBy(rows, ([, parent]) => parent ?? '');
  const tree = rows.filter(([pid]) => pid === String(root));
  for (const [pid = ''] of tree) tree.push(...(byParent.get(pid) ?? []));
  for (const [pid, , , time = ''] of tree) used.set(Number(pid), secondsOf(time));
  return {
    at: Date.now(),
    bytes: tree.reduce((sum, [, , kilobytes]) => sum + Number(kilobytes) * 1024, 0),
    processor: [...used.values()].reduce((sum, seconds) => sum + seconds, 0),
  };
}

/** Of a time as `ps` writes it: `1-02:03:04`, `02:03:04` or `2:03.45`. */
function secondsOf(time: string): number {
  const [days, clock = ''] = time.includes('-') ? time.split('-') : ['0', time];
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}
