/** Dates in EDTF as stretches of time, and in words. */
import { dateInWords } from './labels.ts';

/**
 * A stretch of time in years: `start` is its first moment, `end` the first after it. March 1930 goes
 * from 1930 + 2/12 to 1930 + 3/12.
 */
export interface Stretch {
  start: number;
  end: number;
  /** Whether it lasts from one date to another; else it is one date, known to the year, month or day. */
  isInterval: boolean;
}

/** The stretch that a date covers; nothing where the words are no EDTF date. */
export function stretchOf(edtf: string): Stretch | undefined {
  const parts = edtf.split('/');
  const dates = parts.map(dateOf);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last || parts.length > 2 || dates.includes(undefined)) return undefined;
  return { start: first.start, end: last.end, isInterval: parts.length === 2 };
}

function dateOf(text: string): { start: number; end: number } | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1, 4).map((part) => (part ? Number(part) : undefined));
  if (year === undefined) return undefined;
  if (month === undefined) return { start: year, end: year + 1 };
  if (day === undefined) return { start: year + (month - 1) / 12, end: year + month / 12 };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const at = (number: number) => year + (month - 1 + number / days) / 12;
  return { start: at(day - 1), end: at(day) };
}

const doubt: Record<string, string> = { '~': 'about ', '?': 'perhaps ', '%': 'perhaps about ' };

/**
 * What `dates` says, in words, wherever the edition prints it: two whole years with a dash (`1878–1953`),
 * other dates with “to” and what they share said once (`26 June to 13 July 1930`); `1 December 1934`,
 * `from 30 January 1933` (in that year), `about 1933`, `perhaps 1933`. Other words stay as they are.
 */
export function datesInWords(edtf: string): string {
  if (!stretchOf(edtf)) return edtf;
  const parts = edtf.split('/');
  const words = parts.map((part) => (doubt[part.slice(-1)] ?? '') + dateInWords(part));
  const [first = '', last] = words;
  if (last === undefined || last === first) return first;
  if (/^\d{4}–\d{4}$/.test(`${first}–${last}`)) return `${first}–${last}`;
  // From a day to the end of its year.
  if (first.endsWith(` ${last}`)) return `from ${first}`;
  return `${withoutShared(first, last)} to ${last}`;
}

/** The year, and the month of two days, are said once: `26 June to 13 July 1930`, `15 to 16 January 1935`. */
function withoutShared(first: string, last: string): string {
  const [from, to] = [first.split(' '), last.split(' ')];
  while (from.length > 1 && to.length > 1 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  return from.join(' ');
}
