/**
 * `<note-popover popover>`: shows the note of a call beside it. The notes of the witness are in the
 * page; an editor's note is fetched from its own page. Without script, the call is a plain link.
 */
class NotePopover extends HTMLElement {
  #call: HTMLAnchorElement | undefined;

  connectedCallback() {
    document.addEventListener('click', this.#open);
    this.addEventListener('toggle', this.#toggled);
    window.addEventListener('resize', this.#close);
  }

  disconnectedCallback() {
    document.removeEventListener('click', this.#open);
    this.removeEventListener('toggle', this.#toggled);
    window.removeEventListener('resize', this.#close);
  }

  readonly #open = async (event: MouseEvent) => {
    const call = (event.target as Element).closest<HTMLAnchorElement>('a.call, a.reading-mark');
    if (!call || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const margin = call.nextElementSibling;
    if (margin?.matches('.sidenote') && margin.getClientRects().length > 0) {
      event.preventDefault();
      margin.classList.remove('lit');
      requestAnimationFrame(() => {
        margin.classList.add('lit');
      });
      return;
    }
    event.preventDefault();
    const note = await noteOf(call).catch(() => undefined);
    if (!note) {
      location.assign(call.href);
      return;
    }
    this.#call = call;
    this.setAttribute('aria-label', call.getAttribute('aria-label') ?? 'Note');
    this.replaceChildren(note);
    this.showPopover();
    this.#place(call);
    this.focus();
  };

  /** Below the call if there is room, else above; on a narrow screen the style sheet puts it at the foot. */
  #place(call: HTMLElement) {
    const at = call.getBoundingClientRect();
    const { width, height } = this.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left - width / 3, document.documentElement.clientWidth - width - 8));
    const hasRoomBelow = at.bottom + height + 12 < window.innerHeight || at.top < window.innerHeight / 2;
    this.style.left = `${String(left)}px`;
    this.style.top = `${String(hasRoomBelow ? at.bottom + 6 : Math.max(8, at.top - height - 6))}px`;
    this.style.maxHeight = `${String(hasRoomBelow ? window.innerHeight - at.bottom - 18 : at.top - 18)}px`;
  }

  readonly #toggled = (event: Event) => {
    if ((event as ToggleEvent).newState === 'closed' && this.contains(document.activeElement))
      this.#call?.focus();
  };

  readonly #close = () => {
    if (this.matches(':popover-open')) this.hidePopover();
  };
}

/** A copy of the note that a call leads to, without its ids. */
async function noteOf(call: HTMLAnchorElement): Promise<HTMLElement | undefined> {
  const here = call.getAttribute('href')?.startsWith('#')
    ? document.getElementById(call.hash.slice(1))
    : undefined;
  const found = here ? (here.closest<HTMLElement>('.note-group') ?? here) : await fetchNote(call.href);
  if (!found) return undefined;
  const copy = found.cloneNode(true) as HTMLElement;
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  for (const back of copy.querySelectorAll('.back')) back.remove();
  return copy;
}

async function fetchNote(address: string): Promise<HTMLElement | null> {
  const response = await fetch(address);
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector<HTMLElement>('.note-group:has([data-hand=editor-note])');
}

customElements.define('note-popover', NotePopover);
