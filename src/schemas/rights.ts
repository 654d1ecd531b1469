import { z } from 'zod';
import { prose } from './common.ts';

/**
 * What may be said of the rights in somebody's words: the twelve statements of rightsstatements.org,
 * version 1.0, and, since these leave what is free to Creative Commons, its marks and open licences.
 * `free`: the words may be published everywhere, with no more asked than to name who wrote them.
 */
export const rightsTerms = {
  InC: { name: 'In Copyright', free: false },
  'InC-OW-EU': { name: 'In Copyright – EU Orphan Work', free: false },
  'InC-EDU': { name: 'In Copyright – Educational Use Permitted', free: false },
  'InC-NC': { name: 'In Copyright – Non-Commercial Use Permitted', free: false },
  'InC-RUU': { name: 'In Copyright – Rights-holder(s) Unlocatable or Unidentifiable', free: false },
  'NoC-CR': { name: 'No Copyright – Contractual Restrictions', free: false },
  'NoC-NC': { name: 'No Copyright – Non-Commercial Use Only', free: false },
  'NoC-OKLR': { name: 'No Copyright – Other Known Legal Restrictions', free: false },
  'NoC-US': { name: 'No Copyright – United States', free: false },
  CNE: { name: 'Copyright Not Evaluated', free: false },
  UND: { name: 'Copyright Undetermined', free: false },
  NKC: { name: 'No Known Copyright', free: false },
  PDM: { name: 'Public Domain Mark 1.0', free: true },
  CC0: { name: 'CC0 1.0 Universal', free: true },
  'CC-BY': { name: 'Creative Commons Attribution 4.0 International', free: true },
  'CC-BY-SA': { name: 'Creative Commons Attribution-ShareAlike 4.0 International', free: true },
} as const;

export type RightsTerm = keyof typeof rightsTerms;

const creativeCommons: Partial<Record<RightsTerm, string>> = {
  PDM: 'publicdomain/mark/1.0/',
  CC0: 'publicdomain/zero/1.0/',
  'CC-BY': 'licenses/by/4.0/',
  'CC-BY-SA': 'licenses/by-sa/4.0/',
};

/** The address that stands for a term in data: a URI of rightsstatements.org (which has `http:`) or Creative Commons. */
export function termAddress(term: RightsTerm): string {
  const path = creativeCommons[term];
  return path === undefined
    ? `http://rightsstatements.org/vocab/${term}/1.0/`
    : `https://creativecommons.org/${path}`;
}

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
