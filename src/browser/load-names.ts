import { indexNames, type NameCatalogue, type NameIndex } from '../search/name-index.ts';
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

/** The preferred names of entities: of `people/joseph-stalin`. */
export async function loadPreferredNames(): Promise<ReadonlyMap<string, string>> {
  const { names } = await loadJson<NameCatalogue>(namesPath());
  return new Map(names.map(({ id, forms: [name = id] }) => [id, name]));
}
