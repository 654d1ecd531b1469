/** `<register-list>`: shows only the entries of a register whose names hold what is typed. */
import { filterable, filterFor } from './list-filter.ts';

class RegisterList extends HTMLElement {
  #entries: { item: HTMLElement; names: string[] }[] = [];

  connectedCallback() {
    this.#entries = [...this.querySelectorAll<HTMLElement>('.entries > li')].map((item) => ({
      item,
      names: [item.querySelector('a')?.textContent ?? '', ...(item.dataset['names'] ?? '').split('|')].map(
        (name) => filterable(name),
      ),
    }));
    const filter = this.querySelector<HTMLElement>('.register-filter');
    if (filter) filter.hidden = this.#entries.length === 0;
    this.addEventListener('input', this.#show);
    // A browser that goes back may have kept what was typed.
    this.#show();
  }

  disconnectedCallback() {
    this.removeEventListener('input', this.#show);
  }

  readonly #show = () => {
    const asked = this.querySelector('input')?.value ?? '';
    const isAsked = filterFor(asked);
    let shown = 0;
    for (const { item, names } of this.#entries) {
      const isShown = names.some(isAsked);
      item.hidden = !isShown;
      if (isShown) shown += 1;
    }
    for (const section of this.querySelectorAll('section'))
      section.hidden = !section.querySelector('li:not([hidden])');
    for (const letter of this.querySelectorAll<HTMLAnchorElement>('.letters a')) {
      const section = document.getElementById(letter.hash.slice(1))?.closest('section');
      const item = letter.parentElement;
      if (item) item.hidden = section?.hidden ?? false;
    }
    const output = this.querySelector('output');
    if (output)
      output.textContent =
        asked.trim() === ''
          ? ''
          : shown === 0
            ? 'None.'
            : `${String(shown)} of ${String(this.#entries.length)}`;
  };
}

customElements.define('register-list', RegisterList);
