interface Block {
  /** Where its first item would best begin. */
  start: number;
  heights: number;
  count: number;
}

/**
 * Where labels begin so that none overlaps the one before: each as near to `wanted` as the others allow
 * (least squares). Both lists are in order; the result is too.
 */
export function spread(wanted: readonly number[], heights: readonly number[]): number[] {
  const blocks: Block[] = [];
  wanted.forEach((want, index) => {
    let block: Block = { start: want, heights: heights[index] ?? 0, count: 1 };
    for (let last = blocks.at(-1); last && last.start + last.heights > block.start; last = blocks.at(-1)) {
      blocks.pop();
      const count = last.count + block.count;
      // Each item of the later block would have the merged one begin where it now does, less what stands before.
      const start = (last.start * last.count + (block.start - last.heights) * block.count) / count;
      block = { start, heights: last.heights + block.heights, count };
    }
    blocks.push(block);
  });
  const places: number[] = [];
  for (const block of blocks) {
    let at = block.start;
    for (let item = 0; item < block.count; item += 1) {
      places.push(at);
      at += heights[places.length - 1] ?? 0;
    }
  }
  return places;
}
