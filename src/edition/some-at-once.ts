/**
 * Does something to each of a list, `atOnce` of them at a time.
 * @param signal once aborted, nothing more is begun.
 * @returns what came of each, in the order of the list.
 * @throws what `work` throws.
 */
export async function someAtOnce<T, R>(
  list: Iterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
  signal?: AbortSignal,
): Promise<R[]> {
  const made: R[] = [];
  const queue = [...list].entries();
  const worker = async () => {
    for (const [place, item] of queue) {
      if (signal?.aborted) return;
      made[place] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return made;
}
