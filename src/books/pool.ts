import { cp, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Edition } from '../edition/model.ts';
import { jobsOf, type Job } from './jobs.ts';
import type { Made, WorkerData } from './worker.ts';

/** EPUBs and PDFs in the making, beside the pages. */
export interface Books {
  /** Bytes of the file with this address, when it is made; undefined where none is. */
  sizeOf: (path: string) => Promise<number | undefined>;
  /**
   * Puts all files into the built site.
   * @throws Error when any could not be made.
   */
  writeTo: (outDir: string) => Promise<{ files: number; bytes: number }>;
}

/** So many sources are in memory once for every worker. */
const large = 200;

/** Starts to make every EPUB and PDF, in threads that leave one processor to the pages. */
export async function startBooks(edition: Edition, { root, site }: { root: string; site: string }): Promise<Books> {
  const folder = await mkdtemp(join(tmpdir(), 'books-'));
  const jobs = jobsOf(edition);
  const sizes = new Map(jobs.map(({ path }) => [path, Promise.withResolvers<number | undefined>()]));
  const faults: string[] = [];
  const rest = [...jobs];
  const threads = edition.sources.length > large ? 1 : Math.max(1, availableParallelism() - 1);
  const data: WorkerData = { root, site, folder };
  const done = Promise.all(Array.from({ length: Math.min(threads, jobs.length) }, () => runWorker()));
  // Whoever waits for it hears of a fault; until then it is nobody's.
  done.catch(() => undefined);

  function runWorker(): Promise<void> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: data });
    return new Promise((resolve, reject) => {
      const next = () => {
        const job: Job | undefined = rest.shift();
        if (job) worker.postMessage(job);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('error', reject);
      worker.on('message', (made: Made) => {
        if ('error' in made) faults.push(`${made.path}: ${made.error}`);
        sizes.get(made.path)?.resolve('bytes' in made ? made.bytes : undefined);
        next();
      });
      next();
    });
  }

  return {
    sizeOf: async (path) => {
      const size = sizes.get(path)?.promise;
      // A worker that broke down answers no more.
      return size && Promise.race([size, done.then(() => size)]);
    },
    writeTo: async (outDir) => {
      try {
        await done;
        if (faults.length > 0) throw new Error(`Not all EPUBs and PDFs could be made:\n${faults.join('\n')}`);
        await cp(folder, outDir, { recursive: true });
        const made = await Promise.all([...sizes.values()].map(({ promise }) => promise));
        return { files: made.length, bytes: made.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0) };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
