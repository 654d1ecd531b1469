import { z } from 'zod';

const release = z.string();

/** The words an address held before, and the release that gave it them. */
const former = z.strictObject({ since: release, hash: z.string(), words: z.string() });

const record = z.strictObject({
  /** `live`, or what became of it. */
  status: z.enum(['live', 'merged-into', 'split-into', 'withdrawn']),
  /** The release that first published the address. */
  first: release,
  /** The release that last changed the words. */
  changed: release,
  /** First 16 hexadecimal digits of the SHA-256 of the words. */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  /** The words; of a retired address, those it held last. */
  words: z.string(),
  /** Earlier words, oldest first. */
  former: z.array(former).optional(),
  /** The addresses that took its place. */
  into: z.array(z.string()).optional(),
  /** Why it was withdrawn. */
  reason: z.string().optional(),
  /** The release that retired it. */
  retired: release.optional(),
});

/** `ledger.json`: every published address of one source, written by `npm run anchors`, never by hand. */
export const ledgerSchema = z.strictObject({
  /** Anchors of paragraphs (`p12`) and divisions (`s2`). */
  anchors: z.record(z.string(), record),
  /** Ids of notes (`transcriber-2`, `kulak`). */
  notes: z.record(z.string(), record),
});

const wholeRecord = z.strictObject({
  status: z.enum(['live', 'merged-into', 'split-into', 'withdrawn']),
  /** The release that first published it. */
  first: release,
  /** How it is cited, e.g. `Strong 1934`; kept for the page that says what became of it. */
  short: z.string(),
  into: z.array(z.string()).optional(),
  reason: z.string().optional(),
  retired: release.optional(),
});

/** `content/ledger.json`: the addresses of the edition, written by `npm run anchors`. */
export const editionLedgerSchema = z.strictObject({
  /** Whole sources, by id. */
  sources: z.record(z.string(), wholeRecord),
  /** Pages of what stands around the sources, e.g. `people/joseph-stalin`, and listed figures, `claims/strong-1934/kulaks`. */
  pages: z.record(z.string(), wholeRecord).default({}),
});

export type EditionLedger = z.infer<typeof editionLedgerSchema>;
export type WholeRecord = z.infer<typeof wholeRecord>;
export type Ledger = z.infer<typeof ledgerSchema>;
export type LedgerRecord = z.infer<typeof record>;
