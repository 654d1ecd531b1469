import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import css from './meeting-popover.css?inline';
import { SidePopover } from './side-popover.ts';

/** `<meeting-popover>`: the topics that use a paragraph, and what other texts say there. */
class MeetingPopover extends SidePopover {
  show(link: HTMLAnchorElement, meetings: Element) {
    this.showBeside(link, link.ariaLabel ?? 'Topics', meetings);
  }
}

adoptStyle(css);
customElements.define('meeting-popover', MeetingPopover);
const popover = document.createElement('meeting-popover') as MeetingPopover;
document.body.append(popover);

let page: Promise<Document> | undefined;

/** The page of all meetings of the text, loaded once. */
function load(address: string): Promise<Document> {
  page ??= fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  });
  page.catch(() => {
    page = undefined;
  });
  return page;
}

/** @throws when the meetings cannot be loaded. */
export async function open(link: HTMLAnchorElement): Promise<void> {
  const found = (await load(link.href)).getElementById(link.hash.slice(1));
  if (!found) throw new Error(`${link.href} is missing`);
  const copy = element('div', 'meetings', ...[...found.children].map((child) => child.cloneNode(true)));
  for (const marked of copy.querySelectorAll('[id]')) marked.removeAttribute('id');
  popover.show(link, copy);
}
