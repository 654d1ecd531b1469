/** The state of the search page, as its address keeps it. */
import { HAND_NAMES } from '../edition/labels.ts';
import type { Hand } from '../edition/model.ts';
import { orders, type Order } from '../search/order.ts';
import type { Filters } from './search-core.ts';

export type View = 'list' | 'concordance';

export interface SearchState extends Filters {
  q: string;
  /** Whether only what is typed counts. */
  isExact: boolean;
  view: View;
  order: Order;
}

/** The state that the address names, and the names in it that mean nothing here. */
export function readAddress(sourceIds: ReadonlySet<string>): { state: SearchState; unknown: string[] } {
  const parameters = new URLSearchParams(location.search);
  const whose = parameters.get('whose') ?? '';
  const source = parameters.get('source') ?? '';
  const hand = Object.hasOwn(HAND_NAMES, whose) ? (whose as Hand) : undefined;
  const sourceId = sourceIds.has(source) ? source : undefined;
  const view = parameters.get('view') ?? '';
  const order = parameters.get('order') ?? '';
  const unknown = [
    hand === undefined ? whose : '',
    sourceId === undefined ? source : '',
    view === 'concordance' ? '' : view,
    Object.hasOwn(orders, order) ? '' : order,
  ].filter(Boolean);
  const state: SearchState = {
    q: parameters.get('q') ?? '',
    hand,
    sourceId,
    isExact: parameters.get('exact') === '1',
    view: view === 'concordance' ? view : 'list',
    order: Object.hasOwn(orders, order) ? (order as Order) : 'text',
  };
  return { state, unknown };
}

/** The address of a state; parameters that are not ours stay. */
function addressOf({ q, hand, sourceId, isExact, view, order }: SearchState): string {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries({
    q,
    whose: hand,
    source: sourceId,
    exact: isExact ? '1' : undefined,
    view: view === 'list' ? undefined : view,
    order: view === 'list' || order === 'text' ? undefined : order,
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
