import type { Claim, Edition } from '../edition/model.ts';
import { anchorPath, claimPath, notePath } from '../routes.ts';

/** A figure that a source states, for programs. Numbers are numbers; what is not known is absent. */
export interface ExportedClaim {
  source: string;
  /** As readers cite the source: `Strong 1934`. */
  short: string;
  /** Unique within its source. */
  id: string;
  /** `p9`. */
  paragraph: string;
  /** The very words. */
  words: string;
  /** As the text has it: `more than 20,000,000`. */
  value: string;
  number?: number;
  low?: number;
  high?: number;
  unit?: string;
  what: string;
  period?: string;
  /** Address of the editor's note that checks it. */
  note?: string;
  /** Address of the paragraph. */
  address: string;
  /** Address of the figure in the list. */
  entry: string;
}

export function exportClaim(claim: Claim, site: URL | undefined): ExportedClaim {
  const { source, id, paragraph, quote, value, number, low, high, unit, what, period, note } = claim;
  const absolute = (path: string) => new URL(path, site).href;
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
] as const satisfies (keyof ExportedClaim)[];

/** Rows of a table, the names of the columns first. */
export function claimRows(
  claims: readonly Claim[],
  site: URL | undefined,
): (string | number | undefined)[][] {
  const rows = claims.map((claim) => exportClaim(claim, site));
  return [[...columns], ...rows.map((row) => columns.map((column) => row[column]))];
}

/** All figures with the release they belong to. */
export function claimsJson({ header, claims }: Edition, site: URL | undefined) {
  return {
    edition: header.title,
    release: header.release,
    claims: claims.map((claim) => exportClaim(claim, site)),
  };
}
