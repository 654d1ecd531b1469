/** A small, strict reader of XML, so that what a program wrote is read by something that did not write it. */

export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
}

const MARKUP = /<\?xml [^?]*\?>|<!DOCTYPE html>|<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The root element of a document. @throws Error where it is not well-formed, or has what no writer here writes. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next === -1 ? xml.length : next;
    if (end > at) open.at(-1)?.children.push(decode(xml.slice(at, end)));
    if (next === -1) break;
    MARKUP.lastIndex = next;
    const match = MARKUP.exec(xml);
    if (!match) throw new Error(`Not markup: ${xml.slice(next, next + 60)}`);
    at = MARKUP.lastIndex;
    const [, closed, opened, attributes = '', isEmpty] = match;
    if (closed !== undefined) {
      const element = open.pop();
      if (element?.name !== closed) throw new Error(`</${closed}> closes <${element?.name ?? ''}>.`);
    } else if (opened !== undefined) {
      const element: XmlElement = { name: opened, attributes: readAttributes(attributes), children: [] };
      open.at(-1)?.children.push(element);
      if (isEmpty === '') open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name ?? ''}> is not closed.`);
  const elements = root.children.filter((child) => typeof child !== 'string');
  if (elements.length !== 1 || !elements[0]) throw new Error('There is not one root element.');
  return elements[0];
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (attributes.has(name)) throw new Error(`${name} stands twice.`);
    attributes.set(name, decode(value));
  }
  return attributes;
}

function decode(text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error('A character that XML does not allow.');
  return text.replace(/\r\n?/g, '\n').replace(/&([^;\s]*;?)/g, (whole, name: string) => {
    const known = name === '#13;' ? '\r' : ENTITIES[name.replace(/;$/, '')];
    if (known === undefined || !name.endsWith(';')) throw new Error(`Not a reference: ${whole}`);
    return known;
  });
}

/** Every element below, in order, that a test picks. */
export function findAll(element: XmlElement, isWanted: (one: XmlElement) => boolean): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(isWanted(child) ? [child] : []), ...findAll(child, isWanted)],
  );
}

export function hasClass(...names: string[]): (element: XmlElement) => boolean {
  return ({ attributes }) => (attributes.get('class') ?? '').split(' ').some((one) => names.includes(one));
}

/** The words of an element, without those of elements that a test leaves out. */
export function wordsIn(element: XmlElement, isLeftOut: (one: XmlElement) => boolean = () => false): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : isLeftOut(child) ? '' : wordsIn(child, isLeftOut)))
    .join('');
}
