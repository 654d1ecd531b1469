import { z } from 'zod';

/** The id of a source, an entity or an editor's note: it is part of a permanent address. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'Write an id in small letters, digits and single hyphens, like `strong-1934`.',
  );

/**
 * A date in level 0 of the Extended Date/Time Format: `1934`, `1934-10`, `1934-10-05`, or an
 * interval `1932/1933`; a trailing `~` or `?` marks it approximate or uncertain (level 1).
 * Source: Library of Congress, EDTF specification (2019).
 */
export const edtf = z
  .string()
  .refine(isEdtf, 'Write a date in EDTF: `1934`, `1934-10`, `1934-10-05`, `1932/1933`, `1934?`.');

function isEdtf(value: string): boolean {
  const parts = value.split('/');
  return parts.length <= 2 && parts.every(isEdtfDate);
}

function isEdtfDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/.exec(value);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month === undefined) return true;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return false;
  if (day === undefined) return true;
  const lastDay = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= lastDay;
}

/** Short prose of the edition's own, plain text. */
export const prose = z.string().trim().min(1);

/** A statement that the witness does not make: who supplied it and on what ground. */
export const suppliedText = z.strictObject({
  /** The words shown to readers, in brackets wherever they stand. */
  text: prose,
  /** Who supplied it: `witness` when it stands in the witness, else `edition`. */
  'supplied-by': z.enum(['witness', 'edition']),
  /** The ground: where it comes from, or that it has not been verified. */
  note: prose.optional(),
});

/**
 * Works that something rests on: an id of `bibliography.json`, with a locator where one was read;
 * `seen: false` where the work is named on the authority of another and was not opened.
 */
export const references = z
  .array(
    z.strictObject({
      /** The id of the work in `bibliography.json`. */
      id: slug,
      /** The page or chapter that was read: `p. 12`. */
      locator: prose.optional(),
      /** `false` where the work is named on the authority of another and was not opened. */
      seen: z.boolean().default(true),
    }),
  )
  .default([]);

/** `read`: the reference was opened; `standard`: standard knowledge, no page seen. */
export const checked = z.enum(['read', 'standard']);
