import type { Claim } from '../edition/model.ts';
import { addressOf, anchorPath, claimPath, notePath } from '../routes.ts';
import type { ClaimData } from '../schemas/data/figure.ts';

/** A figure that a source states, for programs. Numbers are numbers; what is not known is absent. */
export function exportClaim(claim: Claim, site: URL | undefined): ClaimData {
  const { source, id, paragraph, quote, value, number, low, high, unit, what, period, note } = claim;
  const absolute = (path: string) => addressOf(path, site);
  return {
    source: source.id,
    short: source.header.short,
    id,
    paragraph: paragraph.anchor,
    words: quote,
    value,
    ...(number !== undefined && { number }),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    ...(unit !== undefined && { unit }),
    what,
    ...(period !== undefined && { period }),
    ...(note && { note: absolute(notePath(note)) }),
    address: absolute(anchorPath(source.id, paragraph.anchor)),
    entry: absolute(claimPath(claim)),
  };
}

const columns = [
  'source',
  'id',
  'paragraph',
  'words',
  'value',
  'number',
  'low',
  'high',
  'unit',
  'what',
  'period',
  'note',
  'address',
] as const satisfies (keyof ClaimData)[];

/** Rows of a table, the names of the columns first. */
export function claimRows(
  claims: readonly Claim[],
  site: URL | undefined,
): (string | number | undefined)[][] {
  const rows = claims.map((claim) => exportClaim(claim, site));
  return [[...columns], ...rows.map((row) => columns.map((column) => row[column]))];
}
