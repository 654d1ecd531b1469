/** `<print-page>`: a button that prints the page; hidden where no script can. */
class PrintPage extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener('click', this.#print);
  }

  disconnectedCallback() {
    this.removeEventListener('click', this.#print);
  }

  readonly #print = ({ target }: Event) => {
    if (target instanceof HTMLButtonElement) window.print();
  };
}

customElements.define('print-page', PrintPage);
