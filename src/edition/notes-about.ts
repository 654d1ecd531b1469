import type { Edition, Note, Paragraph, Source } from './model.ts';

/** An editor's note with its place. */
export interface PlacedNote {
  note: Note;
  source: Pick<Source, 'header'>;
  /** Undefined for a reply. */
  paragraph: Paragraph | undefined;
}

const byEdition = new WeakMap<Edition, Map<string, PlacedNote[]>>();

/** The editor's notes that name an entity under `about`, in the order of the edition. */
export function notesAbout(edition: Edition, entityId: string): readonly PlacedNote[] {
  const known = byEdition.get(edition) ?? notesByEntity(edition);
  byEdition.set(edition, known);
  return known.get(entityId) ?? [];
}

function notesByEntity({ sources }: Edition): Map<string, PlacedNote[]> {
  const byEntity = new Map<string, PlacedNote[]>();
  for (const source of sources) {
    const paragraphs = new Map(source.paragraphs.map((paragraph) => [paragraph.anchor, paragraph]));
    for (const note of source.editorNotes) {
      const placed = {
        note,
        source: { header: source.header },
        paragraph: paragraphs.get(note.at?.anchor ?? ''),
      };
      for (const id of new Set(note.header?.about)) {
        const notes = byEntity.get(id) ?? [];
        byEntity.set(id, notes);
        notes.push(placed);
      }
    }
  }
  return byEntity;
}
