import { indexNames, type NameCatalogue, type NameIndex } from '../search/expand.ts';
import { namesPath } from '../routes.ts';
import { loadJson } from './load-json.ts';

/** The other names of what the texts speak of. */
export async function loadNames(): Promise<NameIndex> {
  return indexNames(await loadJson<NameCatalogue>(namesPath()));
}
