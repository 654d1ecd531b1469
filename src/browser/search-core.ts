/** Runs a query: the first results from Pagefind's index, then all that the edition answers. */
import { someAtOnce } from '../edition/some-at-once.ts';
import { expand } from '../search/expand.ts';
import { answerOf, isFiltered, isPassing, type Answer, type Filters, type Found } from '../search/found.ts';
import type { Query } from '../search/query.ts';
import type { SearchSource } from '../search/records.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadNames } from './load-names.ts';
import { openIndex, type Candidate } from './search-index.ts';
import { answersOf, surveyEdition } from './survey-edition.ts';

export interface Progress {
  /** What passes the filters: paragraphs before notes, the best first, `maximumResults` at most. */
  results: Answer[];
  /** All that answers, filtered or not; undefined until that is known. */
  found: Found[] | undefined;
  /** The other names that were looked for. */
  also: string[];
  /** Whether all results that will be shown are. */
  isDone: boolean;
}

/** So many at most are shown for one query. */
export const maximumResults = 200;
/** So many blocks are looked at before anything is shown: a screen or two. */
const firstBlocks = 10;
/** So many times more are looked at where these do not answer. */
const tries = 3;
const atOnce = 12;
/** To read more sources than this, whole, would take long. */
const manySources = 40;
/** Milliseconds between the first results and the rest. */
const breath = 100;

/** Calls `show` with the first results and again when all is known. */
export async function search(
  asked: Query,
  filters: Filters,
  signal: AbortSignal,
  show: (progress: Progress) => void,
): Promise<void> {
  const { words, recordLength } = await loadCatalogue();
  const isLarge = words !== undefined;
  const isWhole = !isFiltered(filters);
  const results = new Map<string, Answer>();
  const keep = (answers: readonly Answer[]) => {
    for (const answer of answers) results.set(keyOf(answer), answer);
  };
  const draw = (progress: Omit<Progress, 'results'>) => {
    show({ results: inOrder([...results.values()], filters), ...progress });
  };
  // In a large edition the index cannot tell what passes.
  if (!isLarge || isWhole) {
    keep(await firstAnswers(asked, filters, signal, Math.ceil(firstBlocks / recordLength)));
    if (signal.aborted) return;
    // They are drawn before anything competes with them for the line.
    if (results.size > 0) {
      draw({ found: undefined, also: [], isDone: false });
      await new Promise((resolve) => {
        setTimeout(resolve, breath);
      });
    }
  }
  const { query, also } = expand(asked, await loadNames());
  if (signal.aborted) return;
  const found = await surveyEdition(query, filters);
  if (signal.aborted) return;
  const best = found.filter((one) => isPassing(one, filters)).sort(compare);
  keep(best.filter(isAnswer));
  const sourceCount = new Set(best.slice(0, maximumResults).map(({ source }) => source)).size;
  if (isLarge && isWhole && sourceCount > manySources) {
    draw({ found, also, isDone: false });
    // The records of the index are smaller than the sources.
    const index = await openIndex();
    const candidates = ordered(await index.candidates(query), filters).slice(0, maximumResults);
    const answers: Answer[] = [];
    await look(candidates, query, signal, answers, Math.min(maximumResults, best.length));
    keep(answers);
  }
  keep(await readAnswers(best, query, signal, results));
  if (!signal.aborted) draw({ found, also, isDone: true });
}

/** What the likeliest records answer, to what is typed or else to another spelling of it. */
async function firstAnswers(
  asked: Query,
  filters: Filters,
  signal: AbortSignal,
  batch: number,
): Promise<Answer[]> {
  const index = await openIndex();
  const plain = expand(asked, new Map()).query;
  const answers: Answer[] = [];
  for (const query of [asked, plain]) {
    const candidates = ordered(await index.first(query), filters).slice(0, batch * tries);
    for (let at = 0; at < candidates.length && answers.length === 0 && !signal.aborted; at += batch)
      await look(candidates.slice(at, at + batch), plain, signal, answers);
    if (answers.length > 0) break;
  }
  return answers;
}

/** Looks at candidates until there are enough results. */
async function look(
  candidates: readonly Candidate[],
  query: Query,
  signal: AbortSignal,
  results: Answer[],
  enough = maximumResults,
): Promise<void> {
  const { sources } = await loadCatalogue();
  const byId = new Map(sources.map((source) => [source.id, source]));
  const lookAt = async ({ load }: Candidate) => {
    if (results.length >= enough) return;
    const { sourceId, first, blocks } = await load();
    const source = byId.get(sourceId);
    if (!source) return;
    for (const [index, block] of blocks.entries()) {
      const answer = answerOf(block, first + index, source, query);
      if (answer) results.push(answer);
    }
  };
  await someAtOnce(candidates, atOnce, lookAt, signal);
}

/** Reads the texts of the best of those that are missing, until there are enough results. */
async function readAnswers(
  best: readonly Found[],
  query: Query,
  signal: AbortSignal,
  results: ReadonlyMap<string, Answer>,
): Promise<Answer[]> {
  const missing = best.filter((one) => !results.has(keyOf(one)));
  const wanted = missing.slice(0, Math.max(0, maximumResults - results.size));
  const bySource = Map.groupBy(wanted, ({ source }) => source);
  const read = async ([source, those]: [SearchSource, Found[]]) => {
    const blocks = new Set(those.map(({ block }) => block));
    return (await answersOf(source, query)).filter(({ block }) => blocks.has(block));
  };
  return (await someAtOnce(bySource, atOnce, read, signal)).flat();
}

function isAnswer(found: Found): found is Answer {
  return 'words' in found;
}

function keyOf({ source, block }: Found): string {
  return `${source.id}#${String(block)}`;
}

function inOrder(answers: Answer[], filters: Filters): Answer[] {
  return answers
    .filter((one) => isPassing(one, filters))
    .sort(compare)
    .slice(0, maximumResults);
}

/** Paragraphs before notes, the closest first, of these what answers most often for its length. */
function compare(a: Found, b: Found): number {
  return order(a) - order(b) || weight(b) - weight(a);
}

function order({ hand, closeness }: Found): number {
  return (hand === 'author' ? 0 : 4) + { together: 0, literal: 1, variant: 2, form: 3 }[closeness];
}

/** Words of an ordinary paragraph, for one whose length is not known. */
const usualLength = 120;

/** Grows with each hit, less with each further one, and less in a long text (the measure of Okapi BM25). */
function weight(found: Found): number {
  const length = isAnswer(found) ? found.words.length / 6 : usualLength;
  return found.hits / (found.hits + 1.2 * (0.25 + (0.75 * length) / usualLength));
}

/** What is likely to stand at the top of the list is loaded first. */
function ordered(candidates: readonly Candidate[], filters: Filters): Candidate[] {
  // Thousands are divided faster than sorted.
  const groups = Map.groupBy(candidates, (one) => priority(one, filters));
  return [...groups].sort(([a], [b]) => a - b).flatMap(([, those]) => those);
}

function priority({ place, hasPhrase }: Candidate, filters: Filters): number {
  const isFilteredOut =
    (filters.hand !== undefined && place?.hand !== filters.hand) ||
    (filters.sourceId !== undefined && place?.sourceId !== filters.sourceId);
  return (isFilteredOut ? 4 : 0) + (hasPhrase ? 0 : 2) + (place?.hand === 'author' ? 0 : 1);
}
