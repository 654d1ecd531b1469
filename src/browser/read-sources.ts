/** The words of whole sources, for what the index cannot answer. */
import { directoryPath, sourceWordsPath } from '../routes.ts';
import type { Directory } from '../search/go-to/directory.ts';
import { few } from '../search/records.ts';
import type { SourceWords } from '../search/source-words.ts';
import { loadJson } from './load-json.ts';

/**
 * The ids of the sources of the edition, in its order; whether they are few enough to be read whole; those,
 * as readers cite them, of which words are not shown.
 */
export async function liveSources(): Promise<{ ids: string[]; areFew: boolean; withheld: string[] }> {
  const { sources } = await loadJson<Directory>(directoryPath());
  const live = sources.filter(({ retired }) => !retired);
  const withheld = live.filter((one) => one.withheld).map(({ short }) => short);
  return { ids: live.map(({ id }) => id), areFew: live.length <= few, withheld };
}

export function readSource(id: string): Promise<SourceWords> {
  return loadJson<SourceWords>(sourceWordsPath(id));
}
