import { foldForm } from './forms.ts';
import type { Edition, Entity, Note, Source, Work } from './model.ts';

/** Where the edition cites a work. */
export interface WorkCitation {
  locator: string | undefined;
  /** Whether the work was opened for it. */
  seen: boolean;
  by: { kind: 'note'; note: Note; source: Source } | { kind: 'entity'; entity: Entity };
}

/**
 * A work that the edition cites or its texts name: a record of the bibliography, an entity, or both
 * where they have the same id.
 */
export interface WorkEntry {
  id: string;
  work: Work | undefined;
  entity: Entity | undefined;
  /** The editor's notes in their order, then the entities in theirs. */
  citations: WorkCitation[];
}

/** Every work, by author and title. */
export function worksOf({ works, entities, sources }: Edition): WorkEntry[] {
  const entries = new Map<string, WorkEntry>();
  for (const [id, work] of works) entries.set(id, { id, work, entity: undefined, citations: [] });
  for (const entity of entities.filter(({ kind }) => kind === 'work')) {
    const known = entries.get(entity.id);
    if (known) known.entity = entity;
    else entries.set(entity.id, { id: entity.id, work: undefined, entity, citations: [] });
  }
  const cite = (references: Entity['references'], by: WorkCitation['by']) => {
    for (const { id, locator, seen } of references) entries.get(id)?.citations.push({ locator, seen, by });
  };
  for (const source of sources) {
    for (const note of source.editorNotes)
      cite(note.header?.references ?? [], { kind: 'note', note, source });
  }
  for (const entity of entities) cite(entity.references, { kind: 'entity', entity });
  return [...entries.values()].sort(
    (a, b) =>
      foldForm(workSort(a)).localeCompare(foldForm(workSort(b)), 'en') || a.id.localeCompare(b.id, 'en'),
  );
}

/** By which words a list has the work: `Trotsky, Leon, On the Kirov Assassination`. */
export function workSort(entry: WorkEntry): string {
  const { work } = entry;
  if (!work) return entry.entity?.sort ?? entry.id;
  return [personsOf(work).map(turned).join(' and ') || heldBy(work), titleSort(work)]
    .filter(Boolean)
    .join(', ');
}

/** A short name of the work, for headings: `Trotsky, On the Kirov Assassination`. */
export function workName(entry: WorkEntry): string {
  const { work, entity } = entry;
  if (!work) return entity?.name ?? entry.id;
  const persons = personsOf(work)
    .map(({ family, literal }) => literal ?? family ?? '')
    .join(' and ');
  return [persons || heldBy(work), work.title].filter(Boolean).join(', ');
}

function personsOf({ author, editor }: Work) {
  return author ?? editor ?? [];
}

function turned({ family, given, literal }: { family?: string; given?: string; literal?: string }): string {
  return literal ?? [family, given].filter(Boolean).join(', ');
}

/** What holds a work that has a title in brackets, which is a description, and no author. */
function heldBy({ title, 'container-title': container }: Work): string {
  return title.startsWith('[') ? (container ?? '') : '';
}

function titleSort({ title }: Work): string {
  return title.replace(/^(?:The|An?) |^\[/, '');
}

/** Whether any place that cites the work had it open; undefined where nothing cites it. */
export function wasSeen({ citations }: WorkEntry): boolean | undefined {
  return citations.length === 0 ? undefined : citations.some(({ seen }) => seen);
}
