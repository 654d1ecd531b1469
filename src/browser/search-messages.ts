/** What search tells its readers, in whole sentences. */
import { tokens } from '../edition/normalise.ts';
import { maximumLength, type Query } from '../search/query.ts';
import { isPassing, type Filters, type Found } from '../search/found.ts';
import { maximumResults, type Progress } from './search-core.ts';

export const failed = 'Search could not be loaded. Check the connection and try again.';

/** Why there is nothing to look for; undefined when there is. */
export function nothingAsked({ text, all }: Query): string | undefined {
  if (all.length > 0) return undefined;
  return text === '' ? '' : 'There is no word to look for in this query.';
}

/** What was found, e.g. `12 results: 8 in the text, 4 in notes.` */
export function outcome({ results, found = results }: Progress, filters: Filters, query: Query): string {
  const passing = found.filter((one) => isPassing(one, filters));
  const inText = passing.filter(({ hand }) => hand === 'author').length;
  const parts = [
    inText > 0 ? `${grouped(inText)} in the text` : '',
    passing.length > inText ? `${grouped(passing.length - inText)} in notes` : '',
  ].filter(Boolean);
  const hidden = found.length - passing.length;
  return [
    passing.length > 0
      ? `${count(passing.length, 'result')}: ${parts.join(', ')}.`
      : nothingFound(query, hidden),
    passing.length > 0 && hidden > 0 ? `${count(hidden, '')} more without the filters.` : '',
    passing.length > maximumResults
      ? `The first ${count(maximumResults, '')} are listed; as a concordance, all can be read.`
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
export function occurrences(found: readonly Found[], filters: Filters): string {
  const all = hitsOf(found);
  const shown = hitsOf(found.filter((one) => isPassing(one, filters)));
  if (all === 0) return 'These words occur nowhere.';
  const hidden = all > shown ? ` ${count(all - shown, '')} more without the filters.` : '';
  return `${count(shown, 'occurrence') || 'No occurrence with these filters'}.${hidden}`;
}

export function hitsOf(found: readonly Found[]): number {
  return found.reduce((sum, { hits }) => sum + hits, 0);
}

/** What was asked for, and where it can be asked again. */
export function onPaper({ text }: Query, chosen: readonly string[]): string {
  return text === '' ? '' : `${[text, ...chosen].join(' · ')} (${location.href})`;
}

/** Which other names were looked for; those with the words that were typed go without saying. */
export function alsoSearched({ all }: Query, also: readonly string[]): string {
  const others = also.filter((name) => {
    const words = new Set(tokens(name).map(({ token }) => token));
    return !all.every((word) => words.has(word));
  });
  return others.length > 0 ? `Also searched: ${others.join(', ')}.` : '';
}

/** More sources than these are counted, not named. */
const fewWithheld = 12;

/** What could not be searched; nothing where all is shown. */
export function notSearched(withheld: readonly string[] = []): string {
  if (withheld.length === 0) return '';
  const names = withheld.length > fewWithheld ? `${String(withheld.length)} sources` : withheld.join(' and ');
  return `Words of ${names} are not shown here and were not searched.`;
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
  if (number === 0) return '';
  return noun === '' ? grouped(number) : `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** With commas from five digits on. */
export function grouped(number: number): string {
  return number < 10_000 ? String(number) : number.toLocaleString('en');
}
