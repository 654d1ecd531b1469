import { z } from 'zod';
import { checked, edtf, prose, references } from './common.ts';
import { quotedPassage } from './passage.ts';

/** A paragraph or note: the id of its source, `#`, its anchor or id: `strong-1934#p3`, `james-1937-13#author-8`. */
const place = z
  .string()
  .regex(
    /^[a-z0-9-]+#[A-Za-z0-9_-]+$/,
    'Write the source, `#` and the paragraph or note, like `strong-1934#p3` or `james-1937-13#author-8`.',
  );

/** A form, and the paragraphs and notes of which the statement is true. */
const formAt = z.strictObject({
  /** The form, as in `forms`. */
  form: prose,
  /** Paragraphs and notes in which it stands. */
  at: z.array(place).min(1),
});

/**
 * A date in EDTF, or words. What has no letter must be EDTF, so that a slip in a date is not
 * taken for words.
 */
const dates = prose.refine(
  (text) => /\p{L}{2}/u.test(text) || edtf.safeParse(text).success,
  'Write a date in EDTF, like `1879/1940` or `1934-12-01`, or say it in words.',
);

/**
 * `people|places|organisations|terms|events/<id>.yaml`: what readers may look for by another name
 * than the texts use. The id is part of a permanent address and is unique among entities of its kind.
 *
 * Where a form stands is decided on words as `tokens()` folds them: case, diacritics, hyphens and the
 * kind of apostrophe do not count. The last word of a form may take an `s`, so a possessive (`Stalin’s`
 * folds to `stalins`) and a plural in `s` need no form of their own; any other inflection does. A form
 * within a longer form of another entity counts too (`Moscow` in `Moscow News`) unless `exclude` says no.
 */
export const entitySchema = z.strictObject({
  /** The preferred name, as an English reader of today knows it. */
  name: prose,
  /** The name by which lists are sorted: `Bukharin, Nikolai`. */
  sort: prose,
  /**
   * Every spelling in which the entity stands in a text or note, letter for letter: `Bucharin`. Each
   * means this entity wherever it stands, but for what `exclude` lists.
   */
  forms: z.array(prose).default([]),
  /**
   * What readers may type that the texts do not have: forms of today, other transliterations,
   * abbreviations, names in Cyrillic.
   */
  other: z.array(prose).default([]),
  /**
   * Forms that are other words or other entities too (`October`, `Fight`), and the only paragraphs
   * and notes in which they mean this one. They do not stand in `forms`.
   */
  ambiguous: z.array(formAt).default([]),
  /** Where one of the `forms` means something else. */
  exclude: z.array(formAt).default([]),
  /**
   * Words that speak of the entity without naming it. They are no forms: search does not find them.
   */
  implied: z.array(quotedPassage).default([]),
  /** When the person lived, the body existed, the event took place: EDTF, or words. */
  dates: dates.optional(),
  /** One or two neutral lines that say who or what it is. */
  description: prose.optional(),
  /** Works that dates and description rest on. */
  references,
  /** How far dates and description were checked. */
  checked,
});

export type EntityHeader = z.infer<typeof entitySchema>;
