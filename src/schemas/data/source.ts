import { z } from 'zod';
import { noteInSource } from './note.ts';
import { address, anchor, file, head, release, rights, slug, text } from './shared.ts';
import { markedWords, mention } from './text.ts';

const supplied = z
  .strictObject({ text, suppliedBy: z.enum(['witness', 'edition']), note: text.optional() })
  .describe('`edition`: the witness does not have it, and readers see it in [brackets].');

const decision = z
  .strictObject({
    kind: z.enum(['sic', 'join', 'omitted', 'supplied', 'boundary']),
    at: z.string().optional().describe('The paragraph, division or note it is about.'),
    lines: z.string().optional().describe('Lines of the witness.'),
    lemma: text.optional(),
    reading: text.optional(),
    note: text.optional(),
  })
  .describe('A decision on the readings of the witness.');

const published = {
  first: release.optional().describe('The release that first published the address.'),
  changed: release.optional().describe('The release that last changed the words.'),
};

const division = z.strictObject({
  anchor: z.string().describe('A permanent anchor, `s2`; empty in a source without sections.'),
  address,
  order: z.int().positive(),
  level: z.int().positive(),
  heading: z.string().describe('Empty where the witness has none.'),
  suppliedBy: z.enum(['witness', 'edition']).describe('Whose heading it is.'),
  paragraphs: z.array(anchor),
  mentions: z.array(mention).describe('Names in the heading of the witness.'),
  ...published,
});

const paragraph = z.strictObject({
  anchor,
  number: text.describe('The number that readers see.'),
  address,
  division: z.string(),
  type: z.enum(['prose', 'quotation', 'verse', 'item', 'table']),
  ...markedWords,
  topics: z
    .array(z.strictObject({ id: slug, name: text, address, points: z.array(text).min(1) }))
    .describe('The topics that show it, and at which of their points.'),
  ...published,
});

const retired = z.strictObject({
  id: text,
  what: z.enum(['anchor', 'note']),
  address,
  status: z.enum(['merged-into', 'split-into', 'withdrawn']),
  first: release,
  retired: release.optional(),
  into: z.array(text),
  reason: text.optional(),
  words: z.string().describe('The words that it had last.'),
});

const earlier = z.strictObject({
  id: text,
  what: z.enum(['anchor', 'note']),
  address,
  versions: z.array(z.strictObject({ since: release, words: z.string() })),
});

export const sourceSchema = z
  .strictObject({
    ...head('source'),
    id: slug,
    header: z.strictObject({
      title: supplied,
      short: text.describe('As readers cite it: `Strong 1934`.'),
      authors: z
        .array(
          z.strictObject({
            name: text,
            family: text,
            given: text,
            dates: text,
            certainty: z.enum(['certain', 'attributed']),
            suppliedBy: z.enum(['witness', 'edition']),
            note: text.optional(),
          }),
        )
        .min(1),
      date: text.describe('EDTF.'),
      type: text.describe('The type of CSL.'),
      container: z.strictObject({
        title: text,
        volume: supplied.optional(),
        issue: supplied.optional(),
        chapter: text.optional(),
        pages: supplied.optional(),
        place: text.optional(),
        publisher: text.optional(),
      }),
      language: text.describe('BCP 47.'),
      order: z.int().nonnegative().describe('Its place in the edition.'),
      partOf: z.strictObject({ id: slug, title: text, order: z.int().nonnegative() }).optional(),
      chronology: z.array(z.strictObject({ what: text, date: text, note: text.optional() })),
      summary: text.describe('What it says, in the edition’s words.'),
      beforeReading: z
        .strictObject({ who: text, when: text, forWhom: text, interest: text, whoseNotes: text, trust: text })
        .describe('What a reader should know, in the edition’s words.'),
      related: z.array(text),
      citation: text.describe('Chicago, bibliography.'),
    }),
    hands: z
      .array(z.strictObject({ hand: text, description: text.optional() }))
      .describe('Whose words stand here besides the author’s text.'),
    rights: z.array(rights).describe('For each hand.'),
    witnesses: z.array(z.strictObject({ siglum: text, sha256: z.string(), description: text, address })),
    decisions: z.array(decision),
    divisions: z.array(division),
    paragraphs: z.array(paragraph).describe('In the order of the text.'),
    notes: z.array(noteInSource).describe('Hand by hand: the author’s, the transcriber’s, the editor’s.'),
    notesOnTheWhole: z
      .array(slug)
      .describe('Ids of notes that have no call, since they are on the text as a whole.'),
    retired: z
      .array(retired)
      .describe('Addresses that no longer have words of their own; they still lead somewhere.'),
    earlier: z.array(earlier).describe('Words that live addresses had in earlier releases.'),
    files: z.array(file).describe('The same source in all formats, and its notes as Web Annotations.'),
  })
  .meta({
    title: 'Source',
    description:
      'A document with its notes: every paragraph and note by its permanent address, in its own hand.',
  });

export type SourceData = z.infer<typeof sourceSchema>;
export type ParagraphData = z.infer<typeof paragraph>;
export type DivisionData = z.infer<typeof division>;
