/** What the draft of a header says where its file alone says nothing. */
import type { Place } from './model.ts';
import type { Problem } from './problem.ts';

export const OPEN_WORDS = 'To be filled in';
export const OPEN_DATE = '0000?';
export const OPEN_LANGUAGE = 'und';

/** Each value of a header that is still to be filled in, where it stands. */
export function openValues(
  header: { date: string; language: string },
  place: (path: PropertyKey[]) => Place,
): Problem[] {
  return [
    ...wordsIn(header, []).filter(([, words]) => words.includes(OPEN_WORDS)),
    ...(header.date === OPEN_DATE ? [[['date'], OPEN_DATE] as const] : []),
    ...(header.language === OPEN_LANGUAGE ? [[['language'], OPEN_LANGUAGE] as const] : []),
  ].map(([path]) => ({
    code: 'value-open',
    place: place([...path]),
    fact: `The value of \`${path.join('.')}\` is still to be filled in.`,
    action: 'Fill it in; the editor’s manual says what it holds. What is not known is said to be unknown.',
  }));
}

/** Every string of a value, with the keys that lead to it. */
function wordsIn(value: unknown, path: (string | number)[]): [path: (string | number)[], words: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => wordsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => wordsIn(item, [...path, key]));
}
