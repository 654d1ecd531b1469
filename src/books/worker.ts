/** A thread that makes EPUBs and PDFs, one job after the other. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readContent } from '../content-files.ts';
import { assemble } from '../edition/assemble.ts';
import { withhold } from '../edition/withhold.ts';
import { rightsPolicy } from '../rights-policy.ts';
import type { Job } from './jobs.ts';
import { makeBook } from './make.ts';

export interface WorkerData {
  /** The folder that holds `content/`. */
  root: string;
  site: string;
  /** Where files are written, each under its path. */
  folder: string;
}

/** What a job came to. */
export type Made = { path: string; bytes: number } | { path: string; error: string };

const { root, site, folder } = workerData as WorkerData;
const raw = await readContent(root);
const { edition, problems } = assemble(raw);
const making = edition &&
  problems.length === 0 && {
    // Read anew, so what may not be shown goes here too.
    edition: withhold(edition, rightsPolicy()),
    site: new URL(site),
    pages: raw.pages,
  };

async function make(job: Job): Promise<Made> {
  try {
    if (!making) throw new Error('Files in `content/` have changed since the build began. Build again.');
    const file = await makeBook(job, making);
    const target = join(folder, job.path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, file);
    return { path: job.path, bytes: file.length };
  } catch (error) {
    return { path: job.path, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (job: Job) => void make(job).then((made) => parentPort?.postMessage(made)));
