/** The blocks of an edition that answer a query, before their texts are shown. */
import type { Hand } from '../edition/model.ts';
import { blocksOf, hands, placeOf, tokensOf, type Block } from './blocks.ts';
import { lastAtMost } from './last-at-most.ts';
import { matchTokens, type Closeness, type Hit } from './match.ts';
import type { Query } from './query.ts';
import type { SearchSource } from './records.ts';
import type { SourceWords } from './source-words.ts';
import type { AnsweringBlock } from './word-index/survey.ts';

export interface Found {
  source: SearchSource;
  hand: Hand;
  /** Its place among the blocks of its source. */
  block: number;
  closeness: Closeness;
  /** How many stretches of it answer. */
  hits: number;
  /** Unknown where the source has not been read. */
  section?: string | undefined;
  mentions?: readonly string[];
}

/** What a reader wants to see alone. */
export interface Filters {
  hand?: Hand | undefined;
  sourceId?: string | undefined;
  /** A section of that source. */
  section?: string | undefined;
  years?: Years | undefined;
  /** An entity that is named: `people/joseph-stalin`. */
  mentions?: string | undefined;
}

/** The first and the last year. */
export type Years = readonly [from: number, until: number];

/** `1934`, or an interval as in EDTF, `1930/1939`. */
export function readYears(text: string): Years | undefined {
  const [, from, until = from] = /^(\d{4})(?:\/(\d{4}))?$/.exec(text) ?? [];
  return from !== undefined && until !== undefined && from <= until
    ? [Number(from), Number(until)]
    : undefined;
}

export function writeYears([from, until]: Years): string {
  const [first, last] = [from, until].map((year) => String(year).padStart(4, '0'));
  return first === last ? String(first) : `${String(first)}/${String(last)}`;
}

export function isFiltered(filters: Filters): boolean {
  return Object.values(filters as Record<string, unknown>).some((filter) => filter !== undefined);
}

export function isPassing(found: Found, { hand, sourceId, section, years, mentions }: Filters): boolean {
  return (
    (hand === undefined || found.hand === hand) &&
    (sourceId === undefined || found.source.id === sourceId) &&
    (section === undefined || found.section === section) &&
    (years === undefined || (found.source.year >= years[0] && found.source.year <= years[1])) &&
    (mentions === undefined || found.mentions?.includes(mentions) === true)
  );
}

/** A block that answers, with its words. */
export interface Answer extends Found, Pick<Block, 'id' | 'label' | 'words'> {
  where: readonly Hit[];
}

/** What a block answers; undefined when it does not. `place` is its place among the blocks of its source. */
export function answerOf(
  block: Block,
  place: number,
  source: SearchSource,
  query: Query,
): Answer | undefined {
  const found = matchTokens(tokensOf(block), query, placeOf(source.id, block));
  if (!found) return undefined;
  const { closeness, hits: where } = found;
  return { ...block, source, block: place, closeness, hits: where.length, where };
}

/** All that a source answers. */
export function answersIn(words: SourceWords, source: SearchSource, query: Query): Answer[] {
  return blocksOf(words).flatMap((block, place) => answerOf(block, place, source, query) ?? []);
}

/** The blocks of an edition by their numbers, through all its sources. */
export class BlockNumbers {
  readonly #firsts: number[] = [];
  readonly #sources: readonly SearchSource[];

  constructor(sources: readonly SearchSource[]) {
    this.#sources = sources;
    let first = 0;
    for (const { blocks } of sources) {
      this.#firsts.push(first);
      first += blocks.reduce((sum, count) => sum + count, 0);
    }
  }

  /** The number of a block of a source; undefined for a source that is not there. */
  numberOf(sourceId: string, block: number): number | undefined {
    const first = this.#firsts[this.#sources.findIndex(({ id }) => id === sourceId)];
    return first === undefined ? undefined : first + block;
  }

  found({ block: number, closeness, hits }: AnsweringBlock): Found | undefined {
    const at = lastAtMost(this.#firsts.length, (index) => (this.#firsts[index] ?? Infinity) <= number);
    const source = this.#sources[at];
    if (!source) return undefined;
    const block = number - (this.#firsts[at] ?? 0);
    let end = 0;
    const hand = hands[source.blocks.findIndex((count) => block < (end += count))] ?? 'author';
    return { source, hand, block, closeness, hits };
  }
}
