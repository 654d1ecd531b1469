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
  peak: number;
  /** What it printed, unless it ended well. */
  failure: string | undefined;
}

interface Mark {
  stage: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Milliseconds between two looks at the memory; a shorter peak may be missed. */
const interval = 150;

/** Tells whoever measures this process that a stage of it begins, or began at `at`. */
export function beginStage(stage: string, at = Date.now()): void {
  process.send?.({ stage, at } satisfies Mark);
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
  const samples: { at: number; bytes: number }[] = [];
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
      samples.push({ at: Date.now(), bytes: await memoryOfTree(child.pid ?? 0) });
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

  marks.sort((a, b) => a.at - b.at);
  const peak = (from: number, to: number) =>
    samples.reduce((most, { at, bytes }) => (at >= from && at <= to ? Math.max(most, bytes) : most), 0);
  const stages = marks.map(({ stage, at }, index) => {
    const end = marks[index + 1]?.at ?? ended;
    return { name: stage, seconds: (end - at) / 1000, peak: peak(at, end) };
  });
  return {
    stages,
    seconds: (ended - began) / 1000,
    peak: peak(began, ended),
    failure: code === 0 ? undefined : printed,
  };
}

/** Bytes that a process and its descendants hold. */
async function memoryOfTree(root: number): Promise<number> {
  const listed = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']).catch(() => undefined);
  const rows = (listed?.stdout ?? '')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = Map.groupBy(rows, ([, parent]) => parent ?? 0);
  const sizes = new Map(rows.map(([pid = 0, , kilobytes = 0]) => [pid, kilobytes * 1024]));
  const sum = (pid: number): number =>
    (children.get(pid) ?? []).reduce((all, [child = 0]) => all + sum(child), sizes.get(pid) ?? 0);
  return sum(root);
}
