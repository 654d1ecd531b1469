/** The concordance of a query: a table with a line for each occurrence. Loaded when it is asked for. */
import { HAND_NAMES } from '../edition/labels.ts';
import { anchorPath, notePath } from '../routes.ts';
import { expand } from '../search/expand.ts';
import { linesOf, sorted, toCsv, type Line } from '../search/concordance.ts';
import { orders, type Order } from '../search/order.ts';
import type { Query } from '../search/query.ts';
import { adoptStyle } from './adopt-style.ts';
import { button } from './cite-panel.ts';
import css from './concordance.css?inline';
import { element } from './element.ts';
import { loadNames } from './load-names.ts';
import { liveSources, readSource } from './read-sources.ts';
import { save } from './save.ts';
import type { Filters } from './search-core.ts';
import { openIndex, sourceOf } from './search-index.ts';
import { passing } from './search-messages.ts';

adoptStyle(css);

export class Concordance {
  readonly element = element('section', 'concordance');
  readonly #tools = element('div', 'concordance-tools');
  readonly #counts = element('p', 'concordance-counts');
  readonly #body = element('tbody', '');
  readonly #order = element('select', '');
  #lines: Line[] = [];

  /** @param reordered called when the reader chooses another order. */
  constructor(order: Order, reordered: (order: Order) => void) {
    this.element.ariaLabel = 'Concordance';
    this.#order.append(...Object.entries(orders).map(([value, name]) => new Option(name, value)));
    this.#order.value = order;
    this.#order.addEventListener('change', () => {
      this.#draw();
      reordered(this.#order.value as Order);
    });
    this.#tools.append(
      element('label', '', element('span', 'search-caption', 'Sorted '), this.#order),
      button('Save as CSV', () => {
        this.#save();
      }),
    );
    const head = ['Place', 'Words before', 'Occurrence', 'Words after'].map((name) => {
      const cell = element('th', '', name);
      cell.scope = 'col';
      return cell;
    });
    const table = element(
      'table',
      '',
      element('caption', 'sr-only', 'Every occurrence, with the words around it'),
      element('thead', 'sr-only', element('tr', '', ...head)),
      this.#body,
    );
    this.element.append(this.#counts, this.#tools, table);
  }

  /**
   * Shows every occurrence that passes the filters.
   * @returns their number, all occurrences, and the other names that were looked for.
   * @throws when the words cannot be loaded.
   */
  async show(
    asked: Query,
    filters: Filters,
    signal: AbortSignal,
  ): Promise<{ shown: number; all: Line[]; also: string[] }> {
    const { query, also } = expand(asked, await loadNames());
    const lines = await allLines(query, signal);
    if (signal.aborted) return { shown: 0, all: [], also };
    this.#lines = passing(lines, filters);
    this.#draw();
    return { shown: this.#lines.length, all: lines, also };
  }

  #draw() {
    const bySource = Map.groupBy(this.#lines, ({ short }) => short);
    this.#counts.textContent = [...bySource]
      .map(([short, { length }]) => `${short}: ${String(length)}`)
      .join(' · ');
    this.element.hidden = this.#lines.length === 0;
    this.#body.replaceChildren(...sorted(this.#lines, this.#order.value as Order).map(row));
  }

  #save() {
    const address = (line: Line) => new URL(pathOf(line), location.href).href;
    const csv = toCsv(sorted(this.#lines, this.#order.value as Order), address);
    save(csv, 'concordance.csv', 'text/csv;charset=utf-8');
  }
}

async function allLines(query: Query, signal: AbortSignal): Promise<Line[]> {
  const { ids, areFew } = await liveSources();
  const wanted = areFew ? ids : await sourcesWith(query, ids);
  const lines: Line[] = [];
  for (const id of wanted) {
    if (signal.aborted) break;
    lines.push(...linesOf(await readSource(id), query));
  }
  return lines;
}

/** The sources in which the index finds the words, in the order of the edition. */
async function sourcesWith(query: Query, live: readonly string[]): Promise<string[]> {
  const candidates = await (await openIndex()).candidates(query);
  const ids = new Set(await Promise.all(candidates.map(sourceOf)));
  return live.filter((id) => ids.has(id));
}

function pathOf({ sourceId, hand, id }: Line): string {
  return hand === 'author' ? anchorPath(sourceId, id) : notePath({ sourceId, id });
}

function row(line: Line): HTMLTableRowElement {
  const link = element('a', '', line.label);
  link.href = pathOf(line);
  const place = element('th', '', link);
  place.scope = 'row';
  if (line.hand === 'author') place.append(element('span', 'sr-only', `, ${HAND_NAMES.author}`));
  // Right to left, so that what is too long is cut off where it begins.
  const left = element('bdi', '', line.left);
  left.dir = 'ltr';
  const made = element(
    'tr',
    '',
    place,
    element('td', 'concordance-left', left),
    element('td', 'concordance-hit', element('mark', '', line.hit)),
    element('td', 'concordance-right', line.right),
  );
  made.dataset['concordanceLine'] = '';
  made.dataset['hand'] = line.hand;
  return made;
}
