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
  /** A misprint that is kept and marked. */
  kind: z.literal('sic'),
  at,
  /** The words as the witness has them; they stand exactly once there, else `occurrence` says which. */
  lemma: prose,
  /** Which occurrence of `lemma` there, from 1. */
  occurrence: z.number().int().positive().optional(),
  /** The probable reading; left out when it cannot be told. */
  reading: prose.optional(),
  /** The ground of the decision. */
  note: prose.optional(),
});

/** A line-end hyphen of the witness that was judged. */
const join = z.strictObject({
  /** A word divided at the end of a line. */
  kind: z.literal('join'),
  at,
  /** The two halves as the witness has them, with `|` for the line end, e.g. `would-|be`. */
  lemma: z
    .string()
    .regex(/^\S+[-‐¬\u00ad]\|\S+$/, 'Write both halves with `|` for the line end, like `would-|be`.'),
  /** The word as the edition has it. */
  reading: prose,
  /** The ground of the decision. */
  note: prose.optional(),
});

/** Words of the witness that are not in the edition. */
const omitted = z.strictObject({
  /** Words of the witness that are left out. */
  kind: z.literal('omitted'),
  /** Its lines in the witness. */
  lines: lineRange,
  /** Every word left out, in order; line ends may be written as spaces. */
  lemma: prose,
  /** The ground of the decision. */
  note: prose,
});

/** Words of the edition that are not in the witness (a heading, a title). */
const supplied = z.strictObject({
  /** Words that the edition adds. */
  kind: z.literal('supplied'),
  at,
  /** The words that are added. */
  reading: prose,
  /** The ground of the decision. */
  note: prose,
});

/** A paragraph end that the witness leaves in doubt. */
const boundary = z.strictObject({
  /** A paragraph that the witness leaves in doubt. */
  kind: z.literal('boundary'),
  at,
  /** The words on both sides, with `|` where the doubt is, e.g. `in government.|“How can`. */
  lemma: z.string().regex(/^[^|]+\|[^|]+$/, 'Write the words on both sides with `|` where the doubt is.'),
  /** What the edition decided: `paragraph` begins a new one after the bar, `none` does not. */
  reading: z.enum(['paragraph', 'none']),
  /** The ground of the decision. */
  note: prose,
});

/** `apparatus.yaml`: every decision on the witness's readings. */
export const apparatusSchema = z.strictObject({
  /** The decisions, in any order. */
  decisions: z.array(z.discriminatedUnion('kind', [sic, join, omitted, supplied, boundary])).default([]),
});

export type Apparatus = z.infer<typeof apparatusSchema>;
export type Decision = Apparatus['decisions'][number];
export type SicDecision = z.infer<typeof sic>;
