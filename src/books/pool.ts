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
   * @throws Error when any could not be made.
   */
  writeTo: (outDir: string) => Promise<{ files: number; bytes: number }>;
}

/** So many sources are in memory once for every worker. */
const large = 200;

/** Starts to make every EPUB and PDF, in threads that leave one processor to the pages. */
export async function startBooks(
  edition: Edition,
  { root, site }: { root: string; site: string },
): Promise<Books> {
  const folder = await mkdtemp(join(tmpdir(), 'books-'));
  const jobs = jobsOf(edition);
  let bytes = 0;
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
        else bytes += made.bytes;
        next();
      });
      next();
    });
  }

  return {
    writeTo: async (outDir) => {
      try {
        await done;
        if (faults.length > 0) throw new Error(`Not all EPUBs and PDFs could be made:\n${faults.join('\n')}`);
        await cp(folder, outDir, { recursive: true });
        return { files: jobs.length, bytes };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
