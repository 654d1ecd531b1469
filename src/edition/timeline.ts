/** The events that the texts name or imply and the making of the texts themselves, in order of time. */
import type { Entity, Source } from './model.ts';
import { datesInWords, stretchOf, type Stretch } from './time.ts';

/** Years of the axis, both inside it. */
export const AXIS = { first: 1917, last: 1937 } as const;

export type Happening = {
  /** Unique among all, for links on a page: `kirov-murder`, `strong-1934-1`. */
  id: string;
  name: string;
  /** The date in words. */
  date: string;
  stretch: Stretch;
} & ({ kind: 'event'; event: Entity } | { kind: 'text'; source: Source; note: string | undefined });

export interface Timeline {
  /** By their first moment, then the shorter before the longer, then by name. */
  happenings: Happening[];
  /** Events without a date, or with one that is only words. */
  undated: Entity[];
}

export function timelineOf(entities: readonly Entity[], sources: readonly Source[]): Timeline {
  const events = entities.filter(({ kind }) => kind === 'event');
  const dated = events.flatMap((event): Happening[] => {
    const { id, name, dates = '' } = event;
    const stretch = stretchOf(dates);
    return stretch ? [{ kind: 'event', id, name, date: datesInWords(dates), stretch, event }] : [];
  });
  const known = new Set(dated.map(({ id }) => id));
  return {
    happenings: [...dated, ...sources.flatMap(makingOf)].sort(inOrder),
    undated: events.filter(({ id }) => !known.has(id)),
  };
}

/** What is known of when a source was written and published; at least its date. */
function makingOf(source: Source): Happening[] {
  const { id, header } = source;
  const chronology = header.chronology.length > 0 ? header.chronology : [plain(header.date)];
  return chronology.flatMap(({ what, date, note }, index): Happening[] => {
    const stretch = stretchOf(date);
    if (!stretch) return [];
    const name = `${header.short} ${what}`;
    return [
      {
        kind: 'text',
        id: `${id}-${String(index + 1)}`,
        name,
        date: datesInWords(date),
        stretch,
        source,
        note,
      },
    ];
  });
}

const plain = (date: string) => ({ what: 'is published', date, note: undefined });

function inOrder(a: Happening, b: Happening): number {
  return (
    a.stretch.start - b.stretch.start || a.stretch.end - b.stretch.end || a.name.localeCompare(b.name, 'en')
  );
}

/** The year under which it is listed. */
export function yearOf({ stretch }: Happening): number {
  return Math.floor(stretch.start);
}
