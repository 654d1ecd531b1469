/** The last of so many numbers from 0 that is not too high, where all before it are not either; -1 if all are. */
export function lastAtMost(count: number, isReached: (number: number) => boolean): number {
  let [low, high] = [-1, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isReached(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
