/** Files read or packed at a time: enough for every processor, few enough for the memory. */
const atOnce = 16;

/** Does something to each of a list, a few at a time. */
export async function someAtOnce<T>(list: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const queue = Iterator.from(list);
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
