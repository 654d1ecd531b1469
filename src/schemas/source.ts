import { z } from 'zod';
import { edtf, prose, slug, suppliedText } from './common.ts';
import { rightsByHand } from './rights.ts';

/** How far an attribution goes. */
const certainty = z.enum(['certain', 'attributed']);

const author = z.strictObject({
  /** The name as readers cite it, e.g. `C. L. R. James`. */
  name: prose,
  /** Family name, for sorting and citing. */
  family: prose,
  /** Given names, for sorting and citing. */
  given: prose,
  /** Years of birth and death, e.g. `1901–1989`. */
  dates: prose,
  /** `certain` when the witness names the author; `attributed` when the edition does. */
  certainty,
  /** Who supplied the name. */
  'supplied-by': z.enum(['witness', 'edition']),
  /** The ground of the attribution. */
  note: prose.optional(),
});

/** Lines of the witness, counted from 1: one line `144` or a range `217-229`. */
export const lineRange = z.union([
  z.number().int().positive(),
  z.string().regex(/^\d+-\d+$/, 'Write a line `144` or a range of lines `217-229`.'),
]);

const fileHere = z.string().regex(/^[\w.-]+$/, 'Name a file in this folder.');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Write the SHA-256 of the file as 64 hexadecimal digits.');

const witness = z.strictObject({
  /** The siglum that stands for the witness in the apparatus. */
  siglum: z.string().regex(/^[A-Z][a-z]?\d*$/, 'Write a siglum like `A`, `Ba`, `C2`.'),
  /** The file beside this one, kept byte for byte. */
  file: fileHere,
  /** SHA-256 of the file, 64 hexadecimal digits. */
  sha256,
  /**
   * The file that the witness was taken out of, where it is no plain text in UTF-8: kept beside it byte
   * for byte, as it was received. `npm run import` takes the text out of it.
   */
  'taken-from': z
    .strictObject({
      /** The file beside this one. */
      file: fileHere,
      /** Its SHA-256. */
      sha256,
    })
    .optional(),
  /** What kind of file it is and where it came from. */
  description: prose,
  /** How the witness prints the call of note n, e.g. `{n}` or ` [{n}]`. */
  calls: z
    .string()
    .includes('{n}', 'Write the printed form of a note call with `{n}` for its number.')
    .optional(),
  /** Calls that the witness prints in another way: note label → the call as printed, e.g. `*`, or nothing. */
  'other-calls': z.record(z.string(), z.string()).default({}),
  /** What joins two lines: `wrapped` lines make one paragraph; otherwise each line is a paragraph. */
  lines: z.enum(['wrapped', 'paragraph']),
  /**
   * How wrapped lines show the end of a paragraph: `two-spaces` at the end of its last line. Every
   * other end of a paragraph then needs a `boundary` in the apparatus.
   */
  'paragraph-end': z.enum(['two-spaces', 'not-shown']).default('not-shown'),
  /** Where each page after the first begins: page number → first line. */
  pages: z.record(z.string(), z.number().int().positive()).default({}),
  /** Where the notes that came with the witness stand: note label → its lines; a list where they stand apart. */
  notes: z.record(z.string(), z.union([lineRange, z.array(lineRange).min(2)])).default({}),
});

const container = z.strictObject({
  /** The magazine or book that holds the text. */
  title: prose,
  /** Volume; a number that the witness does not give is marked as supplied. */
  volume: suppliedText.optional(),
  /** Issue number. */
  issue: suppliedText.optional(),
  /** Chapter number, for a chapter of a book. */
  chapter: prose.optional(),
  /** First and last page in print, e.g. `169–179`. */
  pages: suppliedText.optional(),
  /** Place of publication. */
  place: prose.optional(),
  /** Publisher. */
  publisher: prose.optional(),
});

/** `source.yaml`: the header of one source. */
export const sourceSchema = z.strictObject({
  /** The title, and who supplied it. */
  title: suppliedText,
  /** The short form that citations use, e.g. `Strong 1934`. */
  short: prose,
  /**
   * The titles in sentence case, for APA, which asks for it; no program knows which words are names.
   * The name of a periodical stays as it is.
   */
  'sentence-case': z
    .strictObject({
      /** The title of the text. */
      title: prose.optional(),
      /** The title of the book that holds it. */
      container: prose.optional(),
    })
    .optional(),
  /** Authors in printed order. */
  authors: z.array(author).min(1),
  /** Date of publication, EDTF. */
  date: edtf,
  /** When it was written and when it appeared, as far as known, for the timeline. */
  chronology: z
    .array(
      z.strictObject({
        /** What happened to the source then, to follow its short form: `is finished`. */
        what: prose,
        /** When it happened. */
        date: edtf,
        /** How this is known. */
        note: prose.optional(),
      }),
    )
    .default([]),
  /** What it appeared in. */
  container,
  /** The CSL type to cite it by. */
  type: z.enum([
    'article-magazine',
    'article-journal',
    'article-newspaper',
    'chapter',
    'book',
    'pamphlet',
    'document',
  ]),
  /** The larger whole that this source belongs to, with its place in the order. */
  'part-of': z
    .strictObject({
      /** The id of the whole. */
      id: slug,
      /** Its title. */
      title: prose,
      /** The place of this source in it. */
      order: z.number().int().nonnegative(),
    })
    .optional(),
  /** Language of the text, BCP 47. */
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'Write a language tag like `en` or `en-GB`.'),
  /** Place in the reading order of the edition. */
  order: z.number().int().nonnegative(),
  /** The witnesses; the first is the base text. */
  witnesses: z.array(witness).min(1),
  /** The hands present besides the author's, each with a line that says who it is. */
  hands: z.strictObject({
    /** Of the author’s own notes. */
    'author-note': prose.optional(),
    /** Of the notes by whoever transcribed the text. */
    'transcriber-note': prose.optional(),
    /** Of the notes of this edition. */
    'editor-note': prose.optional(),
  }),
  /** Labels of notes that belong to the text as a whole and so have no call. */
  'notes-on-the-whole': z.array(z.string()).default([]),
  /** The box at the head of the page: what a reader should know before trusting the text. */
  box: z.strictObject({
    /** Who wrote the text. */
    who: prose,
    /** When and where it was written and printed. */
    when: prose,
    /** For which readers it was written. */
    'for-whom': prose,
    /** What the author stood for, or had to gain. */
    interest: prose,
    /** Whose the notes are that came with it. */
    'whose-notes': prose,
    /** How far the text as it stands here can be trusted: its file, its gaps. */
    trust: prose,
  }),
  /** One or two neutral sentences on what the text says. */
  summary: prose,
  /** Rights, for each hand. */
  rights: rightsByHand,
  /** Other editions of the text. */
  related: z.array(prose).default([]),
});

export type SourceHeader = z.infer<typeof sourceSchema>;
export type Witness = z.infer<typeof witness>;
