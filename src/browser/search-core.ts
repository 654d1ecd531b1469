/** Runs a query: finds candidates, loads their words, keeps and ranks those that truly answer. */
import type { Hand } from '../edition/model.ts';
import { expand } from '../search/expand.ts';
import { match, type Match } from '../search/match.ts';
import type { Query } from '../search/query.ts';
import type { SearchSource } from '../search/records.ts';
import { loadNames } from './load-names.ts';
import { openIndex, type Candidate, type LoadedRecord } from './search-index.ts';

export interface Result extends LoadedRecord, Match {
  source: SearchSource;
  sourceId: string;
  hand: Hand;
  /** `¶ 12`, `note 3`, or the title of an editor's note. */
  label: string;
}

export interface Filters {
  hand?: Hand | undefined;
  sourceId?: string | undefined;
}

export interface Progress {
  /** Paragraphs before notes, the best first; not yet filtered. */
  results: Result[];
  isDone: boolean;
  /** The other names that were looked for. */
  also: string[];
  /** Whether the index found more than are looked at. */
  isCapped: boolean;
}

/** So many at most are looked at for one query. */
export const maximumResults = 200;
/** So many are looked at before anything is shown: a screen or two. */
const firstBatch = 10;
const atOnce = 12;
/** Milliseconds between the first results and the rest. */
const breath = 50;

/**
 * Calls `show` with the first results and again with all of them. What passes the filters is looked
 * at first; the rest is counted beside the filters.
 */
export async function search(
  asked: Query,
  filters: Filters,
  signal: AbortSignal,
  show: (progress: Progress) => void,
): Promise<void> {
  const index = await openIndex();
  const plain = expand(asked, new Map()).query;
  const first = await index.candidates(plain);
  const lookPlain = looker(first, plain);
  // The first results are drawn before anything competes with them for the line.
  if (first.length > 0) {
    await lookPlain({ to: firstBatch, isDone: false, also: [] });
    await new Promise((resolve) => {
      setTimeout(resolve, breath);
    });
  }
  const { query, also } = expand(asked, await loadNames());
  const isWider = also.length > 0 || hasLocalNames(query);
  const look = isWider ? looker(await index.candidates(query), query) : lookPlain;
  await look({ to: maximumResults, isDone: true, also });

  /** Each call looks at candidates from where the last one stopped. */
  function looker(candidates: readonly Candidate[], query: Query) {
    const found: { result: Result; rank: number }[] = [];
    const ordered = candidates.toSorted((a, b) => priority(a, filters) - priority(b, filters));
    let from = 0;
    return async ({ to, isDone, also }: { to: number; isDone: boolean; also: string[] }) => {
      const start = from;
      from = to;
      await each(ordered.slice(start, to), signal, async ({ load }, place) => {
        const result = answer(await load(), query, index.sources);
        if (result) found.push({ result, rank: start + place });
      });
      if (signal.aborted) return;
      found.sort((a, b) => order(a.result) - order(b.result) || a.rank - b.rank);
      const results = found.map(({ result }) => result);
      show({ results, isDone, also, isCapped: candidates.length > maximumResults });
    };
  }
}

/** Whether a query has names that mean something in some places alone. */
function hasLocalNames({ terms }: Query): boolean {
  return terms.some(({ units }) => units.some(({ places }) => places !== undefined));
}

/** What is likely to stand at the top of the list is loaded first. */
function priority({ sourceId, hand, hasPhrase }: Candidate, filters: Filters): number {
  const isFilteredOut =
    (filters.hand !== undefined && hand !== filters.hand) ||
    (filters.sourceId !== undefined && sourceId !== filters.sourceId);
  return (isFilteredOut ? 4 : 0) + (hasPhrase ? 0 : 2) + (hand === 'author' ? 0 : 1);
}

function order({ hand, closeness }: Result): number {
  return (hand === 'author' ? 0 : 4) + { together: 0, literal: 1, variant: 2, form: 3 }[closeness];
}

/** A record as a result, if it answers the query. */
function answer(
  record: LoadedRecord,
  query: Query,
  sources: ReadonlyMap<string, SearchSource>,
): Result | undefined {
  const [, kind, sourceId = '', id = ''] = record.url.split('/');
  const matched = match(record.text, query, `${sourceId}#${id.replace('#', '')}`);
  const source = sources.get(sourceId);
  if (!matched || !source) return undefined;
  const [, hand, number = ''] = /^(author|transcriber)-(.+)$/.exec(id) ?? [];
  if (kind === 'sources')
    return { ...record, ...matched, source, sourceId, hand: 'author', label: `¶ ${id.replace('#p', '')}` };
  if (hand !== undefined)
    return {
      ...record,
      ...matched,
      source,
      sourceId,
      hand: `${hand as 'author' | 'transcriber'}-note`,
      label: `note ${number}`,
    };
  return { ...record, ...matched, source, sourceId, hand: 'editor-note', label: source.titles[id] ?? id };
}

/** Runs over a list with a few at work at a time. */
async function each<T>(
  list: readonly T[],
  signal: AbortSignal,
  work: (item: T, place: number) => Promise<void>,
): Promise<void> {
  const queue = list.entries();
  const worker = async () => {
    for (const [place, item] of queue) {
      if (signal.aborted) return;
      await work(item, place);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
