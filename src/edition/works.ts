import { foldForm } from './forms.ts';
import type { Edition, Entity, Figure, FigureSeries, Note, ProsePage, Source, Topic, Work } from './model.ts';

/** Where the edition cites a work. */
export interface WorkCitation {
  locator: string | undefined;
  /** Whether the work was opened for it. */
  seen: boolean;
  by:
    | { kind: 'note'; note: Note; source: Source }
    | { kind: 'entity'; entity: Entity }
    | { kind: 'topic'; topic: Topic }
    /** `index` is the place of the series in the figure, from 0. */
    | { kind: 'figure'; figure: Figure; series: FigureSeries; index: number }
    | { kind: 'page'; page: ProsePage; statement: ProsePage['statements'][number] };
}

/**
 * A work that the edition cites or its texts name: a record of the bibliography, an entity, or both
 * where they have the same id.
 */
export interface WorkEntry {
  id: string;
  work: Work | undefined;
  entity: Entity | undefined;
  /** The editor's notes in their order, then the entities, topics, figures and pages in theirs. */
  citations: WorkCitation[];
}

type Cited = Pick<Edition, 'works' | 'entities' | 'sources' | 'topics' | 'figures' | 'pages'>;

/** All that rests on works, in the order in which a work lists it. */
function* citing({
  sources,
  entities,
  topics,
  figures,
  pages,
}: Omit<Cited, 'works'>): Generator<{ references: Entity['references']; by: WorkCitation['by'] }> {
  for (const source of sources) {
    for (const note of source.editorNotes)
      yield { references: note.header?.references ?? [], by: { kind: 'note', note, source } };
  }
  for (const entity of entities) yield { references: entity.references, by: { kind: 'entity', entity } };
  for (const topic of topics) yield { references: topic.header.references, by: { kind: 'topic', topic } };
  for (const figure of figures) {
    for (const [index, series] of figure.series.entries())
      yield { references: series.references, by: { kind: 'figure', figure, series, index } };
  }
  for (const page of pages) {
    for (const statement of page.statements)
      yield { references: statement.references, by: { kind: 'page', page, statement } };
  }
}

/** Every work, by author and title. */
export function worksOf({ works, entities, ...rest }: Cited): WorkEntry[] {
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
  for (const { references, by } of citing({ entities, ...rest })) cite(references, by);
  return [...entries.values()].sort(
    (a, b) =>
      foldForm(workSort(a)).localeCompare(foldForm(workSort(b)), 'en') || a.id.localeCompare(b.id, 'en'),
  );
}

/** As a list prints it: `Trotsky, Leon, On the Kirov Assassination`. */
export function workHeading({ work, entity, id }: WorkEntry): string {
  if (!work) return entity?.name ?? id;
  return [headOf(work), work.title].filter(Boolean).join(', ');
}

/** By which words a list is sorted: the same without the article or bracket of the title. */
export function workSort({ work, entity, id }: WorkEntry): string {
  if (!work) return entity?.sort ?? id;
  return [headOf(work), work.title.replace(/^(?:The|An?) |^\[/, '')].filter(Boolean).join(', ');
}

function headOf(work: Work): string {
  return personsOf(work).map(turned).join(' and ') || heldBy(work);
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

/** Whether any place that cites the work had it open; undefined where nothing cites it. */
export function wasSeen({ citations }: WorkEntry): boolean | undefined {
  return citations.length === 0 ? undefined : citations.some(({ seen }) => seen);
}
