/** The registers as their pages list them. */
import type { Edition } from './model.ts';
import { countsOf, otherForms, standingForms, type Register } from './register.ts';
import { datesInWords } from './time.ts';
import { entityFolders, type EntityFolder, type EntityKind } from '../schemas/entity-kinds.ts';
import { workHeading, worksOf, workSort } from './works.ts';

export interface RegisterItem {
  kind: EntityKind;
  id: string;
  name: string;
  /** By which words it is sorted. */
  sort: string;
  dates?: string | undefined;
  line?: string | undefined;
  /** Where it is named, and how often. */
  counts: string;
  /** Its other names, by which it is found too. */
  others: string[];
}

/** The entries of one register, from A to Z. */
export function registerItems(edition: Edition, register: Register, folder: EntityFolder): RegisterItem[] {
  return folder === 'works' ? workItems(edition, register) : entityItems(edition, register, folder);
}

function entityItems({ entities }: Edition, register: Register, folder: EntityFolder): RegisterItem[] {
  return entities
    .filter(({ kind }) => kind === entityFolders[folder])
    .flatMap((entity) => {
      const entry = register.get(entity);
      if (!entry) return [];
      const { kind, id, sort, dates, description } = entity;
      return [
        {
          kind,
          id,
          name: sort,
          sort,
          dates: dates === undefined ? undefined : datesInWords(dates),
          line: description,
          counts: countsOf(entry),
          others: [entity.name, ...standingForms(entry), ...otherForms(entry)],
        },
      ];
    });
}

function workItems(edition: Edition, register: Register): RegisterItem[] {
  return worksOf(edition).map((entry) => {
    const { work, entity, citations } = entry;
    const named = entity && register.get(entity);
    const cited = citations.length;
    return {
      kind: 'work',
      id: entry.id,
      name: workHeading(entry),
      sort: workSort(entry),
      dates:
        work?.issued?.['date-parts'][0]?.[0]?.toString() ?? (entity?.dates && datesInWords(entity.dates)),
      counts: [
        named && named.count > 0 && `Named: ${countsOf(named)}`,
        cited > 0 && `Cited by the edition: ${String(cited)}`,
      ]
        .filter(Boolean)
        .join('. '),
      others: [
        work?.title ?? '',
        entity?.name ?? '',
        ...(entity?.forms ?? []),
        ...(entity?.other ?? []),
      ].filter(Boolean),
    };
  });
}
