import type { Element, Node } from '@xmldom/xmldom';

/** The child elements. */
export function elements(node: Node | null): Element[] {
  return Array.from(node?.childNodes ?? []).filter((child): child is Element => child.nodeType === 1);
}

/** All elements of a name under a node. */
export function named(node: Node | null, name: string): Element[] {
  return elements(node).flatMap((one) => [...(one.localName === name ? [one] : []), ...named(one, name)]);
}

/** Whether a node is in an element, or is it. */
export function isIn(node: Node | null, outer: Element): boolean {
  return node !== null && (node === outer || isIn(node.parentNode, outer));
}

/** All words under a node. */
export function plain(node: Node): string {
  return Array.from(node.childNodes ?? [])
    .map((child) =>
      child.nodeType === 1
        ? ` ${plain(child)} `
        : child.nodeType === 3 || child.nodeType === 4
          ? (child.nodeValue ?? '')
          : '',
    )
    .join('');
}

export function idOf(element: Element): string {
  return element.getAttribute('xml:id') ?? '';
}
