import { z } from 'zod';
import { noteKinds } from '../note.ts';
import { address, anchor, grounds, hand, head, link, offset, release, rights, slug, text } from './shared.ts';
import { textData } from './text.ts';

/** A note, within its source or in a file of its own. */
const noteFields = {
  id: slug,
  address,
  hand: hand.exclude(['author']),
  mark: z.string().describe('What readers see at its call; empty where it has none of its own.'),
  name: text.describe('`Author’s note 3`, `Editor’s note: Kulak`.'),
  paragraph: anchor
    .optional()
    .describe('The paragraph of its call; absent for a note on a note or on the whole text.'),
  at: offset.optional().describe('Where in that paragraph its call stands.'),
  quote: z
    .strictObject({ start: offset, end: offset, words: text })
    .optional()
    .describe(
      'The words that it stands on, for an editor’s note on the text. Of a paragraph that is withheld they have no place, and are absent where they may not be quoted.',
    ),
  repliesTo: slug.optional().describe('The id of the note to which it replies.'),
  replies: z.array(slug),
  paragraphs: z.array(textData),
  title: text
    .optional()
    .describe('Editor’s notes only, as are `about`, `subjects`, `references` and `checked`.'),
  about: z.enum(noteKinds).optional(),
  subjects: z.array(slug).optional().describe('Ids of what it is about.'),
  references: grounds.references.optional(),
  checked: grounds.checked.optional(),
  first: release.optional().describe('The release that first published its address.'),
  changed: release.optional().describe('The release that last changed its words.'),
};

export const noteInSource = z.strictObject(noteFields);

export const noteSchema = z
  .strictObject({
    ...head('note'),
    ...noteFields,
    source: link,
    language: text,
    rights: rights.optional().describe('In its hand’s words, where they are stated.'),
  })
  .meta({ title: 'Note', description: 'A note on a source, in one hand.' });

export type NoteInSource = z.infer<typeof noteInSource>;
export type NoteData = z.infer<typeof noteSchema>;
