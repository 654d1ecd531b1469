/** What readers can choose from to see less, with what each choice would leave. */
import { entityKinds } from '../edition/labels.ts';
import { isPassing, writeYears, type Filters, type Found } from './found.ts';
import { few, type SearchSource } from './records.ts';

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

/** How much a block counts for: 1, or its hits. */
export type Measure = (found: Found) => number;

/** Each number counts what one choice would show, the other choices as they are. */
export class Facets {
  readonly #found: readonly Found[];
  readonly #filters: Filters;
  readonly #measure: Measure;

  constructor(found: readonly Found[], filters: Filters, measure: Measure) {
    this.#found = found;
    this.#filters = filters;
    this.#measure = measure;
  }

  /** What there is with other choices. */
  total(others: Filters): number {
    return this.#passing(others).reduce((sum, one) => sum + this.#measure(one), 0);
  }

  /**
   * The sources; of many, only those that have something.
   * @param all those of the edition, in its order.
   */
  sources(all: readonly SearchSource[]): Facet[] {
    const counts = this.#countBy({ sourceId: undefined, section: undefined }, ({ source }) => [source.id]);
    return all
      .map(({ id, short }) => ({ value: id, name: short, count: counts.get(id) ?? 0 }))
      .filter(({ count }) => all.length <= few || count > 0);
  }

  /** @param all those of the source that is chosen. */
  sections(all: readonly { id: string; heading: string }[]): Facet[] {
    const counts = this.#countBy({ section: undefined }, ({ section }) => [section]);
    return all.map(({ id, heading }) => ({ value: id, name: heading, count: counts.get(id) ?? 0 }));
  }

  /** The years, by decades; a decade can be chosen whole where there are several. */
  years(): FacetGroup[] {
    const counts = this.#countBy({ years: undefined }, ({ source }) => [source.year]);
    const years = [...counts.keys()].sort((a, b) => a - b);
    const decades = [...Map.groupBy(years, (year) => Math.floor(year / 10) * 10)];
    return decades.map(([decade, those]) => {
      const facets: Facet[] = those.map((year) => ({
        value: writeYears([year, year]),
        name: String(year),
        count: counts.get(year),
      }));
      if (decades.length > 1 && those.length > 1)
        facets.unshift({
          value: writeYears([decade, decade + 9]),
          name: `${String(decade)}–${String(decade + 9)}`,
          count: those.reduce((sum, year) => sum + (counts.get(year) ?? 0), 0),
        });
      return { name: `${String(decade)}s`, facets };
    });
  }

  /**
   * Whom and what the blocks name, by kind, the most frequent first.
   * @param shown blocks whose texts were read, for an edition of which not all was.
   * @param names the preferred names of the entities.
   */
  mentions(shown: readonly Found[], names: ReadonlyMap<string, string>): FacetGroup[] {
    const isWhole = this.#passing({ mentions: undefined }).every(({ mentions }) => mentions !== undefined);
    const facets = isWhole ? this : new Facets(shown, this.#filters, this.#measure);
    const counts = facets.#countBy({ mentions: undefined }, ({ mentions = [] }) => mentions);
    const ordered = [...counts]
      .map(([value, count]) => ({ value, name: names.get(value) ?? value, count }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'));
    return entityKinds.map(({ folder, name }) => ({
      name,
      facets: ordered
        .filter(({ value }) => value.startsWith(`${folder}/`))
        .map(({ count, ...facet }) => (isWhole ? { ...facet, count } : facet)),
    }));
  }

  #passing(others: Filters): Found[] {
    return this.#found.filter((one) => isPassing(one, { ...this.#filters, ...others }));
  }

  #countBy<K>(others: Filters, keys: (one: Found) => readonly K[]): Map<K, number> {
    const counts = new Map<K, number>();
    for (const one of this.#passing(others)) {
      for (const key of keys(one)) counts.set(key, (counts.get(key) ?? 0) + this.#measure(one));
    }
    return counts;
  }
}
