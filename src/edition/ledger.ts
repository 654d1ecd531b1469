import type { EditionHeader } from '../schemas/edition.ts';
import type { Ledger, LedgerRecord, WholeRecord } from '../schemas/ledger.ts';
import { hashWords } from './hash.ts';
import type { Note, Place, RetiredAnchor } from './model.ts';
import type { Problem } from './problem.ts';

/** An address of the edition as it stands now. */
export interface Address {
  id: string;
  words: string;
  place: Place;
}

type Records = Ledger['anchors'];

export const EMPTY_LEDGER: Ledger = { anchors: {}, notes: {} };

/** The words of a note, its paragraphs joined by a line end; this is what the ledger hashes. */
export function noteWords(note: Pick<Note, 'paragraphs'>): string {
  return note.paragraphs.map(({ words }) => words).join('\n');
}

/** Whether the newest release has been published, so that its words may no longer change under its name. */
function isPublished(edition: EditionHeader, release: string): boolean {
  return edition.releases.some(({ name, date }) => name === release && date !== undefined);
}

/** Checks that every published address still holds, and every address is in the ledger with its words. */
export function checkLedger(
  what: 'anchor' | 'note',
  addresses: Address[],
  records: Records,
  edition: EditionHeader,
  /** Where the record of an id stands in the ledger's file. */
  placeOf: (id: string) => Place,
): Problem[] {
  const problems: Problem[] = [];
  const present = new Map(addresses.map((address) => [address.id, address]));
  for (const { id, words, place } of addresses) {
    const record = records[id];
    if (!record && isPublished(edition, edition.release)) {
      problems.push({
        code: 'release-closed',
        place,
        fact: `The ${what} \`${id}\` is new since release ${edition.release} was published.`,
        action: 'Run `npm run release -- "What changed"`, which names the next release.',
      });
    } else if (!record) {
      problems.push({
        code: `${what}-unpublished`,
        place,
        fact: `The ${what} \`${id}\` is not in the ledger.`,
        action: 'Run `npm run anchors`, which records it.',
      });
    } else if (record.status !== 'live') {
      problems.push({
        code: `${what}-reused`,
        place,
        fact: `The ${what} \`${id}\` was retired in release ${record.retired ?? 'unknown'}: ${describeRetired(record)}`,
        action: `Give this ${what} a new name; a published address never gets another meaning.`,
      });
    } else if (record.hash !== hashWords(words)) {
      problems.push(
        isPublished(edition, edition.release) && record.changed === edition.release
          ? {
              code: 'release-closed',
              place,
              fact: `The words of \`${id}\` have changed since release ${edition.release} was published.`,
              action:
                'Run `npm run release -- "What changed"`, which names the next release; or restore the words.',
            }
          : {
              code: 'ledger-stale',
              place,
              fact: `The words of \`${id}\` are not those in the ledger.`,
              action: 'If the change is meant, run `npm run anchors`; else restore the words.',
            },
      );
    }
  }
  for (const [id, record] of Object.entries(records)) {
    if (record.status === 'live' && !present.has(id)) {
      problems.push({
        code: `${what}-lost`,
        place: placeOf(id),
        fact: `The ${what} \`${id}\`, published in release ${record.first}, is no longer in the text.`,
        action: `Restore it, or retire it: \`npm run anchors -- retire SOURCE ${id} --into NEW\` or \`--withdrawn "reason"\`.`,
      });
    }
    for (const next of record.into ?? []) {
      if (!present.has(next) && records[next] === undefined) {
        problems.push({
          code: 'ledger-target-unknown',
          place: placeOf(id),
          fact: `\`${id}\` was retired into \`${next}\`, which does not exist.`,
          action: 'Name an address of this source.',
        });
      }
    }
  }
  return problems;
}

/** The ledger's records brought up to the addresses as they stand; retired records are kept. */
export function updateRecords(addresses: Address[], records: Records, release: string): Records {
  const next: Records = { ...records };
  for (const { id, words } of addresses) {
    const hash = hashWords(words);
    const old = records[id];
    if (!old) {
      next[id] = { status: 'live', first: release, changed: release, hash, words };
    } else if (old.status === 'live' && old.hash !== hash) {
      // Within one release words may still change; what an earlier release published is kept.
      const former =
        old.changed === release
          ? old.former
          : [...(old.former ?? []), { since: old.changed, hash: old.hash, words: old.words }];
      next[id] = { ...old, changed: release, hash, words, ...(former && { former }) };
    }
  }
  return next;
}

/** Retires an address: its record keeps its words and says what became of it. */
export function retire<T extends LedgerRecord | WholeRecord>(
  record: T,
  release: string,
  to: { into: string[] } | { reason: string },
): T {
  if ('reason' in to) return { ...record, status: 'withdrawn', reason: to.reason, retired: release };
  return {
    ...record,
    status: to.into.length > 1 ? 'split-into' : 'merged-into',
    into: to.into,
    retired: release,
  };
}

/** A source or page whose address is permanent. */
export interface Whole {
  id: string;
  place: Place;
}

/** Checks that every source, or every page, ever published is there, or its record says what became of it. */
export function checkWholes(
  what: 'source' | 'page',
  wholes: readonly Whole[],
  records: Record<string, WholeRecord>,
  edition: EditionHeader | undefined,
  /** Where the record of an id stands in the ledger's file. */
  placeOf: (id: string) => Place,
): Problem[] {
  const problems: Problem[] = [];
  const present = new Set(wholes.map(({ id }) => id));
  for (const { id, place } of wholes) {
    const record = records[id];
    if (!record && edition && isPublished(edition, edition.release)) {
      problems.push({
        code: 'release-closed',
        place,
        fact: `The ${what} \`${id}\` is new since release ${edition.release} was published.`,
        action: 'Run `npm run release -- "What changed"`, which names the next release.',
      });
    } else if (!record) {
      problems.push({
        code: `${what}-unpublished`,
        place,
        fact: `The ${what} \`${id}\` is not in the ledger of the edition.`,
        action: 'Run `npm run anchors`, which records it.',
      });
    } else if (record.status !== 'live') {
      problems.push({
        code: `${what}-reused`,
        place,
        fact: `\`${id}\` was retired in release ${record.retired ?? 'unknown'}: ${describeRetired(record)}`,
        action: `Give the ${what} another id; a published address never gets another meaning.`,
      });
    }
  }
  for (const [id, record] of Object.entries(records)) {
    if (record.status === 'live' && !present.has(id)) {
      problems.push({
        code: `${what}-lost`,
        place: placeOf(id),
        fact: `The ${what} \`${id}\`, published in release ${record.first}, is gone.`,
        action: `Restore it, or retire it: \`npm run anchors -- retire ${id} --into NEW\` or \`--withdrawn "reason"\`.`,
      });
    }
    for (const next of record.into ?? []) {
      if (!present.has(next) && records[next] === undefined) {
        problems.push({
          code: 'ledger-target-unknown',
          place: placeOf(id),
          fact: `\`${id}\` was retired into \`${next}\`, which does not exist.`,
          action: `Name a ${what} of this edition.`,
        });
      }
    }
  }
  return problems;
}

/** The records of sources or pages brought up to those that stand now; their names are kept as they are now. */
export function updateWholes(
  wholes: readonly { id: string; name: string }[],
  records: Record<string, WholeRecord>,
  release: string,
): Record<string, WholeRecord> {
  const next = { ...records };
  for (const { id, name } of wholes)
    next[id] = { ...(records[id] ?? { status: 'live', first: release }), short: name };
  return next;
}

/** Retired anchors, in the order of the ledger. */
export function retiredAnchors(records: Records): RetiredAnchor[] {
  return Object.entries(records)
    .filter(([, record]) => record.status !== 'live')
    .map(([anchor, record]) => ({ anchor, record }));
}

/**
 * The live addresses that hold the place of a retired one, followed through later retirements; none
 * where its words were withdrawn.
 */
export function successors(
  records: Record<string, LedgerRecord | WholeRecord>,
  id: string,
  seen = new Set<string>(),
): string[] {
  const record = records[id];
  if (!record || seen.has(id)) return [];
  if (record.status === 'live') return [id];
  seen.add(id);
  return [...new Set((record.into ?? []).flatMap((next) => successors(records, next, seen)))];
}

/** One sentence on what became of a retired address, without its name. */
export function describeRetired(record: Pick<LedgerRecord, 'status' | 'into' | 'reason'>): string {
  const targets = (record.into ?? []).join(' and ');
  if (record.status === 'merged-into') return `it was merged into ${targets}.`;
  if (record.status === 'split-into') return `it was split into ${targets}.`;
  return `it was withdrawn${record.reason ? `: ${record.reason.replace(/\.$/, '')}` : ''}.`;
}
