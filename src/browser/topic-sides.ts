import { element } from './element.ts';

/** How far a finger moves before it turns to the next text, in CSS pixels. */
const SWIPE = 60;

/**
 * On a narrow screen a reader sees the sides of a topic one below the other, or those of one source
 * alone: `data-side` names the source of each, `data-name` what readers call it.
 */
class TopicSides extends HTMLElement {
  #connected = new AbortController();

  connectedCallback() {
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    const sides = [...this.querySelectorAll<HTMLElement>('[data-side]')];
    const names = new Map(sides.map(({ dataset }) => [dataset['side'] ?? '', dataset['name'] ?? '']));
    if (names.size < 2) return;
    const inputs = [['', 'Both'] as const, ...names].map(([value, name]) => {
      const input = element('input', '');
      input.type = 'radio';
      input.name = 'side';
      input.value = value;
      input.checked = value === '';
      return { input, label: element('label', '', input, name === 'Both' && names.size > 2 ? 'All' : name) };
    });
    const show = (chosen: string) => {
      for (const side of sides) {
        side.toggleAttribute('data-off', chosen !== '' && side.dataset['side'] !== chosen);
      }
    };
    const legend = element('legend', 'sr-only', 'Show');
    const choice = element('fieldset', '', legend, ...inputs.map(({ label }) => label));
    choice.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) show(target.value);
    });
    this.prepend(choice);

    // On a wide screen both stand side by side, whatever was chosen before it was turned.
    const narrow = matchMedia('(max-width: 47.99rem)');
    const fit = () => {
      show(narrow.matches ? (inputs.find(({ input }) => input.checked)?.input.value ?? '') : '');
    };
    narrow.addEventListener('change', fit, { signal });

    let from: Touch | undefined;
    this.addEventListener(
      'touchstart',
      ({ touches }) => {
        from = touches.length === 1 ? touches[0] : undefined;
      },
      { signal, passive: true },
    );
    this.addEventListener(
      'touchend',
      ({ changedTouches: [to] }) => {
        if (!from || !to || !narrow.matches || getSelection()?.isCollapsed === false) return;
        const moved = to.clientX - from.clientX;
        if (Math.abs(moved) < SWIPE || Math.abs(to.clientY - from.clientY) > Math.abs(moved) / 2) return;
        const at = inputs.findIndex(({ input }) => input.checked);
        const next = inputs[at + (moved < 0 ? 1 : -1)]?.input;
        if (!next) return;
        next.checked = true;
        show(next.value);
      },
      { signal, passive: true },
    );
  }

  disconnectedCallback() {
    this.#connected.abort();
    this.querySelector('fieldset')?.remove();
  }
}

customElements.define('topic-sides', TopicSides);
