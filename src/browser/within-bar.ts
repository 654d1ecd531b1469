/** `<within-bar>`: the field, the way to the next and the previous place, and what is said of them. */
import { element } from './element.ts';

/** What a reader does at the bar. */
export interface BarActs {
  typed: (query: string) => void;
  step: (by: 1 | -1) => void;
  /** To read on at the current place. */
  read: () => void;
  close: () => void;
}

export class WithinBar extends HTMLElement {
  readonly field = element('input', '');
  readonly next: HTMLButtonElement;
  readonly #status = element('p', 'within-status');
  readonly #scope = element('p', 'within-scope');
  readonly #more = element('p', 'within-more');
  readonly #acts: BarActs;
  /** The page leaves as much room as the bar takes. */
  readonly #observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--within-height', `${String(this.offsetHeight)}px`);
  });

  constructor(acts: BarActs) {
    super();
    this.#acts = acts;
    Object.assign(this.field, {
      type: 'search',
      autocomplete: 'off',
      spellcheck: false,
      enterKeyHint: 'next',
      ariaLabel: 'Words in this text and its notes',
    });
    this.next = sign('↓', 'Next place', () => {
      acts.step(1);
    });
    const previous = sign('↑', 'Previous place', () => {
      acts.step(-1);
    });
    const form = element('form', '', this.field, previous, this.next, sign('×', 'Close', acts.close));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      acts.step(1);
    });
    this.field.addEventListener('input', () => {
      acts.typed(this.field.value);
    });
    this.field.addEventListener('keydown', this.#pressed);
    this.#status.role = 'status';
    this.#status.ariaLive = 'polite';
    this.append(element('div', 'within-said', this.#status, this.#scope, this.#more), form);
  }

  connectedCallback() {
    this.role = 'search';
    this.ariaLabel = 'This text and its notes';
    document.addEventListener('keydown', this.#escaped);
    this.#observer.observe(this);
    visualViewport?.addEventListener('resize', this.#raise);
    visualViewport?.addEventListener('scroll', this.#raise);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#escaped);
    this.#observer.disconnect();
    visualViewport?.removeEventListener('resize', this.#raise);
    visualViewport?.removeEventListener('scroll', this.#raise);
  }

  /** Says what is searched, and what is to be said besides. */
  showScope(scope: string, more: string) {
    this.#scope.textContent = scope;
    this.#more.textContent = this.#more.title = more;
  }

  /** Says where the reader is: `3 of 27, ¶ 34`, the place a link to read on there. */
  showPlace(count: string, label: string, href: string) {
    const link = element('a', '', label);
    link.href = href;
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#acts.read();
    });
    // One change, so that it is read out as one.
    this.#status.replaceChildren(`${count}, `, link);
  }

  /** Says something else, with a link to where more is found. */
  showMessage(message: string, link?: HTMLAnchorElement) {
    this.#status.replaceChildren(message, ...(link ? [' ', link] : []));
  }

  readonly #pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#acts.step(-1);
  };

  readonly #escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    // What stands over the page is closed first.
    if (document.querySelector('dialog[open], :popover-open')) return;
    // A search field takes the first Escape to empty itself.
    event.preventDefault();
    this.#acts.close();
  };

  /** A keyboard on the screen must not hide the field. */
  readonly #raise = () => {
    const { height, offsetTop, scale } = visualViewport ?? { height: 0, offsetTop: 0, scale: 0 };
    const hidden = scale === 1 ? Math.max(0, window.innerHeight - height - offsetTop) : 0;
    this.style.translate = hidden > 0 ? `0 ${String(-hidden)}px` : '';
  };
}

function sign(shown: string, name: string, act: () => void): HTMLButtonElement {
  const made = element('button', '', shown);
  made.type = 'button';
  made.ariaLabel = made.title = name;
  made.addEventListener('click', act);
  return made;
}

customElements.define('within-bar', WithinBar);
