/**
 * `<paragraph-links>`: around a text whose paragraphs have numbers that link to them. A click on a
 * number also copies the address. `#p9-p11` marks a range. Without script, plain links.
 */
class ParagraphLinks extends HTMLElement {
  readonly #status = document.createElement('output');
  #timer = 0;

  connectedCallback() {
    this.#status.className = 'toast';
    this.append(this.#status);
    this.addEventListener('click', this.#copy);
    window.addEventListener('hashchange', this.#arrive);
    this.#arrive();
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#copy);
    window.removeEventListener('hashchange', this.#arrive);
    clearTimeout(this.#timer);
  }

  readonly #copy = async (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.number');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const address = new URL(link.href);
    address.search = '';
    try {
      await navigator.clipboard.writeText(address.href);
      this.#say(`Address of ¶ ${link.textContent} copied`);
    } catch {
      this.#say(`The address of ¶ ${link.textContent} is in the address bar; copying was not allowed`);
    }
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
      if (!document.getElementById(missing)) this.#say(`This text has no ¶ ${missing.slice(1)}`);
      return;
    }
    for (const paragraph of paragraphs.slice(Math.min(first, last), Math.max(first, last) + 1))
      paragraph.classList.add('cited');
    const target = paragraphs[Math.min(first, last)];
    if (!target) return;
    if (match[2] !== undefined) target.scrollIntoView();
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };

  #say(message: string) {
    this.#status.value = message;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#status.value = '';
    }, 4000);
  }
}

customElements.define('paragraph-links', ParagraphLinks);
