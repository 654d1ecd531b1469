import { z } from 'zod';
import { prose } from './common.ts';
import { rightsTerms, type RightsTerm } from './rights-terms.ts';

const lawfulCopy = z.strictObject({
  /** What and where it is: `Durham and London: Duke University Press, 2017`. */
  text: prose,
  /** Its address, where one is known. */
  url: z.url('Write the full address, like `https://example.org/book`.').optional(),
});

/** The rights in the words of one hand. */
export const rightsRecord = z
  .strictObject({
    /**
     * Whose words the statement is about: `author`, the text and the author’s own notes; `transcriber`,
     * the notes of whoever transcribed it; `editor`, the notes of this edition.
     */
    hand: z.enum(['author', 'transcriber', 'editor']),
    /**
     * The term of rightsstatements.org that fits, like `InC` (in copyright) or `UND` (undetermined); for
     * words that are free, `PDM` (public domain), `CC0`, `CC-BY` or `CC-BY-SA`.
     */
    term: z.enum(Object.keys(rightsTerms) as RightsTerm[]),
    /** Where and until when the words are protected, as far as is known. */
    duration: prose.optional(),
    /** Facts for a reader who wants to reuse the words. */
    statement: prose,
    /** How this is known. */
    basis: prose,
    /** One line for the head of the page. */
    'in-short': prose,
    /** Who has permitted publication here, when, and on what terms. With it, words of any term are cleared. */
    permission: prose.optional(),
    /**
     * How much is shown: `full`; `excerpt`, the paragraphs under `excerpt` alone; `withheld`, no more than
     * short quotations.
     */
    display: z.enum(['full', 'excerpt', 'withheld']),
    /** With `display: excerpt`: the paragraphs that are shown, like `p1-p3` or `p9`. */
    excerpt: z
      .array(
        z.string().regex(/^p\d+[a-z]*(?:-p\d+[a-z]*)?$/, 'Write a paragraph `p9` or paragraphs `p1-p3`.'),
      )
      .min(1)
      .optional(),
    /** Where the words can be read lawfully, if they are not shown here. None is invented. */
    'lawful-copy': z.array(lawfulCopy).default([]),
  })
  .refine(({ display, excerpt }) => (display === 'excerpt') === (excerpt !== undefined), {
    message: 'Write `display: excerpt` together with the paragraphs that are shown, under `excerpt`.',
    path: ['display'],
  })
  .refine(({ hand, display }) => hand === 'author' || display !== 'excerpt', {
    message: 'Only an author’s text can be shown as an excerpt; notes are shown in full or withheld.',
    path: ['display'],
  })
  .refine(({ hand, display }) => hand !== 'editor' || display === 'full', {
    message: 'The edition’s own notes are always shown: write `full`.',
    path: ['display'],
  });

/** One record for each hand. */
export const rightsByHand = z
  .array(rightsRecord)
  .min(1)
  .refine(
    (all) => new Set(all.map(({ hand }) => hand)).size === all.length,
    'Write one record for each hand.',
  );

export type RightsRecord = z.infer<typeof rightsRecord>;
