/** What helps a reader whose query found nothing. Loaded when that happens. */
import { NOTES, SOURCES } from '../routes.ts';
import { tokens } from '../edition/normalise.ts';
import { nearestWords } from '../search/nearest.ts';
import type { Query } from '../search/query.ts';
import { element } from './element.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { readSource } from './read-sources.ts';
import { openWordIndex } from './word-index.ts';

/** The nearest words, each as a link that searches for it, and where all is listed. */
export async function noResultHelp({ all, text }: Query, search: string): Promise<HTMLElement> {
  const help = element('div', 'search-help');
  for (const word of new Set(all)) {
    const vocabulary = await vocabularyFor(word);
    if (vocabulary.size === 0 || vocabulary.has(word)) continue;
    const near = nearestWords(word, vocabulary);
    const links = near.flatMap((other, index) => {
      const link = element('a', '', other);
      const query = text.toLowerCase().includes(word) ? text.toLowerCase().replace(word, other) : other;
      link.href = `${search}?${new URLSearchParams({ q: query }).toString()}`;
      return index === 0 ? [link] : [', ', link];
    });
    help.append(
      near.length > 0
        ? element('p', '', `“${word}” stands nowhere. Words like it: `, ...links, '.')
        : element('p', '', `“${word}” stands nowhere, and no word like it.`),
    );
  }
  const list = (name: string, path: string) => {
    const link = element('a', '', name);
    link.href = path;
    return link;
  };
  help.append(
    element('p', '', 'All that can be read: ', list('sources', SOURCES), ', ', list('notes', NOTES), '.'),
  );
  return help;
}

/** Words that may be the one that is meant, with how often each stands in the texts and notes, at least by rank. */
async function vocabularyFor(word: string): Promise<Map<string, number>> {
  const { sources, words: folder } = await loadCatalogue();
  if (folder !== undefined) {
    const known = await openWordIndex(folder).vocabulary(word.charAt(0));
    return new Map(known.map((one, rank) => [one, known.length - rank]));
  }
  const counts = new Map<string, number>();
  const texts = await Promise.all(sources.map(({ id }) => readSource(id)));
  for (const { words } of texts.flatMap(({ paragraphs, notes }) => [...paragraphs, ...notes])) {
    for (const { token } of tokens(words)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}
