/** Elements of XML (1.0), before they are written. */
export interface XmlElement {
  name: string;
  /** Those that are undefined are left out. */
  attributes: Attributes;
  children: readonly XmlNode[];
  /** Whether it holds words: then no white space may be added in it. */
  isMixed: boolean;
  /** How it is written, where that is known already. */
  written?: string;
}

/** A string is words, which are escaped when they are written. */
export type XmlNode = XmlElement | string;
export type Attributes = Readonly<Record<string, string | undefined>>;

/** An element that holds elements and no words: each is written on a line of its own. */
export function el(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (XmlElement | undefined)[]
): XmlElement {
  return { name, attributes, children: children.filter((child) => child !== undefined), isMixed: false };
}

/** An element that holds words, with no white space but theirs. */
export function mixed(name: string, attributes: Attributes, ...children: readonly XmlNode[]): XmlElement {
  return { name, attributes, children, isMixed: true };
}

/** An element with words, or none where there are none. */
export function maybe(
  name: string,
  words: string | undefined,
  attributes: Attributes = {},
): XmlElement | undefined {
  return words === undefined || words === '' ? undefined : mixed(name, attributes, words);
}

/** The element as XML; elements within elements are indented, words are left as they are. */
export function writeXml(element: XmlElement, indent = ''): string {
  const { name, attributes, children, isMixed, written } = element;
  if (written !== undefined) return written;
  const start = `<${name}${writeAttributes(attributes)}`;
  if (children.length === 0) return `${start}/>`;
  if (isMixed) return `${start}>${children.map(writeWithin).join('')}</${name}>`;
  const inner = `${indent}  `;
  const lines = children.map((child) => inner + (typeof child === 'string' ? '' : writeXml(child, inner)));
  return `${start}>\n${lines.join('\n')}\n${indent}</${name}>`;
}

/** An element that many files have, written once for all of them. @param indent what stands before it in each */
export function writtenOnce(element: XmlElement, indent: string): XmlElement {
  return { ...element, written: writeXml(element, indent) };
}

/** What stands within words: nothing may be added between its elements either. */
function writeWithin(node: XmlNode): string {
  if (typeof node === 'string') return escapeXml(node);
  return writeXml({ ...node, isMixed: true });
}

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

/** What is written in another way; most words hold none of it. */
const SPECIAL =
  /[&<>\u0000-\u0008\u000b-\u001f\u0085\u2028\u2029\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text of an element. What readers of XML may take for a line end is escaped, since they would make a line feed of it. What
 * XML 1.0 cannot hold in any way becomes U+FFFD; the words of sources and notes never have it.
 */
export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (char) => {
    if (char === '&') return '&amp;';
    if (char === '<') return '&lt;';
    if (char === '>') return '&gt;';
    return /[\r\u0085\u2028\u2029]/.test(char) ? `&#${String(char.charCodeAt(0))};` : '\ufffd';
  });
}

/** The value of an attribute, for double quotation marks. White space other than spaces is escaped: an attribute that is read again has spaces in its place. */
export function escapeAttribute(text: string): string {
  return escapeXml(text).replace(
    /["\t\n]/g,
    (char) => ({ '"': '&quot;', '\t': '&#9;', '\n': '&#10;' })[char] ?? char,
  );
}
