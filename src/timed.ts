/** Begins the names of the measures that parts of a build leave in the timeline of the process. */
export const TIMED = 'edition: ';

/** Does a part of a build and leaves its time for `npm run bench` to read. */
export async function timed<T>(part: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const made = await work();
  performance.measure(`${TIMED}${part}`, { start });
  return made;
}
