/** The axis of the timeline: years down the page, in parts of different scale. */
import { AXIS } from '../edition/timeline.ts';

export interface Axis {
  /** How far down a moment stands; years outside the axis stand at its ends. */
  at: (year: number) => number;
  height: number;
  /** Where the scale changes. */
  breaks: number[];
}

/** Parts of the axis by their first years; each is as long as the labels of its years need. */
export const PARTS = [AXIS.first, 1928, 1933] as const;

/** `needed(from, to)` is the height of the labels of the years from `from` up to, not with, `to`. */
export function makeAxis(needed: (from: number, to: number) => number, perYear: number): Axis {
  const parts = PARTS.map((from, index) => {
    const to = PARTS[index + 1] ?? AXIS.last + 1;
    return { from, to, length: Math.max(needed(from, to), (to - from) * perYear) };
  });
  const tops = parts.map((_, index) => parts.slice(0, index).reduce((sum, { length }) => sum + length, 0));
  const height = parts.reduce((sum, { length }) => sum + length, 0);
  return {
    height,
    breaks: tops.slice(1),
    at(year) {
      const index = Math.max(
        0,
        parts.findLastIndex(({ from }) => from <= year),
      );
      const part = parts[index];
      if (!part) return 0;
      const share = (year - part.from) / (part.to - part.from);
      return (tops[index] ?? 0) + part.length * Math.min(1, Math.max(0, share));
    },
  };
}
