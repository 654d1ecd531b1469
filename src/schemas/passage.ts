import { z } from 'zod';
import { prose } from './common.ts';

/**
 * Paragraphs of a source, as the edition's own files name them: `strong-1934#p9`, or a range
 * `strong-1934#p9-p11`.
 */
export const passage = z
  .string()
  .regex(
    /^[a-z0-9-]+#p\d+[a-z]*(?:-p\d+[a-z]*)?$/,
    'Write the source, `#` and the paragraph or paragraphs, like `strong-1934#p3` or `strong-1934#p3-p5`.',
  );

/** Words of one paragraph, verbatim: exactly once in it, else `occurrence` (from 1) says which. */
export const quotedPassage = z.strictObject({
  /** The source and its paragraph. */
  at: z
    .string()
    .regex(/^[a-z0-9-]+#p\d+[a-z]*$/, 'Write the source, `#` and the paragraph, like `strong-1934#p3`.'),
  /** Its words, letter for letter. */
  quote: prose,
  /** Which occurrence of the words in the paragraph, from 1, where they stand there more than once. */
  occurrence: z.number().int().positive().optional(),
});

export type QuotedPassage = z.infer<typeof quotedPassage>;
