/** What helps a reader whose query found nothing. Loaded when that happens. */
import { NOTES, SOURCES } from '../routes.ts';
import { tokens } from '../edition/normalise.ts';
import { nearestWords } from '../search/nearest.ts';
import type { Query } from '../search/query.ts';
import { element } from './element.ts';
import { liveSources, readSource } from './read-sources.ts';

/** The nearest words, each as a link that searches for it, and where all is listed. */
export async function noResultHelp({ all, text }: Query, search: string): Promise<HTMLElement> {
  const help = element('div', 'search-help');
  const vocabulary = await vocabularyOf();
  for (const word of new Set(all)) {
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

/** How often each word stands in the texts and notes; empty for an edition too large to read here. */
async function vocabularyOf(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const { ids, areFew } = await liveSources();
  if (!areFew) return counts;
  const texts = await Promise.all(ids.map(readSource));
  for (const { words } of texts.flatMap(({ paragraphs, notes }) => [...paragraphs, ...notes])) {
    for (const { token } of tokens(words)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}
