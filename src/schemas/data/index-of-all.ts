import { z } from 'zod';
import { address, entityKind, file, head, slug, text } from './shared.ts';

const entry = z.strictObject({ id: slug, name: text, address, files: z.array(file).min(1) });

export const indexSchema = z
  .strictObject({
    ...head('index'),
    sources: z.array(
      entry
        .extend({ title: text, authors: text, date: text, language: text })
        .describe('In the order of the edition.'),
    ),
    registers: z.array(z.strictObject({ type: entityKind, name: text, address, entries: z.array(entry) })),
    topics: z.array(entry),
    figures: z.array(entry),
    diagrams: z.array(entry),
    schemas: z.array(file),
    files: z.array(file).describe('Of the whole edition.'),
  })
  .meta({ title: 'Index', description: 'Everything of the edition that programs may read.' });

export type IndexData = z.infer<typeof indexSchema>;
