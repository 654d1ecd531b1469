/** What the page of a text loads when its reader wants to see names, or not to see notes. */
import type { MentionFinder } from '../edition/mentions.ts';
import { namedWords } from '../edition/named.ts';
import type { Entity, NoteHeader, Source } from '../edition/model.ts';
import { entityPath } from '../routes.ts';

/** `/sources/<id>/names.json`. */
export interface ReadingNames {
  names: {
    /** The page of the register. */
    path: string;
    name: string;
    /** As `content/` has them: EDTF, or words. */
    dates?: string;
    description?: string;
  }[];
  /** For each paragraph, by anchor, the words that name: start and end in its words, and which of `names`. */
  paragraphs: Record<string, [start: number, end: number, name: number][]>;
  /** The kind of each of the editor’s notes, by id. */
  notes: Record<string, NoteHeader['kind']>;
}

export function readingNames(source: Source, find: MentionFinder): ReadingNames {
  const entities: Entity[] = [];
  const numbers = new Map<Entity, number>();
  const numberOf = (entity: Entity) => {
    const number = numbers.get(entity) ?? entities.push(entity) - 1;
    numbers.set(entity, number);
    return number;
  };
  const paragraphs = [...namedWords(source, find)]
    .filter(([, named]) => named.length > 0)
    .map(
      ([anchor, named]) =>
        [
          anchor,
          named.map(({ start, end, entity }): [number, number, number] => [start, end, numberOf(entity)]),
        ] as const,
    );
  return {
    paragraphs: Object.fromEntries(paragraphs),
    names: entities.map((entity) => ({
      path: entityPath(entity),
      name: entity.name,
      ...(entity.dates !== undefined && { dates: entity.dates }),
      ...(entity.description !== undefined && { description: entity.description }),
    })),
    notes: Object.fromEntries(
      source.editorNotes.flatMap(({ id, header }) => (header ? [[id, header.kind]] : [])),
    ),
  };
}
