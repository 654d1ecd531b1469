import { z } from 'zod';
import { amount, AMOUNT_MESSAGE, isAmount } from './claim.ts';
import { checked, prose, references, slug } from './common.ts';

/**
 * How a figure is drawn: `bars`, each value on a line of its own; `dots`, the values of one item on one
 * line; `steps`, values over a range of amounts.
 */
export const figureKinds = ['bars', 'dots', 'steps'] as const;

const value = z
  .strictObject({
    /** What the value is of, one of `items`. */
    item: prose,
    /** What tells it from other values of the same series and item: `1929`. */
    label: prose.optional(),
    ...amount,
    /** As readers see it, where the number alone would mislead: `none`, `8 to 10`. */
    shown: prose.optional(),
    /** The claims of the series' source that it is, or is reckoned from. */
    claims: z.array(slug).default([]),
    /** How it was reckoned: `317 / 55000 * 100`. The numbers of the claims must be among these. */
    reckoned: z
      .string()
      .regex(
        /^\d+(?:\.\d+)?(?: [-+*/] \d+(?:\.\d+)?)+$/,
        'Write numbers with ` + `, ` - `, ` * ` or ` / ` between them, like `317 / 55000 * 100`; it is worked out from left to right.',
      )
      .optional(),
    /** For `steps`: the amounts for which the value holds. */
    from: z.number().optional(),
    /** Where these amounts end; left out where they do not. */
    to: z.number().optional(),
  })
  .refine(isAmount, { message: AMOUNT_MESSAGE, path: ['number'] })
  .refine(({ number, low, high }) => number !== undefined || low !== undefined || high !== undefined, {
    message: 'Write `number`, or `low` and `high`: a drawing needs a number.',
    path: ['number'],
  });

const series = z
  .strictObject({
    /** Whose figures: `James`, `Stalin in 1939`. */
    name: prose,
    /** The source that states them. */
    source: slug.optional(),
    /** For figures that no source of the edition states: works that they rest on. */
    references,
    /** For the same: how far they were checked. */
    checked: checked.optional(),
    /** What is to be known of them: on what basis, by what reckoning. */
    note: prose.optional(),
    values: z.array(value).min(1),
  })
  .refine(({ source, checked: how }) => (source === undefined) !== (how === undefined), {
    message: 'Say whose figures these are: either `source`, or `checked` with `references`.',
    path: ['source'],
  });

/** `figures/<id>.yaml`: a drawing of figures. The id is part of a permanent address. */
export const figureSchema = z.strictObject({
  /** A short title. */
  title: prose,
  /** The question that it answers. */
  question: prose,
  /**
   * How it is drawn: `bars`, each value on a line of its own; `dots`, the values of one item on one line;
   * `steps`, values over a range of amounts.
   */
  kind: z.enum(figureKinds),
  /** What the numbers count: `per cent`. */
  unit: prose,
  /** For `steps`: what the amounts along the bottom are. */
  along: prose.optional(),
  /** A value to compare with, drawn as a line: `100`. */
  base: z
    .strictObject({
      /** Its number. */
      number: z.number(),
      /** What it is. */
      label: prose,
    })
    .optional(),
  /** For `steps`: amounts of which nothing is stated, and what is known of them. */
  gap: z
    .strictObject({
      /** The first of these amounts. */
      from: z.number(),
      /** The last. */
      to: z.number(),
      /** What is known of them. */
      label: prose,
    })
    .optional(),
  /** What is compared, in order. */
  items: z.array(prose).min(1),
  /** The rows of figures that are compared, each of one author or one ground. */
  series: z.array(series).min(1),
  /** The drawing in words: what somebody who does not see it needs. */
  description: prose,
  /** What the drawing does not show, and what must not be read into it. */
  caveats: z.array(prose).min(1),
  /** Places of the texts to read with it: a paragraph each. */
  see: z
    .array(z.string().regex(/^[a-z0-9-]+#p\d+[a-z]*$/, 'Write the source, `#` and the paragraph.'))
    .default([]),
});

export type FigureRecord = z.infer<typeof figureSchema>;
