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

/** All events of the timeline, dated or not. */
export function eventsOf({ happenings, undated }: Timeline): Entity[] {
  return [...happenings.flatMap((one) => (one.kind === 'event' ? [one.event] : [])), ...undated];
}

/** A year of the timeline, or what has no date. */
export interface TimelineYear {
  /** In addresses: `1934`, `undated`. */
  id: string;
  name: string;
  happenings: Happening[];
  undated: Entity[];
}

/** The timeline year by year, and last what has no date. */
export function yearsOf({ happenings, undated }: Timeline): TimelineYear[] {
  const years = [...Map.groupBy(happenings, yearOf)].map(([year, own]) => ({
    id: String(year),
    name: String(year),
    happenings: own,
    undated: [],
  }));
  return undated.length === 0
    ? years
    : [...years, { id: 'undated', name: 'Without a date', happenings: [], undated }];
}

/** The years of one decade, `1930s`, in its order; what has no date stands alone. */
export function byDecade<Y extends Pick<TimelineYear, 'id' | 'name'>>(years: readonly Y[]): Map<string, Y[]> {
  return Map.groupBy(years, ({ id, name }) => (/^\d+$/.test(id) ? `${id.slice(0, -1)}0s` : name));
}
