import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Edition } from '../edition/model.ts';
import { jobsOf, type Job } from './jobs.ts';
import type { Made, WorkerData } from './worker.ts';

/** EPUBs and PDFs in the making, beside the pages. */
export interface Books {
  /**
   * Puts all files into the built site.
   * @throws Error when any could not be made, with its path, what is wrong and what to do.
   */
  writeTo: (outDir: string) => Promise<{ files: number; bytes: number }>;
}

interface Options {
  /** The folder that holds `content/`. */
  root: string;
  site: string;
  /** The program of a thread. */
  program?: URL;
}

/** So many sources are in memory once for every worker. */
const large = 200;

/** How a build is ended from outside. */
const ENDINGS = ['SIGINT', 'SIGTERM'] as const;

/** What to do whenever a file cannot be made. */
const WITHOUT = 'Mend what is named here, or set `EDITION_BOOKS=none` to build without EPUBs and PDFs.';

/** Starts to make every EPUB and PDF, in threads that leave one processor to the pages. */
export async function startBooks(
  edition: Edition,
  { root, site, program = new URL('./worker.ts', import.meta.url) }: Options,
): Promise<Books> {
  const jobs = jobsOf(edition);
  const folder = await mkdtemp(join(tmpdir(), 'books-'));
  let bytes = 0;
  /** The paths that could not be made, by what is wrong: one fault often stops many. */
  const faults = new Map<string, string[]>();
  const rest = [...jobs];
  const threads = edition.sources.length > large ? 1 : Math.max(1, availableParallelism() - 1);
  const data: WorkerData = { root, site, folder };
  const workers = Array.from(
    { length: Math.min(threads, jobs.length) },
    () => new Worker(program, { workerData: data }),
  );
  const stop = () => Promise.all(workers.map((worker) => worker.terminate()));
  const done = Promise.all(workers.map(run)).finally(stop);
  // Whoever waits for it hears of a fault; until then it is nobody's.
  done.catch(() => undefined);
  // The pages may fail, or somebody end the build, before anybody waits.
  process.once('exit', clear);
  for (const signal of ENDINGS) process.once(signal, end);

  function run(worker: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      let job: Job | undefined;
      const next = () => {
        job = rest.shift();
        if (job) worker.postMessage(job);
        else resolve();
      };
      const fail = (reason: string) => {
        reject(
          new Error(`The thread that made ${job?.path ?? 'EPUBs and PDFs'} broke off: ${reason}\n${WITHOUT}`),
        );
      };
      worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
      worker.on('exit', (code) => fail(`it ended with ${String(code)}.`));
      worker.on('message', (made: Made) => {
        if ('error' in made) faults.set(made.error, [...(faults.get(made.error) ?? []), made.path]);
        else bytes += made.bytes;
        next();
      });
      next();
    });
  }

  function clear(): void {
    void stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Threads first, since one that still writes would make the folder again. A second signal ends at once. */
  function end(signal: NodeJS.Signals): void {
    void stop().then(() => {
      clear();
      // Whoever else listens ends the process in a way of their own.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }

  return {
    writeTo: async (outDir) => {
      try {
        await done;
        if (faults.size > 0)
          throw new Error(
            `Not all EPUBs and PDFs could be made.\n${[...faults].map(([error, paths]) => `${paths.join(', ')}: ${error}`).join('\n')}\n${WITHOUT}`,
          );
        await cp(folder, outDir, { recursive: true });
        return { files: jobs.length, bytes };
      } finally {
        process.off('exit', clear);
        for (const signal of ENDINGS) process.off(signal, end);
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
