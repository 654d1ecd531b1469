/**
 * On a page that search led to, marks the words of the query `q`: in the paragraph that the address
 * names, or in the note that the page is about. Words elsewhere are marked only when the reader goes
 * through them, which is offered; `within` in the address says that it was taken.
 */
import { expand } from '../search/expand.ts';
import type { NameIndex } from '../search/name-index.ts';
import { match } from '../search/match.ts';
import { parseQuery } from '../search/query.ts';
import { ROOT } from '../routes.ts';
import { loadNames } from './load-names.ts';
import { markRanges, ownWords } from './own-words.ts';

function target(): Element | null {
  const hash = location.hash.slice(1).replace(/:~:.*$/, '');
  const noteId = location.pathname.split('/').at(-2) ?? '';
  return document.getElementById(hash) ?? document.getElementById(`note-${noteId}`);
}

const element = target();
const parameters = new URLSearchParams(location.search);
const asked = parameters.get('q');
const hasText = document.querySelector('article[data-source]') !== null;
if (hasText && parameters.has('within')) void import('./within-text.ts').then(({ arrive }) => arrive());
else if (element && asked !== null) {
  const { words, range } = ownWords([element]);
  const sourceId = location.pathname.slice(ROOT.length).split('/')[2] ?? '';
  const place = `${sourceId}#${element.id.replace(/^note-/, '')}`;
  const query = parseQuery(asked, { isExact: parameters.get('exact') === '1' });
  const mark = (names: NameIndex) => {
    const hits = match(words, expand(query, names).query, place)?.hits ?? [];
    markRanges(
      'search-hit',
      hits.map(({ start, end }) => range(start, end)),
    );
    return hits.length > 0;
  };
  // The names are asked for only where the words themselves are not there.
  if (!mark(new Map())) void loadNames().then(mark);
  if (hasText) void import('./within-offer.ts').then(({ offerAt }) => offerAt(query, element));
}
