import { callMark } from '../../edition/labels.ts';
import type { Edition, Hand, Note } from '../../edition/model.ts';
import { notePath } from '../../routes.ts';
import { fullAddress, inlineText, type Inline, type Surroundings } from './inline.ts';
import { restsOn, type LabelOf } from './references.ts';

/** A note as it stands at the foot of a page. */
export interface NoteData {
  /** Its label within the document. */
  id: string;
  hand: Hand;
  /** Its mark at the call; empty for a reply. */
  mark: string;
  /** Whose it is: `author`, `transcriber`, `editor`, `editor’s reply`. */
  who: string;
  /** Its permanent address. */
  address: string;
  paragraphs: Inline[][];
  /** What an editor's note rests on. */
  rests: Inline[];
  replies: NoteData[];
}

const names: Record<Note['hand'], string> = {
  'author-note': 'author',
  'transcriber-note': 'transcriber',
  'editor-note': 'editor',
};

/** A note with its replies. */
export function noteData(
  note: Note,
  edition: Pick<Edition, 'works'>,
  around: Pick<Surroundings, 'site'>,
  label: LabelOf,
): NoteData {
  return {
    id: noteLabel(note),
    hand: note.hand,
    mark: note.on === undefined ? callMark(note) : '',
    who: note.on === undefined ? names[note.hand] : 'editor’s reply',
    address: fullAddress(notePath(note), around.site),
    paragraphs: note.paragraphs.map((text) => inlineText(text, around)),
    rests: note.header ? restsOn(note.header, edition.works, label) : [],
    replies: note.replies.map((reply) => noteData(reply, edition, around, label)),
  };
}

export function noteLabel({ sourceId, id }: Pick<Note, 'sourceId' | 'id'>): string {
  return `${sourceId}.note-${id}`;
}
