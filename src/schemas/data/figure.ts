import { z } from 'zod';
import { figureKinds } from '../figure.ts';
import { address, anchor, grounds, head, passage, rights, slug, text } from './shared.ts';

const amount = {
  number: z.number().optional(),
  low: z.number().optional().describe('The least it can be.'),
  high: z.number().optional().describe('The most it can be.'),
};

export const claim = z
  .strictObject({
    source: slug,
    short: text.describe('As readers cite the source.'),
    id: slug.describe('Unique within its source.'),
    paragraph: anchor,
    words: z.string().describe('The very words; empty where they may not be quoted.'),
    value: text.describe('As the text has it: `more than 20,000,000`.'),
    ...amount,
    unit: text.optional(),
    what: text.describe('What the figure says, in the edition’s words.'),
    period: text.optional(),
    note: address.optional().describe('The editor’s note that checks it.'),
    address: address.describe('The paragraph.'),
    entry: address.describe('The figure in the list of all.'),
  })
  .describe('A figure that a source states. What a text says is not thereby true.');

export const claimsSchema = z
  .strictObject({
    ...head('claims'),
    claims: z.array(claim),
    rights: z.array(rights).describe('In the words of the sources.'),
  })
  .meta({ title: 'Claims', description: 'Every figure that the sources state.' });

export const figureSchema = z
  .strictObject({
    ...head('figure'),
    id: slug,
    title: text,
    question: text,
    type: z.enum(figureKinds),
    unit: text,
    along: text.optional(),
    base: z.strictObject({ number: z.number(), label: text }).optional(),
    gap: z.strictObject({ from: z.number(), to: z.number(), label: text }).optional(),
    items: z.array(text),
    description: text,
    caveats: z.array(text).describe('What it does not show, and what must not be read into it.'),
    series: z.array(
      z.strictObject({
        name: text,
        source: slug.optional().describe('Absent for figures that no source of the edition states.'),
        references: grounds.references,
        checked: grounds.checked.optional(),
        note: text.optional(),
        values: z.array(
          z.strictObject({
            item: text,
            label: text.optional(),
            ...amount,
            shown: text.optional(),
            reckoned: text
              .optional()
              .describe('How it follows from its claims; worked out from left to right.'),
            from: z.number().optional(),
            to: z.number().optional(),
            claims: z.array(z.strictObject({ source: slug, id: slug })),
          }),
        ),
      }),
    ),
    claims: z.array(claim).describe('Every claim that a value rests on.'),
    see: z.array(passage).describe('Paragraphs to read with it.'),
    rights: z.array(rights).describe('In the words of the sources.'),
  })
  .meta({
    title: 'Figure',
    description: 'A drawing of figures as numbers, with the words that they rest on.',
  });

export type ClaimData = z.infer<typeof claim>;
export type ClaimsData = z.infer<typeof claimsSchema>;
export type FigureData = z.infer<typeof figureSchema>;
