/**
 * On a page that search led to, marks the words of the query `q`: in the paragraph that the address
 * names, or in the note that the page is about. The page itself is not changed.
 */
import { match } from '../search/match.ts';
import { parseQuery } from '../search/query.ts';

function target(): Element | null {
  const hash = location.hash.slice(1).replace(/:~:.*$/, '');
  const noteId = location.pathname.split('/').at(-2) ?? '';
  return document.getElementById(hash) ?? document.getElementById(`note-${noteId}`);
}

/** The text nodes of the words, without what the edition put between them. */
function textNodes(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.hasAttribute('data-apparatus')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes;
}

function blockOf(node: Text | undefined): Element | null | undefined {
  return node?.parentElement?.closest('p');
}

function markWords(element: Element, text: string): void {
  // Between two paragraphs of a note there is no white space, but the end of a word.
  const nodes = textNodes(element).map((node, index, all) => ({
    node,
    gap: index > 0 && blockOf(node) !== blockOf(all[index - 1]) ? 1 : 0,
  }));
  const words = nodes.map(({ node, gap }) => ' '.repeat(gap) + node.data).join('');
  const hits = match(words, parseQuery(text))?.hits ?? [];
  /** The node that holds a place of the words; at a seam the one before, for an end, else the one after. */
  const locate = (place: number, isEnd: boolean): [Text, number] | undefined => {
    let start = 0;
    for (const { node, gap } of nodes) {
      start += gap;
      const offset = place - start;
      if (isEnd ? offset <= node.length : offset < node.length) return [node, offset];
      start += node.length;
    }
    return undefined;
  };
  const ranges = hits.flatMap(({ start, end }) => {
    const [first, last] = [locate(start, false), locate(end, true)];
    if (!first || !last) return [];
    const range = new Range();
    range.setStart(...first);
    range.setEnd(...last);
    return [range];
  });
  CSS.highlights.set('search-hit', new Highlight(...ranges));
}

const element = target();
const query = new URLSearchParams(location.search).get('q');
if ('highlights' in CSS && element && query !== null) markWords(element, query);
