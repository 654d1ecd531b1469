import type { XmlElement, XmlNode } from '../xml.ts';

/** Elements that say of themselves that they are cut: class att.fragmentable of TEI. */
const fragmentable = new Set(['div', 'l', 'lg', 'p', 'seg']);

/**
 * The body of a text, cut at the beginnings of pages: every word in one piece, in order. The first piece
 * is what stands before the first beginning. Of an element that goes on over pages each piece has a part.
 */
export function splitPages(body: XmlElement): Map<number, XmlElement> {
  const pageOfHead = placeHeads(body);
  let page = 0;
  return split(body);

  function split(element: XmlElement): Map<number, XmlElement> {
    const headed = pageOfHead.get(element);
    if (headed !== undefined) return new Map([[headed, element]]);
    if (element.name === 'pb') page += 1;
    if (element.children.length === 0) return new Map([[page, element]]);
    const children = new Map<number, XmlNode[]>();
    const add = (to: number, node: XmlNode) => {
      const list = children.get(to) ?? [];
      list.push(node);
      children.set(to, list);
    };
    for (const child of element.children) {
      if (typeof child === 'string') add(page, child);
      else for (const [to, piece] of split(child)) add(to, piece);
    }
    const last = children.size - 1;
    return new Map(
      [...children].map(([to, nodes], index) => {
        const part = index === 0 ? 'I' : index === last ? 'F' : 'M';
        const cut = last > 0 && fragmentable.has(element.name) ? { part } : {};
        return [to, { ...element, attributes: { ...element.attributes, ...cut }, children: nodes }];
      }),
    );
  }
}

/**
 * The page of every heading. Where a page begins at the first word below a heading, the heading is on that
 * page: a heading holds no mark of a page (`edition/markdown.ts`).
 */
function placeHeads(body: XmlElement): Map<XmlElement, number> {
  const pages = new Map<XmlElement, number>();
  let page = 0;
  let waiting: XmlElement[] = [];
  const visit = (node: XmlNode) => {
    if (typeof node === 'string') waiting = [];
    else if (node.name === 'head') {
      pages.set(node, page);
      waiting.push(node);
    } else if (node.name === 'pb') {
      page += 1;
      for (const head of waiting) pages.set(head, page);
      waiting = [];
    } else node.children.forEach(visit);
  };
  visit(body);
  return pages;
}
