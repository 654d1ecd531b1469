import { z } from 'zod';
import { prose, slug } from './common.ts';

/** What a figure amounts to as a number, where it is one: itself, or its bounds. */
export const amount = {
  /** The number itself. */
  number: z.number().optional(),
  /** The least it can be: of a range, or of `more than`. */
  low: z.number().optional(),
  /** The most it can be: of a range, or of `less than`. */
  high: z.number().optional(),
};

export interface Amount {
  number?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
}

/** Whether it is one number, or a range that begins below its end, or not a number at all. */
export function isAmount({ number, low, high }: Amount): boolean {
  if (number !== undefined) return low === undefined && high === undefined;
  return low === undefined || high === undefined || low < high;
}

export const AMOUNT_MESSAGE = 'Write either `number`, or `low` and `high` with the smaller one first.';

const claim = z
  .strictObject({
    /** Unique within its source, and part of a permanent address. */
    id: slug,
    /** The paragraph it stands in. */
    at: z.string().regex(/^p\d+[a-z]*$/, 'Write the anchor of a paragraph, like `p9`.'),
    /** Its words, verbatim; exactly once in the paragraph, else `occurrence` says which. */
    quote: prose,
    /** Which occurrence of `quote` in the paragraph, from 1. */
    occurrence: z.number().int().positive().optional(),
    /** The figure as the text has it, in digits where it is a number: `more than 20,000,000`. */
    value: prose,
    ...amount,
    /** What is counted: `persons`, `per cent`. */
    unit: prose.optional(),
    /** What the figure says, in the edition's words. */
    what: prose,
    /** The time it is said of, as far as the text tells. */
    period: prose.optional(),
    /** The editor's note on the same source that checks it. */
    note: slug.optional(),
  })
  .refine(isAmount, { message: AMOUNT_MESSAGE, path: ['number'] });

/** `claims/<source-id>.yaml`: the figures that a source states, in the order of its text. */
export const claimsSchema = z.array(claim).min(1);

export type ClaimRecord = z.infer<typeof claim>;
