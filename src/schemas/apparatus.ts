import { z } from 'zod';
import { prose } from './common.ts';
import { lineRange } from './source.ts';

/** Where a decision applies: a paragraph (`p12`), a division (`s2`) or a note that came with the witness (`transcriber:2`). */
const at = z
  .string()
  .regex(
    /^(?:p\d+[a-z]*|s\d+[a-z]*|(?:author|transcriber):[\w-]+)$/,
    'Write an anchor `p12`, `s2` or a note label `transcriber:2`.',
  );

/** The reading is kept though it looks wrong; `reading` is what was probably meant. */
const sic = z.strictObject({
  kind: z.literal('sic'),
  at,
  /** The words as the witness has them; they stand exactly once there, else `occurrence` says which. */
  lemma: prose,
  occurrence: z.number().int().positive().optional(),
  /** The probable reading; left out when it cannot be told. */
  reading: prose.optional(),
  note: prose.optional(),
});

/** A line-end hyphen of the witness that was judged. */
const join = z.strictObject({
  kind: z.literal('join'),
  at,
  /** The two halves as the witness has them, with `|` for the line end, e.g. `would-|be`. */
  lemma: z
    .string()
    .regex(/^\S+[-‐¬\u00ad]\|\S+$/, 'Write both halves with `|` for the line end, like `would-|be`.'),
  /** The word as the edition has it. */
  reading: prose,
  note: prose.optional(),
});

/** Words of the witness that are not in the edition. */
const omitted = z.strictObject({
  kind: z.literal('omitted'),
  /** Its lines in the witness. */
  lines: lineRange,
  /** Every word left out, in order; line ends may be written as spaces. */
  lemma: prose,
  note: prose,
});

/** Words of the edition that are not in the witness (a heading, a title). */
const supplied = z.strictObject({
  kind: z.literal('supplied'),
  at,
  reading: prose,
  note: prose,
});

/** A paragraph end that the witness leaves in doubt. */
const boundary = z.strictObject({
  kind: z.literal('boundary'),
  at,
  /** The words on both sides, with `|` where the doubt is, e.g. `in government.|“How can`. */
  lemma: z.string().regex(/^[^|]+\|[^|]+$/, 'Write the words on both sides with `|` where the doubt is.'),
  /** What the edition decided: `paragraph` begins a new one after the bar, `none` does not. */
  reading: z.enum(['paragraph', 'none']),
  note: prose,
});

/** `apparatus.yaml`: every decision on the witness's readings. */
export const apparatusSchema = z.strictObject({
  decisions: z.array(z.discriminatedUnion('kind', [sic, join, omitted, supplied, boundary])).default([]),
});

export type Apparatus = z.infer<typeof apparatusSchema>;
export type Decision = Apparatus['decisions'][number];
export type SicDecision = z.infer<typeof sic>;
