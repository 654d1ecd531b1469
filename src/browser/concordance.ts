/** The concordance of a query: a table with a line for each occurrence. Loaded when it is asked for. */
import { HAND_NAMES } from '../edition/labels.ts';
import { anchorPath, notePath } from '../routes.ts';
import { linesOf, sorted, toCsv, type Line } from '../search/concordance.ts';
import { expand } from '../search/expand.ts';
import { isPassing, type Filters, type Found } from '../search/found.ts';
import { orders, usualLayout, widths, type Layout, type Order } from '../search/layout.ts';
import type { Query } from '../search/query.ts';
import { few, type SearchSource } from '../search/records.ts';
import { adoptStyle } from './adopt-style.ts';
import { button } from './cite-panel.ts';
import css from './concordance.css?inline';
import { element } from './element.ts';
import { loadNames } from './load-names.ts';
import { readSource } from './read-sources.ts';
import { save } from './save.ts';
import { failed, grouped, hitsOf } from './search-messages.ts';
import { surveyEdition } from './survey-edition.ts';

adoptStyle(css);

/** So many lines at least are drawn at once, of few sources and of many; more come as they are wanted. */
const atOnce = { few: 2000, many: 200 };

export class Concordance {
  readonly element = element('section', 'concordance');
  readonly #counts = element('p', 'concordance-counts');
  readonly #body = element('tbody', '');
  readonly #order = choice('order', orders);
  readonly #around = choice('around', widths);
  readonly #more = element('p', 'concordance-more');
  readonly #progress = element('span', '');
  #query: Query | undefined;
  #layout = usualLayout;
  /** What passes the filters, by source, in the order of the edition. */
  #wanted: [source: SearchSource, found: Found[]][] = [];
  #signal = new AbortController().signal;
  /** The lines that are not drawn yet, source by source. */
  #rest: AsyncIterator<Line[], undefined> | undefined;

  /** @param changed called when the reader chooses another layout. */
  constructor(changed: (layout: Layout) => void) {
    this.element.ariaLabel = 'Concordance';
    this.#progress.ariaLive = 'polite';
    for (const select of [this.#order, this.#around])
      select.addEventListener('change', () => {
        changed({ order: this.#order.value as Order, around: Number(this.#around.value) });
      });
    const tools = element(
      'div',
      'concordance-tools',
      element('label', '', element('span', 'search-caption', 'Sorted '), this.#order),
      element('label', '', element('span', 'search-caption', 'On either side '), this.#around),
      button('Save as CSV', () => void this.#save().catch(this.#failed)),
      button('Print', () => {
        print();
      }),
      this.#progress,
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
    this.element.append(this.#counts, tools, table, this.#more);
    new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) this.#more.querySelector('button')?.click();
    }).observe(this.#more);
  }

  /**
   * Shows the occurrences that pass the filters, the first of them at once.
   * @returns what answers, filtered or not, and the other names that were looked for.
   * @throws when the words cannot be loaded.
   */
  async show(
    asked: Query,
    filters: Filters,
    layout: Layout,
    signal: AbortSignal,
  ): Promise<{ found: Found[]; also: string[] }> {
    const { query, also } = expand(asked, await loadNames());
    const found = await surveyEdition(query, filters);
    if (signal.aborted) return { found, also };
    this.#query = query;
    this.#layout = layout;
    this.#order.value = layout.order;
    this.#around.value = String(layout.around);
    this.element.classList.toggle('is-long', layout.around > usualLayout.around);
    this.#signal = signal;
    this.#wanted = [
      ...Map.groupBy(
        found.filter((one) => isPassing(one, filters)),
        ({ source }) => source,
      ),
    ];
    this.#counts.textContent = this.#wanted
      .map(([{ short }, those]) => `${short}: ${grouped(hitsOf(those))}`)
      .join(' · ');
    this.element.hidden = this.#wanted.length === 0;
    this.#rest = this.#inOrder();
    this.#body.replaceChildren();
    await this.#drawMore();
    return { found, also };
  }

  /** The lines, some at a time; sorted by words, they can only come all together. */
  async *#inOrder(): AsyncGenerator<Line[], undefined> {
    const { order } = this.#layout;
    if (order !== 'text') yield sorted(await this.#all(), order);
    else for (const [source, found] of this.#wanted) yield await this.#linesOf(source, found);
  }

  async #all(): Promise<Line[]> {
    const lines: Line[] = [];
    for (const [number, [source, found]] of this.#wanted.entries()) {
      if (this.#wanted.length > 20)
        this.#progress.textContent = `Reading ${String(number + 1)} of ${String(this.#wanted.length)} sources …`;
      lines.push(...(await this.#linesOf(source, found)));
      if (this.#signal.aborted) break;
    }
    this.#progress.textContent = '';
    return lines;
  }

  async #linesOf({ id }: SearchSource, found: readonly Found[]): Promise<Line[]> {
    const blocks = new Set(found.map(({ block }) => block));
    const lines = this.#query ? linesOf(await readSource(id), this.#query, this.#layout.around) : [];
    return lines.filter(({ block }) => blocks.has(block));
  }

  /** Draws until there are enough lines for now. */
  async #drawMore(): Promise<void> {
    const signal = this.#signal;
    const rest = this.#rest;
    this.#more.replaceChildren();
    const enough = this.#wanted.length > few ? atOnce.many : atOnce.few;
    for (let drawn = 0; drawn < enough;) {
      const next = await rest?.next();
      // Another query, or another order, draws its own.
      if (signal.aborted || !next || next.done || rest !== this.#rest) return;
      this.#body.append(...next.value.map(row));
      drawn += next.value.length;
    }
    this.#more.append(button('More lines', () => void this.#drawMore().catch(this.#failed)));
  }

  async #save() {
    const address = (line: Line) => new URL(pathOf(line), location.href).href;
    const csv = toCsv(sorted(await this.#all(), this.#layout.order), address);
    if (!this.#signal.aborted) save(csv, 'concordance.csv', 'text/csv;charset=utf-8');
  }

  readonly #failed = () => {
    this.#progress.textContent = failed;
  };
}

function choice(name: string, choices: Record<string, string>): HTMLSelectElement {
  const select = element(
    'select',
    '',
    ...Object.entries(choices).map(([value, text]) => new Option(text, value)),
  );
  select.name = name;
  return select;
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
