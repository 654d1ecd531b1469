/** What is answered: where a citation leads, or why it leads nowhere. */
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

/** A source with its places. */
export interface Within extends Places {
  id: string;
  short: string;
}

/** At most so many are offered. */
export const mostPlaces = 10;

/** Each path once. */
export function uniquePlaces(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [place.path, place])).values()];
}

/** The places that an answer found. */
export function placesFound(answer: Answer): Place[] {
  if (answer.kind === 'place') return [answer.place];
  return answer.kind === 'choice' ? answer.places : [];
}
