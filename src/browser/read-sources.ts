/** The words of whole sources, for what the index cannot answer. */
import { directoryPath, sourceWordsPath } from '../routes.ts';
import type { Directory } from '../search/go-to/directory.ts';
import { few } from '../search/records.ts';
import type { SourceWords } from '../search/source-words.ts';
import { loadJson } from './load-json.ts';

/** The ids of the sources of the edition, in its order, and whether they are few enough to be read whole. */
export async function liveSources(): Promise<{ ids: string[]; areFew: boolean }> {
  const { sources } = await loadJson<Directory>(directoryPath());
  const ids = sources.filter(({ retired }) => !retired).map(({ id }) => id);
  return { ids, areFew: ids.length <= few };
}

export function readSource(id: string): Promise<SourceWords> {
  return loadJson<SourceWords>(sourceWordsPath(id));
}
