/** Every block of the edition that answers a query: from the texts of a small edition, from the word index of a large one. */
import { BlockNumbers, answersIn, type Answer, type Filters, type Found } from '../search/found.ts';
import { blocksOf, placeOf } from '../search/blocks.ts';
import type { Query } from '../search/query.ts';
import type { SearchCatalogue, SearchSource } from '../search/records.ts';
import { survey } from '../search/word-index/survey.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { readSource } from './read-sources.ts';
import { blocksNaming, openWordIndex } from './word-index.ts';

/**
 * In the order of the edition, not filtered. `filters` says what must be known of each: in a large
 * edition, sections are known of the source alone that is wanted, and mentions of the one that is wanted.
 * @throws when the words cannot be loaded.
 */
export async function surveyEdition(query: Query, filters: Filters): Promise<Found[]> {
  const catalogue = await loadCatalogue();
  const { sources, words: folder } = catalogue;
  if (folder === undefined)
    return (await Promise.all(sources.map((source) => answersOf(source, query)))).flat();
  const found = await surveyWords(folder, query, catalogue, filters.mentions);
  const source = sources.find(({ id }) => id === filters.sourceId);
  if (!source) return found;
  const bySource = Map.groupBy(found, (one) => one.source);
  const answers = await answersOf(source, query);
  return sources.flatMap((one) => (one === source ? answers : (bySource.get(one) ?? [])));
}

/** What one source answers, from its text. */
export async function answersOf(source: SearchSource, query: Query): Promise<Answer[]> {
  return answersIn(await readSource(source.id), source, query);
}

async function surveyWords(
  folder: string,
  query: Query,
  { sources }: SearchCatalogue,
  mentions: string | undefined,
): Promise<Found[]> {
  const numbers = new BlockNumbers(sources);
  const index = openWordIndex(folder);
  const [answers, naming] = await Promise.all([
    survey(query, index, await namedBlocks(query, numbers)),
    mentions === undefined ? undefined : blocksNaming(index, mentions),
  ]);
  return answers.flatMap((answer) => {
    const found = numbers.found(answer);
    if (found && mentions !== undefined) found.mentions = naming?.has(answer.block) ? [mentions] : [];
    return found ?? [];
  });
}

/** The places that the query speaks of, by the numbers of their blocks. */
async function namedBlocks({ terms }: Query, numbers: BlockNumbers): Promise<Map<number, string>> {
  const places = new Set(terms.flatMap(({ units }) => units.flatMap(({ places = [] }) => places)));
  const bySource = Map.groupBy(places, (place) => place.split('#')[0] ?? '');
  const named = new Map<number, string>();
  for (const [sourceId, those] of bySource) {
    const blocks = blocksOf(await readSource(sourceId));
    for (const place of those) {
      const number = numbers.numberOf(
        sourceId,
        blocks.findIndex((block) => place === placeOf(sourceId, block)),
      );
      if (number !== undefined) named.set(number, place);
    }
  }
  return named;
}
