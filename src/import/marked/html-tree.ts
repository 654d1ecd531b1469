import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Node = Tree.ChildNode;
export type Element = Tree.Element;
type Parent = Tree.ParentNode;

export function isElement(node: Node | Parent | null | undefined): node is Element {
  return node !== null && node !== undefined && 'tagName' in node;
}

export function attr(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name || `${one.prefix ?? ''}:${one.name}` === name)?.value;
}

/** Whether one of its classes, its role or its type (EPUB) is like this. */
export function isNamed(element: Element, pattern: RegExp): boolean {
  const names = ['class', 'id', 'role', 'epub:type', 'data-type'].map((name) => attr(element, name) ?? '');
  return names.some((value) => value.split(/\s+/).some((name) => pattern.test(name)));
}

export function childrenOf(parent: Parent | Node): Node[] {
  return 'childNodes' in parent ? parent.childNodes : [];
}

/** Every element under a node, in the order of the file. */
export function elementsIn(parent: Parent): Element[] {
  return parent.childNodes.filter(isElement).flatMap((element) => [element, ...elementsIn(element)]);
}

const SILENT = /^(?:script|style|template|noscript|svg|head|iframe|object|canvas|audio|video)$/;

/** Words that no reader sees as such: programs, styles, pictures. */
export function isSilent(element: Element): boolean {
  return SILENT.test(element.tagName);
}

/** All words under a node, elements apart. */
export function wordsIn(node: Node | Parent): string {
  if ('value' in node) return node.value;
  if (isElement(node) && isSilent(node)) return '';
  return childrenOf(node)
    .map((child) =>
      isElement(child) && (isBlock(child) || child.tagName === 'br') ? ` ${wordsIn(child)} ` : wordsIn(child),
    )
    .join('');
}

const BLOCK =
  /^(?:address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|html|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|caption|legend)$/;

export function isBlock(element: Element): boolean {
  return BLOCK.test(element.tagName);
}

/** The nearest block that an element stands in, or is. */
export function blockOf(element: Element): Element {
  if (isBlock(element)) return element;
  return isElement(element.parentNode) ? blockOf(element.parentNode) : element;
}

export function contains(outer: Element, inner: Parent | null): boolean {
  return inner === outer || (isElement(inner) && contains(outer, inner.parentNode));
}
