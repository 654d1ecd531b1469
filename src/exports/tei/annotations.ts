/** The editor's notes and what the apparatus says of readings, standing off the text. */
import type { Entity, Note, Reading } from '../../edition/model.ts';
import { addressOf, notePath } from '../../routes.ts';
import { biblId, EDITOR, entityId, noteId, pieceId, pointer, quotedId } from './ids.ts';
import type { Writing } from './inline.ts';
import { noteParagraphs } from './text.ts';
import { el, maybe, mixed, type XmlElement } from '../xml.ts';

/** Ids of the categories that say how far something was checked, and what a note is about. */
export const checkedId = (checked: string) => `checked-${checked}`;
export const kindId = (kind: string) => `kind-${kind}`;

export function editorNotes(writing: Writing, about: (note: Note) => Entity[]): XmlElement | undefined {
  const { source, site } = writing;
  if (source.editorNotes.length === 0) return undefined;
  const notes = source.editorNotes.map((note) => {
    const { header } = note;
    const entities = about(note);
    entities.forEach((entity) => writing.named.add(entity));
    const categories = header ? [kindId(header.kind), checkedId(header.checked)] : [];
    return el(
      'note',
      {
        type: 'editor',
        subtype: note.on === undefined ? 'comment' : 'reply',
        'xml:id': noteId(note),
        n: note.mark || undefined,
        resp: pointer(EDITOR),
        target: targetOf(note, writing),
        ana: categories.map(pointer).join(' ') || undefined,
        corresp: entities.map((entity) => pointer(entityId(entity))).join(' ') || undefined,
      },
      maybe('label', header?.title),
      mixed('idno', { type: 'URI' }, addressOf(notePath(note), site)),
      ...noteParagraphs(note, writing),
      citations(header?.references ?? []),
    );
  });
  return el('listAnnotation', { type: 'notes' }, mixed('head', {}, 'Editor’s notes'), ...notes);
}

/** The words that a note is on, in all their pieces; their paragraph where they are withheld; or the note that it replies to. */
function targetOf(note: Note, { source, pieces }: Writing): string | undefined {
  if (note.on !== undefined) {
    const answered = source.witnessNotes.find(({ label }) => label === note.on);
    return answered && pointer(noteId(answered));
  }
  if (note.quote && note.quote.start < note.quote.end) return piecesOf(quotedId(note), pieces);
  return note.at && pointer(note.at.anchor);
}

function piecesOf(id: string, pieces: ReadonlyMap<string, number>): string {
  const count = pieces.get(id) ?? 1;
  return Array.from({ length: count }, (_, index) => pointer(pieceId(id, index + 1))).join(' ');
}

/** Works that something rests on, as pointers to the list of works. */
export function citations(references: Entity['references']): XmlElement | undefined {
  if (references.length === 0) return undefined;
  return el(
    'listBibl',
    {},
    ...references.map(({ id, locator, seen }) =>
      el(
        'bibl',
        {},
        el('ptr', { target: pointer(biblId(id)) }),
        maybe('citedRange', locator),
        seen ? undefined : mixed('note', { type: 'seen' }, 'Not seen.'),
      ),
    ),
  );
}

/** What the apparatus says of readings that are kept. A correction that has no place in the text stands here. */
export function readingNotes({ source, pieces }: Writing): XmlElement | undefined {
  const notes = source.readings.flatMap((reading) => {
    const words = wordsOn(reading, (pieces.get(reading.id) ?? 1) > 1);
    if (words.length === 0) return [];
    const target = piecesOf(reading.id, pieces);
    return [
      mixed(
        'note',
        { type: 'textual', 'xml:id': `note.${reading.id}`, resp: pointer(EDITOR), target },
        ...words,
      ),
    ];
  });
  if (notes.length === 0) return undefined;
  return el('listAnnotation', { type: 'readings' }, mixed('head', {}, 'Notes on readings'), ...notes);
}

function wordsOn({ decision }: Reading, isCut: boolean): (string | XmlElement)[] {
  const words = decision.note === undefined ? [] : [decision.note];
  if (!isCut || decision.reading === undefined) return words;
  return [mixed('corr', { cert: 'medium' }, decision.reading), ...words.flatMap((note) => [' ', note])];
}
