import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import css from './topic-sides.css?inline';

/**
 * `<topic-sides>`: on a narrow screen shows one source at a time, chosen with buttons, the arrow keys or
 * a swipe. Without script, and on a wide screen, all stand there.
 */
class TopicSides extends HTMLElement {
  #buttons: HTMLButtonElement[] = [];
  #touch: Touch | undefined;

  connectedCallback() {
    const heads = [...this.querySelectorAll<HTMLElement>('.head[data-side]')];
    const names = heads.map(({ dataset }) => dataset['short'] ?? '');
    const sides = [...heads.map(({ dataset }) => dataset['side'] ?? ''), 'all'];
    this.#buttons = [...names, 'All'].map((name, index) => {
      const button = element('button', '', name);
      button.type = 'button';
      button.value = sides[index] ?? '';
      button.addEventListener('click', () => {
        this.#show(index);
      });
      return button;
    });
    const bar = element('div', 'sides-bar', ...this.#buttons);
    bar.role = 'group';
    bar.ariaLabel = 'Text shown';
    this.querySelector('.sides-bar')?.remove();
    this.prepend(bar);
    this.#show(0);
    this.addEventListener('keydown', this.#pressed);
    this.addEventListener('touchstart', this.#touched, { passive: true });
    this.addEventListener('touchend', this.#lifted);
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this.#pressed);
    this.removeEventListener('touchstart', this.#touched);
    this.removeEventListener('touchend', this.#lifted);
  }

  #show(index: number) {
    const chosen = this.#buttons[index]?.value ?? 'all';
    this.#buttons.forEach((button, number) => {
      button.ariaPressed = String(number === index);
    });
    for (const side of this.querySelectorAll<HTMLElement>('[data-side]'))
      side.toggleAttribute('data-away', chosen !== 'all' && side.dataset['side'] !== chosen);
  }

  #step(by: 1 | -1) {
    const now = this.#buttons.findIndex(({ ariaPressed }) => ariaPressed === 'true');
    const next = Math.min(this.#buttons.length - 1, Math.max(0, now + by));
    this.#show(next);
    return next;
  }

  readonly #pressed = ({ key, target }: KeyboardEvent) => {
    if (!(target instanceof HTMLButtonElement) || !/^Arrow(?:Left|Right)$/.test(key)) return;
    this.#buttons[this.#step(key === 'ArrowRight' ? 1 : -1)]?.focus();
  };

  readonly #touched = ({ touches }: TouchEvent) => {
    this.#touch = touches.length === 1 ? touches[0] : undefined;
  };

  readonly #lifted = ({ changedTouches }: TouchEvent) => {
    const [from, to] = [this.#touch, changedTouches[0]];
    if (!from || !to || getSelection()?.isCollapsed === false) return;
    const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
    // A swipe is long and level; all else is scrolling.
    if (Math.abs(across) > 70 && Math.abs(across) > 3 * Math.abs(down)) this.#step(across < 0 ? 1 : -1);
  };
}

adoptStyle(css);
customElements.define('topic-sides', TopicSides);
