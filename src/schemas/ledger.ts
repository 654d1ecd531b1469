import { z } from 'zod';

const release = z.string();

/** The words an address held before, and the release that last published them. */
const former = z.strictObject({ until: release, hash: z.string(), words: z.string() });

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

export type Ledger = z.infer<typeof ledgerSchema>;
export type LedgerRecord = z.infer<typeof record>;
