import { z } from 'zod';
import { address, entityKind, grounds, hand, head, offset, slug, text } from './shared.ts';

const entityFields = {
  id: slug,
  type: entityKind,
  name: text.describe('As an English reader of today knows it.'),
  sort: text,
  dates: text.optional().describe('EDTF, or words.'),
  description: text.optional(),
  ...grounds,
  forms: z
    .array(
      z.strictObject({ hand, forms: z.array(z.strictObject({ form: text, count: z.int().positive() })) }),
    )
    .describe('The forms that stand in each hand’s words, the most frequent first.'),
  otherForms: z
    .array(text)
    .describe('Names that stand in no text: modern ones, other transliterations, Cyrillic.'),
  mentions: z.array(
    z.strictObject({
      source: slug,
      hand,
      in: z.string().describe('The anchor of the paragraph or heading, or the id of the note.'),
      address,
      places: z
        .array(z.strictObject({ start: offset, end: offset, words: text }))
        .min(1)
        .describe('Of a note, in its paragraphs with an empty line, two characters, between them.'),
    }),
  ),
};

const entity = z.strictObject(entityFields);

export const entitySchema = z.strictObject({ ...head('entity'), ...entityFields }).meta({
  title: 'Entity',
  description: 'A person, place, organisation, term or event, and where it is named.',
});

export const workSchema = z
  .strictObject({
    ...head('work'),
    id: slug,
    name: text,
    record: z
      .looseObject({ id: slug, type: text, title: text })
      .optional()
      .describe('CSL-JSON; absent for a work that is only named.'),
    seen: z
      .boolean()
      .optional()
      .describe('Whether any place that cites it had it open; absent where none cites it.'),
    named: entity.optional().describe('Where the texts and notes name it.'),
    citations: z
      .array(
        z.strictObject({
          by: z.enum(['note', 'entity', 'topic', 'figure', 'page']),
          name: text,
          address,
          locator: text.optional(),
          seen: z.boolean(),
        }),
      )
      .describe('Where the edition cites it.'),
  })
  .meta({ title: 'Work', description: 'A work that the edition cites or its texts name.' });

export type EntityFields = z.infer<typeof entity>;
export type EntityData = z.infer<typeof entitySchema>;
export type WorkData = z.infer<typeof workSchema>;
