import { noteNumber, type Doubt } from './layout.ts';

/** Text of two columns side by side, set one below the other. */
export interface Unfolded {
  text: string;
  doubt: Doubt;
}

/**
 * Finds two columns, which a gutter of white space divides at one place in most lines of the pages, and
 * sets the right one below the left one, page by page. Nothing but white space is changed.
 */
export function unfoldColumns(text: string): Unfolded | undefined {
  const pages = text
    .replace(/\r\n/g, '\n')
    .split('\f')
    .map((page) => page.split('\n'));
  const filled = pages.flat().filter((line) => line.trim() !== '');
  const start = rightColumn(filled);
  if (start === undefined) return undefined;
  const lastPage = pages.findLastIndex((page) => page.some((line) => isDivided(line, start)));
  const unfolded = pages.map((page, i) => unfold(page, start, i === lastPage).join('\n'));
  return {
    text: unfolded.join('\f'),
    doubt: {
      line: 1,
      kind: 'page',
      fact: `Two columns stand side by side, the right one from column ${String(start + 1)}; the witness has it below the left one. See that they are read in their order.`,
    },
  };
}

/** Whether a line has a gutter before a column, and words on both sides. */
function isDivided(line: string, start: number): boolean {
  return line.slice(0, start).trim() !== '' && line.slice(start).trim() !== '' && isFree(line, start);
}

function isFree(line: string, start: number): boolean {
  return line.slice(start - 2, start).trim() === '';
}

/** Where most lines have the right column begin. */
function rightColumn(filled: string[]): number | undefined {
  if (filled.length < 10) return undefined;
  const counts = new Map<number, number>();
  for (const line of filled) {
    const gap = /\S(\s{3,})(?=\S[^\s]*(?:\s{1,2}\S+)*\s*$)/.exec(line);
    if (gap && gap.index > 10) {
      const at = gap.index + 1 + (gap[1] ?? '').length;
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!best) return undefined;
  const [start] = best;
  // Lines of the right column alone, and what goes over both, are few beside those that are divided.
  const divided = filled.filter((line) => isDivided(line, start));
  const crossing = filled.filter((line) => line.length > start && !isFree(line, start));
  const right = divided.filter((line) => line.slice(start).trim().length > 15);
  const isText = right.length > divided.length * 0.5;
  return divided.length >= 8 &&
    isText &&
    divided.length > filled.length * 0.4 &&
    crossing.length < divided.length * 0.2
    ? start
    : undefined;
}

function unfold(page: string[], start: number, isLast: boolean): string[] {
  const first = page.findIndex((line) => isDivided(line, start));
  if (first < 0) return page;
  const last = page.findLastIndex((line) => isDivided(line, start));
  const tail = page.slice(last + 1);
  const foot = tail.findIndex((line, i) => isFoot(line, tail[i - 1], start));
  // On the last page the left column may be far longer than the right one; notes in it are its own.
  const isLong = isLast && tail.length > (last - first) * 0.5;
  const end = foot < 0 || isLong ? page.length : last + 1 + foot;
  // A line over both columns at the head of the page stands alone.
  const head =
    page
      .slice(0, first)
      .findLastIndex((line) => line.trim() !== '' && (!isFree(line, start) || line.trim().length < 40)) + 1;
  const body = page.slice(head, end);
  const left = body.map((line) => (isFree(line, start) ? line.slice(0, start).trimEnd() : line));
  const right = body.map((line) => (isFree(line, start) ? line.slice(start).trimEnd() : ''));
  return [...page.slice(0, head), ...trimmed(left), ...trimmed(right), '', ...page.slice(end)];
}

/** Notes, a rule or the number of the page below the columns. */
function isFoot(line: string, before: string | undefined, start: number): boolean {
  if (line.trim() === '') return false;
  const isApart = before === undefined || before.trim() === '';
  return (
    (isApart && (noteNumber(line.trim()) !== undefined || /^\W*\d{0,4}\W*$/.test(line.trim()))) ||
    (line.length > start && !isFree(line, start))
  );
}

function trimmed(lines: string[]): string[] {
  const from = lines.findIndex((line) => line !== '');
  return lines.slice(Math.max(0, from), lines.findLastIndex((line) => line !== '') + 1);
}
