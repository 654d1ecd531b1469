import { indexNames, type NameCatalogue, type NameIndex } from '../search/expand.ts';
import { namesPath } from '../routes.ts';
import { loadJson } from './load-json.ts';

let indexed: Promise<NameIndex> | undefined;

/** The other names of what the texts speak of, indexed once; again after a failure. */
export function loadNames(): Promise<NameIndex> {
  indexed ??= loadJson<NameCatalogue>(namesPath())
    .then(indexNames)
    .catch((error: unknown) => {
      indexed = undefined;
      throw error;
    });
  return indexed;
}
