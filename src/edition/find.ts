/** Where words stand in a text: the offsets of every occurrence, in order. */
export function occurrences(words: string, sought: string): number[] {
  const found: number[] = [];
  if (sought === '') return found;
  for (let at = words.indexOf(sought); at !== -1; at = words.indexOf(sought, at + 1)) found.push(at);
  return found;
}

export type Found = { start: number; end: number } | { count: number };

/**
 * The one place that words name: they must stand exactly once, or `occurrence` (from 1) must say
 * which. Otherwise how often they stand.
 */
export function locate(words: string, sought: string, occurrence: number | undefined): Found {
  const found = occurrences(words, sought);
  const start =
    occurrence === undefined ? (found.length === 1 ? found[0] : undefined) : found[occurrence - 1];
  return start === undefined ? { count: found.length } : { start, end: start + sought.length };
}
