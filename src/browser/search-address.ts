/** The state of the search page, as its address keeps it. */
import { HAND_NAMES } from '../edition/labels.ts';
import type { Hand } from '../edition/model.ts';
import { readYears, writeYears, type Filters } from '../search/found.ts';
import { orders, usualLayout, widths, type Layout } from '../search/layout.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadPreferredNames } from './load-names.ts';
import { readSource } from './read-sources.ts';

export type View = 'list' | 'concordance';

export interface SearchState extends Filters {
  q: string;
  /** Whether only what is typed counts. */
  isExact: boolean;
  view: View;
  layout: Layout;
}

export function queryInAddress(): string {
  return new URLSearchParams(location.search).get('q') ?? '';
}

/**
 * The state that the address names, and the names in it that mean nothing here.
 * @throws when what the edition knows cannot be loaded.
 */
export async function readAddress(): Promise<{ state: SearchState; unknown: string[] }> {
  const parameters = new URLSearchParams(location.search);
  const unknown: string[] = [];
  /** The value of a parameter, if it is known. */
  const read = async <T>(
    name: string,
    meaning: (value: string) => T | Promise<T>,
  ): Promise<T | undefined> => {
    const value = parameters.get(name) ?? '';
    if (value === '') return undefined;
    const meant = await meaning(value);
    if (meant === undefined) unknown.push(value);
    return meant;
  };
  const oneOf =
    <T extends string>(list: Record<T, unknown>) =>
    (value: string) =>
      Object.hasOwn(list, value) ? (value as T) : undefined;
  const hand = await read('whose', oneOf<Hand>(HAND_NAMES));
  const sourceId = await read('source', async (value) => {
    const { sources } = await loadCatalogue();
    return sources.find(({ id }) => id === value)?.id;
  });
  const section = await read('section', async (value) => {
    const sections = sourceId === undefined ? [] : (await readSource(sourceId)).sections;
    return sections.find(({ id }) => id === value)?.id;
  });
  const years = await read('year', readYears);
  const mentions = await read('mentions', async (value) =>
    (await loadPreferredNames()).has(value) ? value : undefined,
  );
  const view = await read('view', oneOf({ concordance: true }));
  const order = await read('order', oneOf(orders));
  const around = await read('around', oneOf(widths as Record<string, string>));
  const state: SearchState = {
    q: queryInAddress(),
    ...{ hand, sourceId, section, years, mentions },
    isExact: parameters.get('exact') === '1',
    view: view ?? 'list',
    layout: { order: order ?? usualLayout.order, around: Number(around ?? usualLayout.around) },
  };
  return { state, unknown };
}

/** The address of a state; parameters that are not ours stay. */
function addressOf({
  q,
  hand,
  sourceId,
  section,
  years,
  mentions,
  isExact,
  view,
  layout: { order, around },
}: SearchState): string {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries({
    q,
    whose: hand,
    source: sourceId,
    section,
    year: years && writeYears(years),
    mentions,
    exact: isExact ? '1' : undefined,
    view: view === 'list' ? undefined : view,
    order: view === 'list' || order === usualLayout.order ? undefined : order,
    around: view === 'list' || around === usualLayout.around ? undefined : String(around),
  })) {
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  }
  const search = parameters.toString();
  return location.pathname + (search === '' ? '' : `?${search}`);
}

/** Each query that was sent has its own entry in the history of the browser; typing has one between them. */
export class SearchHistory {
  #isDraft = false;

  /** Called when the history itself brought a state. */
  arrived(): void {
    this.#isDraft = false;
  }

  /** @param isDraft whether the reader is still typing. */
  remember(state: SearchState, isDraft: boolean): void {
    const address = addressOf(state);
    if (address !== location.pathname + location.search) {
      try {
        if (this.#isDraft) history.replaceState(null, '', address);
        else history.pushState(null, '', address);
        this.#isDraft = true;
      } catch {
        // Browsers refuse too many changes in a short time; the next one will set the address right.
      }
    }
    this.#isDraft &&= isDraft;
  }
}
