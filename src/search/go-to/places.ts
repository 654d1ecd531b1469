import type { SourceCitations } from '../../edition/citation.ts';

/** What a source must tell of its places. */
export type Places = Pick<
  SourceCitations,
  'numbers' | 'list' | 'pages' | 'divisions' | 'retired' | 'container'
>;

/** A line that leads somewhere: `James 1937, ch. 13, ¶ 7–9`. */
export interface Place {
  path: string;
  label: string;
}

export type Answer =
  | { kind: 'place'; place: Place }
  /** Several fit, or none does and these are worth a look. */
  | { kind: 'choice' | 'none'; message: string; places: Place[] };

/** At most so many are offered. */
export const mostPlaces = 10;
