/**
 * The `xml:id`s of a TEI file. Paragraphs and sections have their anchors (`p12`, `s2`); all other ids
 * begin with a word and a hyphen, and a full stop, which no id of `content/` has, parts what is added.
 */
import type { Entity, Note } from '../../edition/model.ts';
import type { EntityKind } from '../../schemas/entity-kinds.ts';

export const EDITOR = 'editor';
export const TRANSCRIBER = 'transcriber';
/** The text as a whole. */
export const TEXT = 'text';

const prefixes: Record<EntityKind, string> = {
  person: 'person',
  place: 'place',
  organisation: 'org',
  term: 'term',
  event: 'event',
  work: 'work',
};

export function entityId({ kind, id }: Pick<Entity, 'kind' | 'id'>): string {
  return `${prefixes[kind]}-${id}`;
}

export function biblId(workId: string): string {
  return `bibl-${workId}`;
}

export function noteId({ id }: Pick<Note, 'id'>): string {
  return `note-${nameOf(id)}`;
}

/** The call of a note; one that is called again has another id. */
export function callId({ id }: Pick<Note, 'id'>, time: number): string {
  return pieceId(`call-${nameOf(id)}`, time);
}

/** The words that a note of the editor stands on. */
export function quotedId({ id }: Pick<Note, 'id'>): string {
  return `words-${nameOf(id)}`;
}

export function authorId(index: number): string {
  return `author-${String(index + 1)}`;
}

/** The piece of an element that is cut, from 1. */
export function pieceId(id: string, piece: number): string {
  return piece === 1 ? id : `${id}.${String(piece)}`;
}

export function pointer(id: string): string {
  return `#${id}`;
}

/** The name of a note as XML allows it: a printed mark may be an asterisk. */
function nameOf(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/gu, (char) => `_${(char.codePointAt(0) ?? 0).toString(16)}_`);
}

/** The id of a note by its `xml:id`. */
export function noteName(xmlId: string): string {
  return xmlId
    .replace(/^note-/, '')
    .replace(/_([0-9a-f]+)_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
