/** `<list-finder>`: finds the entries of a list that is cut in groups by all their names, wherever they stand. */
import type { ListNames } from '../edition/list-names.ts';
import { listNamesPath, ROOT } from '../routes.ts';
import { element } from './element.ts';
import { filterable, filterFor } from './list-filter.ts';
import { loadJson } from './load-json.ts';

/** So many are shown; whoever sees more will type another letter. */
const most = 60;

interface Entry {
  id: string;
  name: string;
  /** Each name as a filter reads it. */
  names: string[];
}

class ListFinder extends HTMLElement {
  #entries: Promise<Entry[]> | undefined;
  /** How often something was typed, so that an answer that comes late is dropped. */
  #asked = 0;

  connectedCallback() {
    const filter = this.querySelector<HTMLElement>('.register-filter');
    if (filter) filter.hidden = false;
    this.addEventListener('focusin', this.#load);
    this.addEventListener('input', this.#show);
    // A browser that goes back may have kept what was typed.
    void this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener('focusin', this.#load);
    this.removeEventListener('input', this.#show);
  }

  get #list(): string {
    return `${ROOT}/${this.dataset['list'] ?? ''}/`;
  }

  readonly #load = ({ target }: Event) => {
    // What fails here fails again, and is told, when something is typed.
    if (target instanceof HTMLInputElement) this.#read().catch(() => undefined);
  };

  #read(): Promise<Entry[]> {
    this.#entries ??= loadJson<ListNames>(listNamesPath(this.#list))
      .then(({ names }) =>
        names.map(([id, name, ...others]) => ({
          id,
          name,
          names: [name, ...others].map((one) => filterable(one)),
        })),
      )
      .catch((error: unknown) => {
        this.#entries = undefined;
        throw error;
      });
    return this.#entries;
  }

  readonly #show = async () => {
    const asked = this.querySelector('input')?.value.trim() ?? '';
    const turn = ++this.#asked;
    if (asked === '') {
      this.#put([], '');
      return;
    }
    try {
      const all = await this.#read();
      if (turn !== this.#asked) return;
      const isAsked = filterFor(asked);
      const found = all.filter(({ names }) => names.some(isAsked));
      const rest = found.length > most ? `; the first ${String(most)} are shown` : '';
      this.#put(
        found.slice(0, most),
        found.length === 0 ? 'None.' : `${String(found.length)} of ${String(all.length)}${rest}`,
      );
    } catch {
      if (turn === this.#asked) this.#put([], 'The names could not be loaded.');
    }
  };

  #put(entries: readonly Entry[], message: string): void {
    const list = this.querySelector<HTMLElement>('.found');
    const groups = this.querySelector<HTMLElement>('.groups');
    const output = this.querySelector('output');
    list?.replaceChildren(
      ...entries.map(({ id, name }) => {
        const link = element('a', '', name);
        link.href = `${this.#list}${id}/`;
        return element('li', '', link);
      }),
    );
    if (list) list.hidden = entries.length === 0;
    if (groups) groups.hidden = entries.length > 0;
    if (output) output.textContent = message;
  }
}

customElements.define('list-finder', ListFinder);
