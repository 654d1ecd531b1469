import type { Note, Source } from '../edition/model.ts';

/** The author's notes, the transcriber's, the editor's. */
export function notesByHand({ witnessNotes, editorNotes }: Source): Note[] {
  const of = (hand: Note['hand']) => witnessNotes.filter((note) => note.hand === hand);
  return [...of('author-note'), ...of('transcriber-note'), ...editorNotes];
}
