/** Whether the key `/` opens search. Readers who speak to their machine must be able to turn it off. */
const name = 'search-key';

export function isKeyOff(): boolean {
  try {
    return localStorage.getItem(name) === 'off';
  } catch {
    return false;
  }
}

/** `<search-key>`: around a checkbox that says whether the key is on. */
export class SearchKey extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector('input');
    if (!box) return;
    box.checked = !isKeyOff();
    box.addEventListener('change', () => {
      try {
        localStorage.setItem(name, box.checked ? 'on' : 'off');
      } catch {
        // Without storage the choice holds nowhere, so the box says what is.
        box.checked = true;
      }
    });
  }
}
