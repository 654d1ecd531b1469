import { callMark, noteName, languageOfHand } from '../../edition/labels.ts';
import type { Mention, MentionFinder } from '../../edition/mentions.ts';
import type { Note, Source } from '../../edition/model.ts';
import { wordsOf } from '../../edition/notes.ts';
import { rightsHands } from '../../edition/rights.ts';
import { notePath, sourcePath } from '../../routes.ts';
import type { NoteData, NoteInSource } from '../../schemas/data/note.ts';
import { full, headOf, referencesOf, rightsOf, type Context } from './shared.ts';
import { textOf } from './text.ts';

export function noteInSource(
  note: Note,
  source: Source,
  find: MentionFinder,
  context: Context,
): NoteInSource {
  const { header } = note;
  const record = source.ledger.notes[note.id];
  return {
    id: note.id,
    address: full(notePath(note), context),
    hand: note.hand,
    mark: note.mark && callMark(note),
    name: noteName(note),
    paragraph: note.at?.anchor,
    at: note.at?.offset,
    quote: note.quote,
    repliesTo: source.witnessNotes.find(({ label }) => label === note.on)?.id,
    replies: note.replies.map(({ id }) => id),
    paragraphs: paragraphsOf(note, source, find, context),
    title: header?.title,
    about: header?.kind,
    subjects: header?.about,
    references: header && referencesOf(header.references, context),
    checked: header?.checked,
    first: record?.first,
    changed: record?.changed,
  };
}

/** Names are looked for in the whole note, as everywhere, and stand off the paragraph that has them. */
function paragraphsOf(note: Note, source: Source, find: MentionFinder, context: Context) {
  const mentions = find(`${source.id}#${note.id}`, wordsOf(note));
  let from = 0;
  return note.paragraphs.map((text) => {
    const to = from + text.words.length;
    const here = mentions
      .filter(({ start, end }) => start >= from && end <= to)
      .map((mention): Mention => ({ ...mention, start: mention.start - from, end: mention.end - from }));
    // As `wordsOf()` joins them.
    from = to + 2;
    return textOf(text, context, source, here);
  });
}

/** The file of a note: `/notes/<source>/<note>/<note>.json`. */
export function noteJson(note: Note, source: Source, find: MentionFinder, context: Context): NoteData {
  return {
    ...headOf('note', notePath(note), context),
    ...noteInSource(note, source, find, context),
    source: { id: source.id, name: source.header.short, address: full(sourcePath(source.id), context) },
    language: languageOfHand(note.hand, source),
    rights: rightsOf(source, rightsHands[note.hand])[0],
  };
}
