import { z } from 'zod';
import { address, entityKind, hand, offset, slug, text } from './shared.ts';

const stretch = { start: offset, end: offset };

export const mention = z
  .strictObject({
    ...stretch,
    entity: z.strictObject({ kind: entityKind, id: slug, name: text, address }),
  })
  .describe('Words that name a person, place and so on; two of different entities may share words.');

/** Words, and what stands off them by offset. */
export const markedWords = {
  words: z.string().describe('The words and nothing else. A line end that counts, in verse, is `\\n`.'),
  emphasis: z.array(z.strictObject({ ...stretch, degree: z.enum(['emphasis', 'strong']) })),
  links: z.array(z.strictObject({ ...stretch, address: z.string() })).describe('Editor’s notes only.'),
  calls: z.array(
    z.strictObject({
      at: offset,
      note: slug.describe('The id of the note, in `notes`.'),
      hand: hand.exclude(['author']),
      mark: text.describe('What readers see: the printed number, or a letter for the editor’s notes.'),
    }),
  ),
  milestones: z
    .array(
      z.strictObject({
        at: offset,
        unit: z.literal('page'),
        n: text,
        address,
        image: z.string().optional().describe('The address of an image of the page.'),
      }),
    )
    .describe('Where pages of the witness begin.'),
  withheld: z
    .array(z.strictObject({ at: offset, words: z.int().positive().describe('How many.') }))
    .describe('Where words are left out, since their rights do not allow them to be shown here.'),
  lineBreaks: z.array(offset),
  readings: z
    .array(
      z.strictObject({
        ...stretch,
        address,
        reading: text.optional().describe('What was probably meant, where that can be told.'),
        note: text.optional(),
      }),
    )
    .describe('Words of the witness that are kept though they look wrong.'),
  mentions: z.array(mention),
};

export const textData = z.strictObject(markedWords);
export type TextData = z.infer<typeof textData>;
