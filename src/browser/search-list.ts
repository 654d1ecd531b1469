/** Results as a list. Every text enters the page as a text node. */
import { HAND_NAMES } from '../edition/labels.ts';
import { withoutHand } from '../search/blocks.ts';
import { excerpt } from '../search/excerpt.ts';
import type { Answer } from '../search/found.ts';
import type { Query } from '../search/query.ts';
import { anchorPath, notePath } from '../routes.ts';
import { element } from './element.ts';

/** @param query which the linked page marks. */
export function resultItem(result: Answer, query: Query): HTMLLIElement {
  const { source, hand, label, closeness } = result;
  const item = element('li', 'search-result');
  item.dataset['searchResult'] = '';
  item.dataset['hand'] = hand;

  const link = element('a', '');
  link.href = landing(result, query);
  link.append(`${source.short}, ${withoutHand(label)}`);
  const head = element('p', 'search-head', link, ' ', element('span', 'search-hand', HAND_NAMES[hand]));
  const how = { form: 'another form of a word', variant: 'another spelling or name' }[closeness as string];
  if (how !== undefined) head.append(' ', element('span', 'search-form', how));
  item.append(head, excerptOf(result));
  return item;
}

/** The words around the first place, as they stand in the text, with those that were asked for marked. */
function excerptOf({ words: text, where, hand, source }: Answer): HTMLParagraphElement {
  const shown = element('p', 'search-excerpt');
  // Notes are in the language of the site.
  if (hand === 'author' || hand === 'author-note') shown.lang = source.language;
  const { start, end, hits: inside } = excerpt(text, where);
  if (start > 0) shown.append('… ');
  let at = start;
  for (const hit of inside) {
    const mark = document.createElement('mark');
    mark.append(text.slice(hit.start, hit.end));
    shown.append(text.slice(at, hit.start), mark);
    at = hit.end;
  }
  shown.append(text.slice(at, end));
  if (end < text.length) shown.append(' …');
  return shown;
}

/** `/sources/strong-1934/?q=kulak#p12` */
function landing({ source, hand, id }: Answer, { text, isExact }: Query): string {
  const url = hand === 'author' ? anchorPath(source.id, id) : notePath({ sourceId: source.id, id });
  const [path = '', hash] = url.split('#');
  const asked = new URLSearchParams({ q: text, ...(isExact && { exact: '1' }) });
  return `${path}?${asked.toString()}${hash === undefined ? '' : `#${hash}`}`;
}
