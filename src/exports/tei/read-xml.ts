import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** @throws ParseError where it is not well-formed. */
export function parseXml(xml: string): Document {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'application/xml');
}

/** The child elements, or those of some names. */
export function childrenOf(element: Element | undefined, ...names: string[]): Element[] {
  return Array.from(element?.childNodes ?? []).filter(
    (node): node is Element => node.nodeType === 1 && (names.length === 0 || names.includes(node.nodeName)),
  );
}

/** The one element at the end of a path of children. */
export function childOf(element: Element | undefined, ...path: string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => childrenOf(at, name)[0], element);
}

export function attribute(element: Element, name: string): string | undefined {
  return element.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined;
}

export function idOf(element: Element): string | undefined {
  return element.getAttributeNS(XML, 'id') || undefined;
}

/** The ids that an attribute points to. */
export function pointersOf(element: Element, name: string): string[] {
  return (attribute(element, name) ?? '')
    .split(' ')
    .filter((pointer) => pointer.startsWith('#'))
    .map((pointer) => pointer.slice(1));
}
