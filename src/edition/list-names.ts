/** What a list is searched by where it is cut in groups; our own scripts read it. */
import { authorsOf, titleOf } from './labels.ts';
import type { Source } from './model.ts';
import type { RegisterItem } from './register-items.ts';

/** `/people/names.json`. */
export interface ListNames {
  names: ListName[];
}

/** The id of an entry, what the list calls it, and by what else it is found. */
export type ListName = [id: string, name: string, ...others: string[]];

export function namesOfItems(items: readonly Pick<RegisterItem, 'id' | 'name' | 'others'>[]): ListNames {
  return { names: items.map(({ id, name, others }) => [id, name, ...others.filter((one) => one !== name)]) };
}

export function namesOfSources(sources: readonly Source[]): ListNames {
  return {
    names: sources.map((source) => [source.id, source.header.short, titleOf(source), authorsOf(source)]),
  };
}
