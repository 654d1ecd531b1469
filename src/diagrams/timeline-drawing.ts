/** The drawing of the timeline as numbers: an axis down the page, bars for what lasts, labels beside it. */
import type { Happening } from '../edition/timeline.ts';
import { AXIS } from '../edition/timeline.ts';
import { spread } from './spread.ts';
import { textWidth, wrap } from './text-width.ts';
import { makeAxis } from './timeline-axis.ts';

export interface Shape {
  /** Width of the drawing, in pixels at its natural size. */
  width: number;
  size: number;
}

export interface TimelineLabel {
  happening: Happening;
  /** Lines of its name, one below the other. */
  lines: string[];
  /** The date after the last line of the name; empty where the name has it or it stands below. */
  dateBeside: string;
  /** Lines of the date below the name. */
  dateBelow: string[];
  /** The top of the label, and its height. */
  y: number;
  height: number;
  /** Where its date stands on the axis. */
  at: number;
}

export interface Bar {
  id: string;
  x: number;
  top: number;
  bottom: number;
}

export interface TimelineDrawing {
  width: number;
  height: number;
  axisX: number;
  /** Where leaders end, where marks begin, where names begin. */
  leaderX: number;
  marksX: number;
  textX: number;
  lineHeight: number;
  years: { year: number; y: number }[];
  breaks: number[];
  bars: Bar[];
  labels: TimelineLabel[];
}

const LANE = 7;
const TOP = 34;

/** `happenings` are in order and all lie on the axis; `marks` is how many columns of marks there are. */
export function drawTimeline(
  happenings: readonly Happening[],
  marks: number,
  { width, size }: Shape,
): TimelineDrawing {
  const lanes = lanesOf(happenings);
  const axisX = 2.6 * size + (Math.max(-1, ...lanes.values()) + 1) * LANE + 4;
  const leaderX = axisX + 2.4 * size;
  const marksX = leaderX + 4;
  const textX = marksX + marks * 1.5 * size + 4;
  const lineHeight = Math.round(size * 1.2);
  const texts = happenings.map((happening) => textOf(happening, width - textX, size));
  const heights = texts.map(({ lines, dateBelow }) =>
    Math.max(26, (lines.length + dateBelow.length) * lineHeight + 7),
  );
  const axis = makeAxis(
    (from, to) =>
      happenings.reduce(
        (sum, { stretch }, index) =>
          sum + (begins(stretch.start) >= from && stretch.start < to ? (heights[index] ?? 0) : 0),
        0,
      ),
    1.7 * size,
  );
  const dates = happenings.map(({ stretch }) => TOP + axis.at(begins(stretch.start)));
  const tops = spread(
    dates.map((at, index) => at - (heights[index] ?? 0) / 2),
    heights,
  );
  const bottom = Math.max(axis.height + TOP, ...tops.map((top, index) => top + (heights[index] ?? 0)));
  // Labels at the beginning may want to stand above the drawing.
  const shift = Math.max(0, TOP - Math.min(TOP, ...tops));
  return {
    width,
    height: Math.ceil(bottom + shift + 10),
    axisX,
    leaderX,
    marksX,
    textX,
    lineHeight,
    years: Array.from({ length: AXIS.last - AXIS.first + 2 }, (_, index) => AXIS.first + index).map(
      (year) => ({ year, y: TOP + shift + axis.at(year) }),
    ),
    breaks: axis.breaks.map((y) => TOP + shift + y),
    bars: happenings.flatMap((happening): Bar[] => {
      const lane = lanes.get(happening.id);
      if (lane === undefined) return [];
      const { start, end } = happening.stretch;
      const [top, last] = [start, end].map((year) => TOP + shift + axis.at(year));
      return [{ id: happening.id, x: axisX - (lane + 1) * LANE, top: top ?? 0, bottom: last ?? 0 }];
    }),
    labels: texts.map((text, index) => ({
      ...text,
      y: (tops[index] ?? 0) + shift,
      height: heights[index] ?? 0,
      at: (dates[index] ?? 0) + shift,
    })),
  };
}

/** What began before the axis is labelled at its beginning. */
function begins(start: number): number {
  return Math.max(start, AXIS.first);
}

function textOf(
  happening: Happening,
  width: number,
  size: number,
): Pick<TimelineLabel, 'happening' | 'lines' | 'dateBeside' | 'dateBelow'> {
  const { name, date } = happening;
  const lines = wrap(name, width, size);
  if (name.includes(date)) return { happening, lines, dateBeside: '', dateBelow: [] };
  const fits = textWidth(`${lines.at(-1) ?? ''}  ${date}`, size) <= width;
  return {
    happening,
    lines,
    dateBeside: fits ? date : '',
    dateBelow: fits ? [] : wrap(date, width, size),
  };
}

/** For whatever lasts longer than a season, a lane in which no other stands at that time; 0 is next to the axis. */
export function lanesOf(happenings: readonly Happening[]): Map<string, number> {
  const ends: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, stretch } of happenings) {
    if (!stretch.isInterval || stretch.end - stretch.start < 0.25) continue;
    const free = ends.findIndex((end) => end <= stretch.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = stretch.end;
    lanes.set(id, lane);
  }
  return lanes;
}
