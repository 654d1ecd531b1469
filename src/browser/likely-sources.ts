import { sourceOf, type Candidate, type SearchIndex } from './search-index.ts';

/** So many of the likeliest records say which sources are meant. */
const mostRecords = 16;

/**
 * The sources that most likely have a quotation, the likeliest first.
 * @param questions words that stand together in the quotation, a few at a time.
 */
export async function likelySources(
  { look }: Pick<SearchIndex, 'look'>,
  questions: readonly string[][],
): Promise<string[]> {
  const votes = new Map<string, { one: Candidate; weight: number }>();
  for (const words of questions) {
    const found = await look(words.join(' '));
    for (const one of found) {
      const vote = votes.get(one.id) ?? { one, weight: 0 };
      // What stands in few records says more.
      vote.weight += 1 / (1 + Math.log2(found.length));
      votes.set(one.id, vote);
    }
  }
  const likeliest = [...votes.values()].sort((a, b) => b.weight - a.weight).slice(0, mostRecords);
  const weights = new Map<string, number>();
  await Promise.all(
    likeliest.map(async ({ one, weight }) => {
      const sourceId = await sourceOf(one);
      weights.set(sourceId, (weights.get(sourceId) ?? 0) + weight);
    }),
  );
  return [...weights].sort(([, a], [, b]) => b - a).map(([sourceId]) => sourceId);
}
