import { SidePopover } from './side-popover.ts';

/**
 * `<note-popover>`: shows the note of a call beside it. The notes of the witness are in the page;
 * the editor's notes and the readings are fetched from pages of their own. Loaded when a reader turns to a call.
 */
class NotePopover extends SidePopover {
  show(note: HTMLElement, call: HTMLElement) {
    this.showBeside(call, call.ariaLabel ?? 'Note', note);
  }
}

customElements.define('note-popover', NotePopover);
const popover = document.createElement('note-popover') as NotePopover;
document.body.append(popover);

/**
 * Shows the note of a call: in the margin, if it stands there, else in the popover.
 * @throws when there is no such note, or it cannot be loaded.
 */
export async function open(call: HTMLAnchorElement) {
  const margin = call.nextElementSibling;
  if (margin?.matches('.sidenote') && margin.getClientRects().length > 0) {
    margin.classList.remove('lit');
    requestAnimationFrame(() => {
      margin.classList.add('lit');
    });
    return;
  }
  const note = await noteOf(call);
  if (!note) throw new Error(`${call.href} has no note`);
  popover.show(note, call);
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
  const reading = page.getElementById(new URL(address).hash.slice(1));
  if (reading) return reading;
  return page.querySelector<HTMLElement>('.note-group:has([data-hand=editor-note])');
}
