import { z } from 'zod';
import { checked, prose, references, slug } from './common.ts';

/** What an editor's note is about. */
export const noteKinds = [
  'person',
  'place',
  'organisation',
  'event',
  'term',
  'work',
  'figure',
  'textual',
  'context',
] as const;

/** Front matter of `notes/<source-id>/<note-id>.mdx`, an editor's note. */
export const noteSchema = z
  .strictObject({
    /** A short title, used in lists: `Kulak`. */
    title: prose,
    /** What the note is about. */
    kind: z.enum(noteKinds),
    /** The paragraph it stands on. */
    at: z
      .string()
      .regex(/^p\d+[a-z]*$/, 'Write the anchor of a paragraph, like `p9`.')
      .optional(),
    /** The words it stands on, verbatim; exactly once in the paragraph, else `occurrence` says which. */
    quote: prose.optional(),
    /** Which occurrence of `quote` in the paragraph, from 1. */
    occurrence: z.number().int().positive().optional(),
    /** The note that this one replies to, e.g. `transcriber:2`. */
    on: z
      .string()
      .regex(/^(?:author|transcriber):[\w-]+$/, 'Write the label of a note, like `transcriber:2`.')
      .optional(),
    /** Ids of the entities it is about. */
    about: z.array(slug).default([]),
    /** Works it rests on. */
    references,
    /** How far it was checked. */
    checked,
  })
  .refine((note) => (note.at === undefined) !== (note.on === undefined), {
    message: 'Say where the note stands: either `at` with `quote`, or `on`.',
    path: ['at'],
  })
  .refine((note) => (note.at === undefined) === (note.quote === undefined), {
    message: '`at` and `quote` go together.',
    path: ['quote'],
  });

export type NoteHeader = z.infer<typeof noteSchema>;
