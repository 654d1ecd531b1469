/** A thread that stands in for the one that makes EPUBs and PDFs; the folder it is given says what it does. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Job } from '../../src/books/jobs.ts';
import type { WorkerData } from '../../src/books/worker.ts';

const { root: act, folder } = workerData as WorkerData;

parentPort?.on('message', ({ path, topic }: Job) => {
  // The first job of the edition is done in every case.
  if (topic !== undefined && act === 'throw') throw new Error('No memory left.');
  if (topic !== undefined && act === 'exit') process.exit(3);
  if (topic !== undefined && act === 'fault')
    return parentPort?.postMessage({ path, error: 'Its rows are too long.' });
  // A book that takes its time: the thread neither ends nor answers.
  if (act === 'wait') return undefined;
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, path);
  parentPort?.postMessage({ path, bytes: path.length });
});
