/** The axis of the timeline: its years, one below the other, with marks for what begins in each. */
import type { SpokenOf } from '../edition/spoken-of.ts';
import { AXIS, yearOf, type Happening } from '../edition/timeline.ts';

/** How a source has a happening: named, spoken of without its name, or the happening is its own making. */
export type MarkKind = 'named' | 'implied' | 'text';

export interface AxisMark {
  happening: Happening;
  kind: MarkKind;
}

export interface AxisRow {
  year: number;
  /** Whether years are left out before it. */
  isAfterGap: boolean;
  /** How many happenings are listed under the year. */
  count: number;
  /** For each column, in order of time. */
  columns: AxisMark[][];
  /** What no source has a word on. */
  silent: Happening[];
}

/** More columns than this would be wider than a phone: then the sources share one. */
const MOST_COLUMNS = 3;

/**
 * Every year of the axis, and each other year in which something begins. There is a column for each source,
 * or one for all where they are many. `spoken` has what the sources have on each event, by its id.
 */
export function axisRows(
  happenings: readonly Happening[],
  spoken: ReadonlyMap<string, readonly SpokenOf[]>,
  sourceIds: readonly string[],
): AxisRow[] {
  const columns = sourceIds.length > MOST_COLUMNS ? [sourceIds] : sourceIds.map((id) => [id]);
  const byYear = Map.groupBy(happenings, yearOf);
  const axis = Array.from({ length: AXIS.last - AXIS.first + 1 }, (_, index) => AXIS.first + index);
  const years = [...new Set([...axis, ...byYear.keys()])].sort((a, b) => a - b);
  return years.map((year, index) => {
    const own = byYear.get(year) ?? [];
    const marked = columns.map((ids) =>
      own.flatMap((happening): AxisMark[] => {
        const kind = markOf(happening, spoken, ids);
        return kind ? [{ happening, kind }] : [];
      }),
    );
    const known = new Set(marked.flat().map(({ happening }) => happening));
    return {
      year,
      isAfterGap: index > 0 && years[index - 1] !== year - 1,
      count: own.length,
      columns: marked,
      silent: own.filter((happening) => !known.has(happening)),
    };
  });
}

function markOf(
  happening: Happening,
  spoken: ReadonlyMap<string, readonly SpokenOf[]>,
  ids: readonly string[],
): MarkKind | undefined {
  if (happening.kind === 'text') return ids.includes(happening.source.id) ? 'text' : undefined;
  const found = (spoken.get(happening.id) ?? []).filter(({ source }) => ids.includes(source.id));
  if (found.some(({ named, witnessNotes }) => named.length + witnessNotes.length > 0)) return 'named';
  return found.some(({ implied }) => implied.length > 0) ? 'implied' : undefined;
}

/** Where a stretch of time lies on the axis, in parts of its length from 0 to 1; nothing if it lies outside. */
export function placeOnAxis({ stretch }: Happening): { from: number; to: number } | undefined {
  const length = AXIS.last + 1 - AXIS.first;
  const [from, to] = [stretch.start, stretch.end].map((year) =>
    Math.min(1, Math.max(0, (year - AXIS.first) / length)),
  );
  return from === undefined || to === undefined || to <= from ? undefined : { from, to };
}
