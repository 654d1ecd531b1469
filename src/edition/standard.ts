import type { Edition, Entity, Note } from './model.ts';

/** Notes and entities that state something for which no page was seen. */
export function onStandardKnowledge({ sources, entities }: Pick<Edition, 'sources' | 'entities'>): {
  notes: Note[];
  entities: Entity[];
} {
  return {
    notes: sources
      .flatMap(({ editorNotes }) => editorNotes)
      .filter(({ header }) => header?.checked === 'standard'),
    entities: entities.filter(
      ({ checked, dates, description }) =>
        checked === 'standard' && (dates !== undefined || description !== undefined),
    ),
  };
}
