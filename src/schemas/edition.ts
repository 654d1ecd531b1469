import { z } from 'zod';
import { prose, slug } from './common.ts';

/** `edition.yaml`: what holds for the whole site. */
export const editionSchema = z.strictObject({
  /** The name of the site. */
  title: prose,
  /** The line under the name. */
  subtitle: prose,
  /** One sentence: what this is. */
  description: prose,
  /** The address at which the site is published, which may have a path; `EDITION_ADDRESS` overrides it. */
  address: z.url('Write the full address, like `https://example.org`.'),
  /** Who is responsible; left out while not stated. */
  editor: prose.optional(),
  /** Who publishes it; left out while not stated. */
  publisher: prose.optional(),
  /** How to reach them; left out while not stated. */
  contact: prose.optional(),
  /**
   * Where readers report errors: a mail address, or the address of a form with `{address}`, and if
   * wanted `{release}` and `{words}`, where these are to be filled in.
   */
  report: z
    .string()
    .regex(
      /^(?:[^\s@/?#]+@[^\s@/?#]+\.[^\s@/?#]+|https?:\/\/[^\s/]+\/\S*\{address\}\S*)$/,
      'Write a mail address, or the address of a form with `{address}` where the address of the place goes: `https://example.org/errors?place={address}&words={words}`.',
    )
    .optional(),
  /** Licence of the edition's own words. */
  licence: prose.optional(),
  /** The question on the home page, with the very words of sources that answer it. */
  opening: z.strictObject({
    /** The question. */
    question: prose,
    /** Its answers, each in the words of one source. */
    answers: z
      .array(
        z.strictObject({
          /** The id of the source. */
          source: slug,
          /** The paragraph that has them. */
          at: z.string().regex(/^p\d+[a-z]*$/, 'Write the anchor of a paragraph, like `p9`.'),
          /** Its words, letter for letter. */
          quote: prose,
        }),
      )
      .min(1),
  }),
  /** The name of the present release, e.g. `2026.1`. */
  release: z.string().regex(/^\d{4}\.\d+$/, 'Write a release as year, point, number: `2026.1`.'),
  /** Releases, newest first. */
  releases: z
    .array(
      z.strictObject({
        /** Its name: the year and a number. */
        name: z.string().regex(/^\d{4}\.\d+$/, 'Write a release as year, point, number: `2026.1`.'),
        /** The day it was published; left out while it is in preparation. */
        date: z.iso.date().optional(),
        /** What is new in it, a line for each change. */
        changes: z.array(prose).min(1),
      }),
    )
    .min(1),
});

export type EditionHeader = z.infer<typeof editionSchema>;
