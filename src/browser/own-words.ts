/** The words of elements on the page, without what the edition put between them, and where they stand. */
export interface OwnWords {
  words: string;
  /** The part of the page that holds a stretch of the words. */
  range: (start: number, end: number) => Range | undefined;
  /** The offset in the words of a place on the page: of the first character at or after it. */
  offsetOf: (node: Node, offset: number) => number;
}

/** Between two blocks there is no white space on the page, but the end of a word. */
export function ownWords(elements: readonly Element[]): OwnWords {
  const nodes: { node: Text; start: number }[] = [];
  let words = '';
  for (const node of elements.flatMap(textNodes)) {
    const before = nodes.at(-1)?.node;
    if (before && before.parentElement?.closest('p') !== node.parentElement?.closest('p')) words += ' ';
    nodes.push({ node, start: words.length });
    words += node.data;
  }
  /** At a seam the node before it, for an end, else the one after. */
  const locate = (place: number, isEnd: boolean): [Text, number] | undefined => {
    for (const { node, start } of nodes) {
      const offset = place - start;
      if (isEnd ? offset <= node.length : offset < node.length) return [node, Math.max(0, offset)];
    }
    return undefined;
  };
  return {
    words,
    range: (start, end) => {
      const [first, last] = [locate(start, false), locate(end, true)];
      if (!first || !last) return undefined;
      const range = new Range();
      range.setStart(...first);
      range.setEnd(...last);
      return range;
    },
    offsetOf: (node, offset) => {
      const place = new Range();
      place.setStart(node, offset);
      for (const { node: text, start } of nodes) {
        if (text === node) return start + offset;
        if (place.comparePoint(text, 0) >= 0) return start;
      }
      return words.length;
    },
  };
}

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

/** Marks stretches of the page without changing it, where the browser can. */
export function markRanges(name: string, ranges: (Range | undefined)[]): void {
  if ('highlights' in CSS)
    CSS.highlights.set(name, new Highlight(...ranges.filter((range) => range !== undefined)));
}
