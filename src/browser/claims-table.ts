/**
 * The table of figures, to be sorted and filtered. Without script it stands in the order of the texts;
 * with it, the heads of columns become buttons and the fields above appear.
 */
import { element } from './element.ts';
import { filterable, filterFor } from './list-filter.ts';

type Order = 'ascending' | 'descending';

class ClaimsTable extends HTMLElement {
  #listening: AbortController | undefined;
  #rows: HTMLTableRowElement[] = [];
  /** What is found in each row. */
  #words = new Map<HTMLTableRowElement, string>();

  connectedCallback(): void {
    const body = this.querySelector('tbody');
    if (!body) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    if (this.#rows.length === 0) {
      this.#rows = [...body.rows];
      for (const row of this.#rows) this.#words.set(row, wordsOf(row));
      for (const head of this.#heads()) makeButton(head);
    }
    const fields = this.querySelector<HTMLElement>('search');
    if (fields) fields.hidden = false;
    this.addEventListener('click', (event) => this.#sortBy(event), { signal });
    fields?.addEventListener('input', () => this.#filter(), { signal });
    // A browser may have kept what was typed.
    this.#filter();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #heads(): HTMLTableCellElement[] {
    return [...this.querySelectorAll<HTMLTableCellElement>('thead th')];
  }

  /** Ascending, then descending, then the order of the texts again. */
  #sortBy({ target }: Event): void {
    const head = target instanceof Element ? target.closest('button')?.closest('th') : undefined;
    if (!head) return;
    const now = head.ariaSort;
    for (const other of this.#heads()) other.ariaSort = null;
    const order: Order | undefined =
      now === 'ascending' ? 'descending' : now === 'descending' ? undefined : 'ascending';
    head.ariaSort = order ?? null;
    const rows = order ? sorted(this.#rows, head.cellIndex, order) : this.#rows;
    this.querySelector('tbody')?.append(...rows);
    this.#say(`${head.textContent}: ${order ?? 'order of the texts'}.`);
  }

  #filter(): void {
    const [source, sought] = ['source', 'words'].map(
      (name) => this.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value ?? '',
    );
    const isSought = filterFor(sought ?? '');
    let shown = 0;
    for (const row of this.#rows) {
      const words = this.#words.get(row) ?? '';
      row.hidden = !((source === '' || row.dataset['source'] === source) && isSought(words));
      if (!row.hidden) shown++;
    }
    this.#say(`${String(shown)} of ${String(this.#rows.length)} figures.`);
  }

  #say(message: string): void {
    this.querySelector('[role="status"]')?.replaceChildren(message);
  }
}

function makeButton(head: HTMLTableCellElement): void {
  const made = element('button', '', ...head.childNodes);
  made.type = 'button';
  head.append(made);
}

/** Numbers by size, words by the alphabet; what is empty or no number stands last either way. */
function sorted(rows: readonly HTMLTableRowElement[], column: number, order: Order): HTMLTableRowElement[] {
  const sign = order === 'ascending' ? 1 : -1;
  const keys = new Map(rows.map((row) => [row, keyOf(row.cells[column])]));
  return rows.toSorted((a, b) => {
    const [one, other] = [keys.get(a), keys.get(b)];
    if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? 1 : -1;
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * String(one).localeCompare(String(other), 'en', { numeric: true });
  });
}

function keyOf(cell: HTMLTableCellElement | undefined): string | number | undefined {
  const number = cell?.dataset['number'];
  if (number !== undefined) return number === '' ? undefined : Number(number);
  const words = cell?.textContent.trim().replace(/^[“‘]/, '');
  return words === '' ? undefined : words;
}

function wordsOf(row: HTMLTableRowElement): string {
  return filterable(...[...row.cells].map((cell) => cell.textContent));
}

customElements.define('claims-table', ClaimsTable);
