import { element } from './element.ts';

/** A button that prints the page; without script there is none. */
class PrintPage extends HTMLElement {
  connectedCallback() {
    const button = element('button', '', 'Print this handout');
    button.type = 'button';
    button.addEventListener('click', () => {
      print();
    });
    this.replaceChildren(button);
  }

  disconnectedCallback() {
    this.replaceChildren();
  }
}

customElements.define('print-page', PrintPage);
