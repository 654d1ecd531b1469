import { folderOf } from '../schemas/entity-kinds.ts';
import type { Whole } from './ledger.ts';
import type { Edition } from './model.ts';
import { pairsOf } from './topics.ts';

/** A permanent page around the sources. */
interface PageAddress extends Whole {
  /** Its address without the slashes at its ends, e.g. `people/joseph-stalin`; of a listed figure `claims/<source>/<id>`. */
  id: string;
  name: string;
}

type Paged = Pick<Edition, 'entities' | 'works' | 'topics' | 'figures' | 'diagrams' | 'claims'>;

/** Every permanent page of the edition around its sources and notes, each once. */
export function pageAddresses(edition: Paged, bibliography = 'content/bibliography.json'): PageAddress[] {
  const { entities, works, topics, figures, diagrams, claims } = edition;
  const all: PageAddress[] = [
    ...entities.map(({ kind, id, name, place }) => ({ id: `${folderOf(kind)}/${id}`, name, place })),
    ...[...works.values()].map(({ id, title }) => ({
      id: `works/${id}`,
      name: title,
      place: { file: bibliography },
    })),
    ...topics.map(({ id, header, place }) => ({ id: `topics/${id}`, name: header.title, place })),
    ...figures.map(({ id, title, place }) => ({ id: `figures/${id}`, name: title, place })),
    ...diagrams.map(({ id, title, place }) => ({ id: `diagrams/${id}`, name: title, place })),
    ...claims.map(({ id, source, what, place }) => ({ id: `claims/${source.id}/${id}`, name: what, place })),
    ...pairsOf(topics).map(([a, b]) => ({
      id: `compare/${a.id}/${b.id}`,
      name: `${a.header.short} and ${b.header.short}`,
      place: { file: 'content/topics' },
    })),
  ];
  // A work may have a file beside its record in the bibliography; the file comes first.
  return [...new Map(all.toReversed().map((page) => [page.id, page])).values()].toReversed();
}
