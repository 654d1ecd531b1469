/** What search tells its readers, in whole sentences. */
import type { Hand } from '../edition/model.ts';
import { tokens } from '../edition/normalise.ts';
import { maximumLength, type Query } from '../search/query.ts';
import { maximumResults, type Filters, type Progress, type Result } from './search-core.ts';

export const failed = 'Search could not be loaded. Check the connection and try again.';

/** Why there is nothing to look for; undefined when there is. */
export function nothingAsked({ text, all }: Query): string | undefined {
  if (all.length > 0) return undefined;
  return text === '' ? '' : 'There is no word to look for in this query.';
}

/** Those that have passed the filters, results and lines alike. */
export function passing<T extends { hand: Hand; sourceId: string }>(
  found: readonly T[],
  { hand, sourceId }: Filters,
): T[] {
  return found.filter(
    (one) =>
      (hand === undefined || one.hand === hand) && (sourceId === undefined || one.sourceId === sourceId),
  );
}

/** What was found, e.g. `12 results: 8 paragraphs, 4 notes.` */
export function outcome({ results, isCapped }: Progress, shown: readonly Result[], query: Query): string {
  const paragraphs = shown.filter(({ hand }) => hand === 'author').length;
  const parts = [count(paragraphs, 'paragraph'), count(shown.length - paragraphs, 'note')].filter(Boolean);
  const hidden = results.length - shown.length;
  return [
    shown.length > 0 ? `${count(shown.length, 'result')}: ${parts.join(', ')}.` : nothingFound(query, hidden),
    shown.length > 0 && hidden > 0 ? `${String(hidden)} more without the filters.` : '',
    isCapped
      ? `Only the first ${String(maximumResults)} places were looked at; a longer query finds the rest.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function nothingFound({ terms }: Query, hidden: number): string {
  if (hidden > 0) return `Nothing found with these filters; ${count(hidden, 'result')} without them.`;
  if (terms.every(({ units }) => units.every(({ kind }) => kind !== 'phrase')))
    return terms.length > 1
      ? 'No paragraph or note holds all these words.'
      : 'No paragraph or note holds this word.';
  return 'No paragraph or note holds this, word for word. Without quotation marks, the words are found in any order and form.';
}

/** `12 occurrences.` */
export function occurrences({ shown, all }: { shown: number; all: number }): string {
  if (all === 0) return 'These words occur nowhere.';
  const hidden = all > shown ? ` ${String(all - shown)} more without the filters.` : '';
  return `${count(shown, 'occurrence') || 'No occurrence with these filters'}.${hidden}`;
}

/** Which other names were looked for; those with the words that were typed go without saying. */
export function alsoSearched({ all }: Query, also: readonly string[]): string {
  const others = also.filter((name) => {
    const words = new Set(tokens(name).map(({ token }) => token));
    return !all.every((word) => words.has(word));
  });
  return others.length > 0 ? `Also searched: ${others.join(', ')}.` : '';
}

/** What is odd about a query, calmly. */
export function remarks({ isCut }: Query, unknown: readonly string[]): string[] {
  return [
    ...(isCut ? [`Only the first ${String(maximumLength)} characters of the query were looked for.`] : []),
    ...unknown.map(
      (name) =>
        `The address names “${name.length > 40 ? `${name.slice(0, 40)}…` : name}”, which is not known here and was left aside.`,
    ),
  ];
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
