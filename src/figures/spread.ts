export interface Label {
  /** The middle of the label, where it would stand best. */
  x: number;
  width: number;
}

/** Moves labels on one line apart where they would touch, each as little as may be; their middles, in the order given. */
export function spread(labels: readonly Label[], gap = 5): number[] {
  const middles = labels.map(({ x }) => x);
  const order = labels.map((_, index) => index).sort((a, b) => (labels[a]?.x ?? 0) - (labels[b]?.x ?? 0));
  for (let round = 0; round < 4; round++) {
    order.forEach((index, place) => {
      const before = order[place - 1];
      if (before === undefined) return;
      const need = ((labels[index]?.width ?? 0) + (labels[before]?.width ?? 0)) / 2 + gap;
      const overlap = need - ((middles[index] ?? 0) - (middles[before] ?? 0));
      if (overlap <= 0) return;
      middles[index] = (middles[index] ?? 0) + overlap / 2;
      middles[before] = (middles[before] ?? 0) - overlap / 2;
    });
  }
  return middles;
}
