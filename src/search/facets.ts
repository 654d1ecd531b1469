/** What readers can choose from to see less, with what each choice would leave. */
import { isPassing, writeYears, type Filters, type Found } from './found.ts';
import type { SearchSource } from './records.ts';

export interface Facet {
  value: string;
  name: string;
  /** Unknown where not all texts have been read. */
  count?: number | undefined;
}

export interface FacetGroup {
  name: string;
  facets: Facet[];
}

/** How many pass, if `filters` were so. */
export function countOf(found: readonly Found[], filters: Filters): number {
  return found.filter((one) => isPassing(one, filters)).length;
}

/**
 * The sources; of many, only those that have something.
 * @param all those of the edition, in its order.
 */
export function sourceFacets(
  found: readonly Found[],
  filters: Filters,
  all: readonly SearchSource[],
  few: number,
): Facet[] {
  const counts = countBy(found, { ...filters, sourceId: undefined, section: undefined }, ({ source }) => [
    source.id,
  ]);
  return all
    .map(({ id, short }) => ({ value: id, name: short, count: counts.get(id) ?? 0 }))
    .filter(({ count }) => all.length <= few || count > 0);
}

/** The sections of the source that is chosen. */
export function sectionFacets(
  found: readonly Found[],
  filters: Filters,
  sections: readonly { id: string; heading: string }[],
): Facet[] {
  const counts = countBy(found, { ...filters, section: undefined }, ({ section }) => [section ?? '']);
  return sections.map(({ id, heading }) => ({ value: id, name: heading, count: counts.get(id) ?? 0 }));
}

/** The years, and the decades where there are several. */
export function yearFacets(found: readonly Found[], filters: Filters): FacetGroup[] {
  const counts = countBy(found, { ...filters, years: undefined }, ({ source }) => [source.year]);
  const years = [...counts.keys()].sort((a, b) => a - b);
  const decades = [...Map.groupBy(years, (year) => Math.floor(year / 10) * 10)];
  return decades.map(([decade, those]) => {
    const facets = those.map((year) => ({
      value: writeYears([year, year]),
      name: String(year),
      count: counts.get(year),
    }));
    const whole = {
      value: writeYears([decade, decade + 9]),
      name: `${String(decade)}–${String(decade + 9)}`,
      count: those.reduce((sum, year) => sum + (counts.get(year) ?? 0), 0),
    };
    return {
      name: `${String(decade)}s`,
      facets: decades.length > 1 && those.length > 1 ? [whole, ...facets] : facets,
    };
  });
}

/** Whom and what the results name, the most frequent first, by the folders of the entities. */
export function mentionFacets(
  found: readonly Found[],
  filters: Filters,
  names: ReadonlyMap<string, string>,
): FacetGroup[] {
  const isWhole = found.every(({ mentions }) => mentions !== undefined);
  const counts = countBy(found, { ...filters, mentions: undefined }, ({ mentions = [] }) => mentions);
  const facets = [...counts]
    .map(([value, count]) => ({
      value,
      name: names.get(value) ?? value,
      count: isWhole ? count : undefined,
      order: count,
    }))
    .sort((a, b) => b.order - a.order || a.name.localeCompare(b.name, 'en'));
  return ['people', 'places', 'organisations', 'terms', 'events'].map((folder) => ({
    name: folder,
    facets: facets
      .filter(({ value }) => value.startsWith(`${folder}/`))
      .map(({ value, name, count }) => ({ value, name, count })),
  }));
}

/** How many that pass have each of their keys. */
function countBy<K>(
  found: readonly Found[],
  filters: Filters,
  keys: (one: Found) => readonly K[],
): Map<K, number> {
  const counts = new Map<K, number>();
  for (const one of found) {
    if (!isPassing(one, filters)) continue;
    for (const key of keys(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
