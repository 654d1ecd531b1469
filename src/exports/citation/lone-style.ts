/**
 * Styles for items that stand alone. Most of the time of the library goes into telling items apart and
 * into putting them in order, and here there is never a second one.
 */
import type { StyleNode } from 'citeproc';

/** The style with its bibliography; in a citation it prints one word, since the library makes one. */
export function entryStyle(style: StyleNode): StyleNode {
  const word = { name: 'text', attrs: { value: 'x' }, children: [] };
  const layout = { name: 'layout', attrs: {}, children: [word] };
  const lone = aloneIn(style);
  return {
    ...lone,
    children: lone.children.map((part) =>
      typeof part !== 'string' && part.name === 'citation' ? { ...part, children: [layout] } : part,
    ),
  };
}

/** The style with its citations. */
export function placeStyle(style: StyleNode): StyleNode {
  const lone = aloneIn(style);
  return {
    ...lone,
    children: lone.children.filter((part) => typeof part === 'string' || part.name !== 'bibliography'),
  };
}

/** Without the order of items and without what tells like items apart. */
function aloneIn(node: StyleNode): StyleNode {
  const attrs = Object.entries(node.attrs).filter(([name]) => !name.startsWith('disambiguate-'));
  return {
    ...node,
    attrs: Object.fromEntries(attrs),
    children: node.children
      .filter((child) => typeof child === 'string' || child.name !== 'sort')
      .map((child) => (typeof child === 'string' ? child : aloneIn(child))),
  };
}
