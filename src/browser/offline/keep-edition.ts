import { element } from '../element.ts';
import { publishedList, keep, keptEdition, removeKept } from './store.ts';
import { HOME, OFFLINE_WORKER } from '../../routes.ts';
import type { OfflineList } from './list.ts';

/**
 * `<keep-edition>`: lets a reader keep the whole site in the browser, brings it up to date and removes it.
 * Nothing is stored before the reader says so. Without script its content stands, which says what is needed.
 */
class KeepEdition extends HTMLElement {
  readonly #status = element('p', '');
  readonly #buttons = element('p', 'buttons');
  readonly #progress = element('progress', '');
  #stop: AbortController | undefined;

  connectedCallback() {
    this.#status.role = 'status';
    this.#progress.ariaLabel = 'Kept so far';
    if (!('serviceWorker' in navigator) || !('caches' in window)) {
      this.replaceChildren(
        element(
          'p',
          '',
          'This browser cannot keep a site, or not at this address, which is not a secure one.',
        ),
      );
      return;
    }
    this.replaceChildren(this.#status, this.#progress, this.#buttons);
    void this.#show();
  }

  disconnectedCallback() {
    this.#stop?.abort();
  }

  async #show(said = '') {
    this.#progress.hidden = true;
    const kept = await keptEdition().catch(() => undefined);
    const published = await publishedList().catch(() => undefined);
    const state = !kept
      ? 'It is not kept in this browser.'
      : `Release ${kept.list.release} is kept in this browser (${size(kept.list.bytes)}).`;
    const news =
      kept && published && kept.list.id !== published.id ? ' What is published has changed since.' : '';
    const line = kept || published ? '' : ' The site cannot be reached, so it cannot be kept now.';
    this.#status.textContent = [said, state + news + line].filter(Boolean).join(' ');
    const buttons: HTMLButtonElement[] = [];
    if (published && !kept)
      buttons.push(this.#button(`Keep this edition (${size(published.bytes)})`, () => this.#keep(published)));
    if (published && news) buttons.push(this.#button('Bring it up to date', () => this.#keep(published)));
    if (kept) buttons.push(this.#button('Remove it', () => this.#remove()));
    this.#buttons.replaceChildren(...buttons);
  }

  #button(name: string, act: () => Promise<void>): HTMLButtonElement {
    const button = element('button', '', name);
    button.type = 'button';
    button.addEventListener('click', () => void act());
    return button;
  }

  async #keep(list: OfflineList) {
    this.#stop = new AbortController();
    this.#progress.hidden = false;
    this.#progress.max = list.bytes;
    this.#progress.value = 0;
    this.#status.textContent = `Keeping ${String(list.files.length)} files …`;
    this.#buttons.replaceChildren(this.#button('Stop', () => Promise.resolve(this.#stop?.abort())));
    this.#buttons.querySelector('button')?.focus();
    try {
      // A browser may then not clear it away when room is short.
      await navigator.storage?.persist?.().catch(() => false);
      await keep(list, { signal: this.#stop.signal, tell: (bytes) => (this.#progress.value = bytes) });
      await navigator.serviceWorker.register(OFFLINE_WORKER);
      await navigator.serviceWorker.ready;
      await this.#show('Done: this site now works without a connection.');
    } catch (error) {
      await this.#show(whatFailed(error));
    }
    this.#buttons.querySelector('button')?.focus();
  }

  async #remove() {
    const worker = await navigator.serviceWorker.getRegistration(HOME);
    await worker?.unregister();
    await removeKept();
    await this.#show('Removed.');
    this.#buttons.querySelector('button')?.focus();
  }
}

function whatFailed(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError') return 'Stopped. What has arrived is left; start again to go on, or remove it.';
  if (name === 'QuotaExceededError') return 'There is not room enough in this browser.';
  if (error instanceof Error && error.message === 'Another release')
    return 'A new release was published meanwhile. Start again.';
  return 'Not all files arrived. Start again to go on where it stopped.';
}

/** `9.5 MB`. */
function size(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;
}

customElements.define('keep-edition', KeepEdition);
