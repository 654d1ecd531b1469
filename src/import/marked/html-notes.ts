import {
  attr,
  blockOf,
  contains,
  elementsIn,
  isBlock,
  isElement,
  isNamed,
  wordsIn,
  type Element,
} from './html-tree.ts';

/** What the links of a page say of its notes. */
export interface LinkedNotes {
  /** A link, or what is raised around it → the id of the note that it calls. */
  calls: Map<Element, string>;
  /** Links from notes back to their calls. */
  backs: Set<Element>;
  /** Where the words of a note begin → its id. */
  starts: Map<Element, string>;
  /** The block in which a note began → where the words of notes end: after this block. */
  ends: Set<Element>;
}

const MARK =
  /^[[({]?\s*(?:(?:foot|end)?note\s*|fn\.?\s*|n\.?\s*)?(?:\d{1,3}|[*∗†‡§¶]{1,3}|[a-z]|[ivxlc]{1,6})\s*[\])}]?[.:]?$/i;
const ARROW =
  /^[\s[(]*(?:[↩↑⇑⏎←^▲⤴︎\ufe0e]|(?:go |jump )?(?:back|return|up)\b.*|(?:[a-z](?:\s|$))+)[\s\])]*$/iu;

/** Finds the calls of a page that are links, and the notes that they lead to. */
export function linkedNotes(root: Element): LinkedNotes {
  const all = elementsIn(root);
  const order = new Map(all.map((element, index) => [element, index]));
  const targets = new Map<string, Element>();
  for (const element of all) {
    for (const name of [attr(element, 'id'), element.tagName === 'a' ? attr(element, 'name') : undefined])
      if (name !== undefined && name !== '' && !targets.has(name)) targets.set(name, element);
  }
  const targetOf = (link: Element): Element | undefined => {
    const href = attr(link, 'href') ?? '';
    const hash = href.indexOf('#');
    if (hash < 0) return undefined;
    const id = href.slice(hash + 1);
    return targets.get(id) ?? targets.get(decode(id));
  };
  const at = (element: Element | undefined) => (element ? (order.get(element) ?? -1) : -1);
  const links = all.filter((element) => element.tagName === 'a' && targetOf(element) !== undefined);

  const found: LinkedNotes = { calls: new Map(), backs: new Set(), starts: new Map(), ends: new Set() };
  const noteAt = new Map<Element, string>();
  for (const link of links) {
    const target = targetOf(link) as Element;
    if (at(target) < at(link) || !isCall(link, target)) continue;
    const id = attr(target, 'id') ?? attr(target, 'name') ?? '';
    noteAt.set(target, id);
    found.calls.set(link, id);
  }
  for (const link of links) {
    const target = targetOf(link) as Element;
    if (found.calls.has(link) || at(target) > at(link)) continue;
    const says = wordsIn(link).trim();
    const isMarked =
      isNamed(link, /back(?:link|ref)|reversefootnote|footnote-return/i) || attr(link, 'rev') === 'footnote';
    const call = [...found.calls.keys()].some(
      (one) => one === target || contains(target, one) || contains(blockOf(target), one),
    );
    if (isMarked || (call && (MARK.test(says) || ARROW.test(says) || says === ''))) found.backs.add(link);
  }
  for (const element of all)
    if (isNamed(element, /backlink|footnote-?back|reversefootnote|footnote-return/i))
      found.backs.add(element);
  for (const [target, id] of noteAt) begin(target, id, noteAt, found);
  return found;

  function isCall(link: Element, target: Element): boolean {
    if (isNamed(link, /^(?:doc-)?noteref$|^footnote-?(?:ref|link|call)|^fnref|^noteref/i)) return true;
    if (attr(link, 'data-footnote-ref') !== undefined) return true;
    const says = wordsIn(link).trim();
    if (!MARK.test(says) || /^h[1-6]$/.test(blockOf(target).tagName)) return false;
    const isRaised = [link.parentNode, ...link.childNodes].some(
      (node) => isElement(node) && node.tagName === 'sup',
    );
    // A link that begins its block is one of a list of contents.
    return isRaised || !wordsIn(blockOf(link)).trim().startsWith(says);
  }
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Sets where a note begins, and where it ends if no other begins before. */
function begin(target: Element, id: string, noteAt: Map<Element, string>, found: LinkedNotes): void {
  const isBare = !isBlock(target) && wordsIn(target).trim() === '';
  let block = blockOf(target);
  // The words that belong to a term stand in its description, those of a cell in its row.
  if (/^(?:td|th)$/.test(block.tagName) && isElement(block.parentNode)) block = block.parentNode;
  const siblings = isElement(block.parentNode) ? block.parentNode.childNodes.filter(isElement) : [block];
  const index = siblings.indexOf(block);
  const hasNote = (element: Element) =>
    [...noteAt.keys()].some((one) => one !== target && contains(element, one));
  // An anchor that stands between blocks marks the next of them.
  const isBetween =
    isBare &&
    !isBlock(target) &&
    elementsIn(block).some((one) => isBlock(one) && one !== block) &&
    target.parentNode === block;
  if (isBetween) {
    const next = block.childNodes.slice(block.childNodes.indexOf(target) + 1).find(isElement);
    if (next && isBlock(next)) {
      found.starts.set(next, id);
      found.ends.add(next);
      return;
    }
  }
  found.starts.set(isBlock(target) ? target : firstWords(target, block), id);
  const last = siblings.slice(index + 1).findIndex((one) => hasNote(one) || /^h[1-6]$/.test(one.tagName));
  const next = siblings[index + 1 + last];
  if (block.tagName === 'dt') {
    const own = siblings.slice(index + 1).findIndex((one) => one.tagName !== 'dd');
    found.ends.add(siblings[own < 0 ? siblings.length - 1 : index + own] ?? block);
  } else if (last > 0 && next && hasNote(next) && !/^h[1-6]$/.test(next.tagName))
    found.ends.add(siblings[index + last] ?? block);
  else found.ends.add(block);
}

/** A note that begins its block begins with all words of the block, whatever stands before the anchor. */
function firstWords(target: Element, block: Element): Element {
  const before = wordsBefore(block, target);
  return before.length <= 8 && /^[\s[({]*(?:\d{1,3}|[*†‡§]*)?[\s\])}.:]*$/.test(before) ? block : target;
}

function wordsBefore(root: Element, target: Element): string {
  let words = '';
  const visit = (element: Element): boolean =>
    element.childNodes.some((node) => {
      if (node === target) return true;
      if (isElement(node)) return contains(node, target) ? visit(node) : ((words += wordsIn(node)), false);
      if ('value' in node) words += node.value;
      return false;
    });
  visit(root);
  return words;
}
