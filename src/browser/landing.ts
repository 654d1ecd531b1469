/**
 * On a page that search led to, marks the words of the query `q`: in the paragraph that the address
 * names, or in the note that the page is about. The page itself is not changed.
 */
import { match } from '../search/match.ts';
import { parseQuery } from '../search/query.ts';
import { markRanges, ownWords } from './own-words.ts';

function target(): Element | null {
  const hash = location.hash.slice(1).replace(/:~:.*$/, '');
  const noteId = location.pathname.split('/').at(-2) ?? '';
  return document.getElementById(hash) ?? document.getElementById(`note-${noteId}`);
}

const element = target();
const query = new URLSearchParams(location.search).get('q');
if (element && query !== null) {
  const { words, range } = ownWords([element]);
  const hits = match(words, parseQuery(query))?.hits ?? [];
  markRanges(
    'search-hit',
    hits.map(({ start, end }) => range(start, end)),
  );
}
