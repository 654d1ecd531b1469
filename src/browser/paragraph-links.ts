const status = document.createElement('output');
status.className = 'toast';
let timer = 0;

/** Tells the reader something for a while. */
export function say(message: string) {
  status.value = message;
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    status.value = '';
  }, 4000);
}

/**
 * `<paragraph-links>`: around a text whose paragraphs have numbers that link to them. What the
 * address names is marked, `#p9-p11` a range.
 */
class ParagraphLinks extends HTMLElement {
  connectedCallback() {
    this.append(status);
    window.addEventListener('hashchange', this.#moved);
    this.#arrive();
  }

  disconnectedCallback() {
    window.removeEventListener('hashchange', this.#moved);
  }

  readonly #moved = () => {
    // What the address asked for besides was at another place.
    if (location.search) history.replaceState(null, '', location.pathname + location.hash);
    this.#arrive();
  };

  /** Marks what the address names and moves the focus there, for screen readers. */
  readonly #arrive = () => {
    for (const marked of this.querySelectorAll('.cited')) marked.classList.remove('cited');
    const match = /^#(p\d+[a-z]*)(?:-(p\d+[a-z]*))?(?::~:.*)?$/.exec(location.hash);
    if (!match?.[1]) return;
    const paragraphs = [...this.querySelectorAll<HTMLElement>('p[id]')];
    const indexOf = (anchor: string) => paragraphs.findIndex(({ id }) => id === anchor);
    const first = indexOf(match[1]);
    const last = match[2] === undefined ? first : indexOf(match[2]);
    if (first === -1 || last === -1) {
      const missing = first === -1 ? match[1] : (match[2] ?? '');
      if (!document.getElementById(missing)) say(`This text has no ¶ ${missing.slice(1)}`);
      return;
    }
    for (const paragraph of paragraphs.slice(Math.min(first, last), Math.max(first, last) + 1))
      paragraph.classList.add('cited');
    const target = paragraphs[Math.min(first, last)];
    // Who chose it in a menu that is open is there already.
    if (!target || document.querySelector('cite-menu:popover-open')) return;
    if (match[2] !== undefined) target.scrollIntoView();
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
}

customElements.define('paragraph-links', ParagraphLinks);
