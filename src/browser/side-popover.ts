import { adoptStyle } from './adopt-style.ts';
import css from './side-popover.css?inline';

/**
 * A popover that opens beside what it belongs to, on a narrow screen at the foot. Escape and a click
 * elsewhere close it.
 */
export class SidePopover extends HTMLElement {
  #width = 0;

  connectedCallback() {
    this.classList.add('side-popover');
    this.popover = 'auto';
    this.role = 'dialog';
    this.tabIndex = -1;
    window.addEventListener('resize', this.#resized);
  }

  disconnectedCallback() {
    window.removeEventListener('resize', this.#resized);
  }

  /** Shows parts under a name beside the element that opened it, where the focus returns to. */
  showBeside(opener: HTMLElement, name: string, ...parts: Node[]) {
    this.ariaLabel = name;
    this.replaceChildren(...parts);
    opener.focus({ preventScroll: true });
    this.openBeside(opener.getBoundingClientRect());
    this.focus();
  }

  /** @param at where on the screen that is what it belongs to. */
  openBeside(at: DOMRect) {
    this.#width = window.innerWidth;
    // The order of the focus goes from what has it now through the popover.
    const source = document.activeElement;
    const options = source instanceof HTMLElement && source !== document.body ? { source } : {};
    if (!this.matches(':popover-open')) this.showPopover(options);
    const { width, height } = this.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left - width / 3, document.documentElement.clientWidth - width - 8));
    const hasRoomBelow = at.bottom + height + 12 < window.innerHeight || at.top < window.innerHeight / 2;
    this.style.left = `${String(left)}px`;
    this.style.top = `${String(hasRoomBelow ? at.bottom + 6 : Math.max(8, at.top - height - 6))}px`;
    this.style.maxHeight = `${String(hasRoomBelow ? window.innerHeight - at.bottom - 18 : at.top - 18)}px`;
    this.#uncover(at);
  }

  readonly close = () => {
    if (this.matches(':popover-open')) this.hidePopover();
  };

  /** What it belongs to stays in sight where it opens over it. */
  #uncover(at: DOMRect) {
    const { top, bottom } = this.getBoundingClientRect();
    if (at.bottom > top && at.top < bottom) window.scrollBy({ top: at.top - 48, behavior: 'instant' });
  }

  /** The bars of a phone's browser come and go, and change the height alone. */
  readonly #resized = () => {
    if (window.innerWidth !== this.#width) this.close();
  };
}

adoptStyle(css);
