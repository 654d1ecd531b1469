/** Marks the names in a text as links, each with a popover of two lines. */
import { datesInWords } from '../edition/time.ts';
import type { ReadingNames } from '../exports/reading-names.ts';
import { ROOT } from '../routes.ts';
import { element } from './element.ts';
import { ownWords } from './own-words.ts';
import { SidePopover } from './side-popover.ts';

class NamePopover extends SidePopover {
  show(link: HTMLAnchorElement, { name, dates, description, path }: ReadingNames['names'][number]) {
    const more = element('a', '', 'Notes, and every place that names it');
    more.href = ROOT + path;
    this.showBeside(
      link,
      name,
      element('p', 'name-head', element('b', '', name), dates === undefined ? '' : ` ${datesInWords(dates)}`),
      ...(description === undefined ? [] : [element('p', '', description)]),
      element('p', '', more),
    );
  }
}

customElements.define('name-popover', NamePopover);
let popover: NamePopover | undefined;

export function showNames({ names, paragraphs }: ReadingNames): void {
  for (const [anchor, places] of Object.entries(paragraphs)) {
    const paragraph = document.getElementById(anchor);
    if (!paragraph || paragraph.querySelector('a.name')) continue;
    // From the last to the first, so that the places before it stay where they are.
    for (const [start, end, number] of places.toReversed()) {
      const name = names[number];
      const range = ownWords([paragraph]).range(start, end);
      if (name && range) markName(range, name);
    }
  }
}

export function hideNames(): void {
  for (const link of document.querySelectorAll('a.name')) {
    const parent = link.parentElement;
    link.replaceWith(...link.childNodes);
    parent?.normalize();
  }
}

/** A name with a call or a page break within it is as many links as it has parts. */
function markName(range: Range, name: ReadingNames['names'][number]): void {
  for (const node of partsOf(range)) {
    const link = element('a', 'name');
    link.href = ROOT + name.path;
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!popover) {
        popover = document.createElement('name-popover') as NamePopover;
        document.body.append(popover);
      }
      popover.show(link, name);
    });
    node.replaceWith(link);
    link.append(node);
  }
}

/** The text of a range, cut so that each node is within it; what is not the source's words is left. */
function partsOf(range: Range): Text[] {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer === endContainer && startContainer instanceof Text) {
    startContainer.splitText(endOffset);
    return [startContainer.splitText(startOffset)];
  }
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (range.intersectsNode(node) && !node.parentElement?.closest('[data-apparatus]')) nodes.push(node);
  }
  if (endContainer instanceof Text) endContainer.splitText(endOffset);
  return nodes.map((node) => (node === startContainer ? node.splitText(startOffset) : node));
}
