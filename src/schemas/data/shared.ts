/**
 * What the JSON files for programs have in common. Each schema here is the type that the makers in
 * `exports/json/` return and, as JSON Schema, what is published at `/data/schema/`. Arrays are always
 * there, even when empty; what is not known is left out.
 */
import { z } from 'zod';

export const address = z.string().meta({ format: 'uri', description: 'A full address; it is permanent.' });
export const text = z.string().min(1);
export const release = z
  .string()
  .regex(/^\d{4}\.\d+$/)
  .describe('A release of the edition: `2026.1`.');
export const offset = z
  .int()
  .nonnegative()
  .describe('A place in `words`, counted in UTF-16 code units from 0, as JavaScript counts.');
export const anchor = z.string().describe('A permanent anchor of a source: `p12`, `s2`.');
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const hand = z
  .enum(['author', 'author-note', 'transcriber-note', 'editor-note'])
  .describe(
    'Whose words: the author’s text, the author’s notes, the transcriber’s notes, the editor’s notes.',
  );

/** What every file begins with. @param kind names its schema. */
export function head<K extends string>(kind: K) {
  return {
    $schema: address.describe('The schema of this file.'),
    kind: z.literal(kind),
    address: address.describe('The page of which this file is the data.'),
    edition: z
      .strictObject({
        title: text,
        address,
        release,
        released: z
          .string()
          .meta({ format: 'date' })
          .optional()
          .describe('Absent while the release is in preparation.'),
        editor: text.optional(),
        licence: text.optional().describe('Licence of the edition’s own words; absent while none is stated.'),
        rights: address.describe('The page on the rights in each hand’s words.'),
      })
      .describe('The edition of which this is a part.'),
  };
}

/** Rights in the words of one hand of one source. */
export const rights = z.strictObject({
  source: slug,
  hand: z.enum(['author', 'transcriber', 'editor']),
  term: z
    .strictObject({ address, name: text })
    .describe('A term of rightsstatements.org or Creative Commons.'),
  duration: text.optional().describe('Where and until when they are protected.'),
  statement: text,
  basis: text.describe('How this is known.'),
  inShort: text.describe('All of it in one line.'),
  permission: text.optional().describe('Who permitted publication here.'),
  display: z
    .enum(['full', 'excerpt', 'withheld'])
    .describe('How much is shown here; this file holds no more.'),
  lawfulCopies: z
    .array(z.strictObject({ text, address: z.string().meta({ format: 'uri' }).optional() }))
    .describe('Where the words can be read lawfully.'),
});

/** Where one thing is told of another: its id, name and address. */
export const link = z.strictObject({ id: slug, name: text, address });

export const file = z.strictObject({ name: text, mediaType: text, address });

export const entityKind = z.enum(['person', 'place', 'organisation', 'term', 'event', 'work']);

export const reference = z
  .strictObject({
    id: slug.describe('The id of the work in the bibliography.'),
    citation: text.describe('The work as a bibliography prints it.'),
    locator: text.optional(),
    seen: z
      .boolean()
      .describe('False where the work is named on the authority of another and was not opened.'),
    address,
  })
  .describe('A work that the edition’s words rest on.');

export const grounds = {
  references: z.array(reference),
  checked: z
    .enum(['read', 'standard'])
    .describe('`read`: the references were opened; `standard`: standard knowledge, no page seen.'),
};

/** Paragraphs of a source, or words of one. */
export const passage = z.strictObject({
  source: slug,
  citation: text.describe('As readers cite it: `Strong 1934, ¶ 12`.'),
  address,
  paragraphs: z.array(anchor).min(1),
  quote: z
    .strictObject({ start: offset, end: offset, words: z.string() })
    .optional()
    .describe(
      'Words of the paragraph; absent where whole paragraphs are meant. Of a paragraph that is withheld they have no place, end in `[…]` where they are shortened, and are empty where they may not be quoted.',
    ),
});

export type Head<K extends string> = z.infer<z.ZodObject<ReturnType<typeof head<K>>>>;
export type FileData = z.infer<typeof file>;
export type RightsData = z.infer<typeof rights>;
export type ReferenceData = z.infer<typeof reference>;
export type PassageData = z.infer<typeof passage>;
