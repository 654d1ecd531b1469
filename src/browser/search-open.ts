/**
 * `<search-opener>`: around the search dialog of a page. The key `/` and every link with
 * `data-open-search` open it. What it needs is loaded when a reader is about to search. Without
 * script, the links lead to the page of search. A checkbox `data-search-key` turns the key off.
 */

/** Readers who speak to their machine must be able to turn the key off, and it stays off. */
const keyName = 'search-key';
const keyBox = 'input[data-search-key]';

class SearchOpener extends HTMLElement {
  connectedCallback() {
    document.addEventListener('click', this.#clicked);
    document.addEventListener('keydown', this.#pressed);
    document.addEventListener('focusin', this.#focused);
    document.addEventListener('change', this.#chosen);
    const box = document.querySelector<HTMLInputElement>(keyBox);
    if (box) box.checked = !isKeyOff();
  }

  disconnectedCallback() {
    document.removeEventListener('click', this.#clicked);
    document.removeEventListener('keydown', this.#pressed);
    document.removeEventListener('focusin', this.#focused);
    document.removeEventListener('change', this.#chosen);
  }

  readonly #clicked = (event: MouseEvent) => {
    const target = event.target as Element;
    const dialog = this.querySelector('dialog');
    // A click on the dialog itself is one on its backdrop; a link may lead to this very page.
    if (target === dialog || target.closest('search-opener :is(a, [data-close-search])')) dialog?.close();
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (isPlain && target.closest('[data-open-search]') && this.#open()) event.preventDefault();
  };

  readonly #pressed = (event: KeyboardEvent) => {
    const dialog = this.querySelector('dialog');
    if (event.key === 'Escape' && dialog?.open && !event.isComposing) {
      // A search field takes the first Escape to empty itself.
      event.preventDefault();
      dialog.close();
    }
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isKeyOff()) return;
    const field = (event.target as Element).closest(
      'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]',
    );
    // A field in a dialog that was just closed keeps the focus until the page is drawn again.
    if (!field?.checkVisibility() && this.#open()) event.preventDefault();
  };

  readonly #focused = (event: FocusEvent) => {
    if ((event.target as Element).matches('form[role=search] input')) void import('./search.ts');
  };

  readonly #chosen = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(keyBox)) return;
    try {
      localStorage.setItem(keyName, target.checked ? 'on' : 'off');
    } catch {
      // Without storage the choice holds nowhere, so the box says what is.
      target.checked = true;
    }
  };

  /** The page's own search takes precedence. */
  #open(): boolean {
    const dialog = this.querySelector('dialog');
    const own = document.querySelector<HTMLInputElement>('main search-view input[name=q]');
    if (!own && !dialog?.open) dialog?.showModal();
    const input = own ?? dialog?.querySelector<HTMLInputElement>('input[name=q]');
    input?.focus();
    input?.select();
    return Boolean(input);
  }
}

function isKeyOff(): boolean {
  try {
    return localStorage.getItem(keyName) === 'off';
  } catch {
    return false;
  }
}

customElements.define('search-opener', SearchOpener);
