import { recordsPath } from '../routes.ts';
import type { SearchCatalogue } from '../search/records.ts';
import { loadJson } from './load-json.ts';

/** What search must know of all sources. */
export function loadCatalogue(): Promise<SearchCatalogue> {
  return loadJson<SearchCatalogue>(recordsPath());
}
