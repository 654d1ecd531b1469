import { endsSentence, mostFrequent, type Doubt, type Layout, type SourceLine } from './layout.ts';

/** Pages of wrapped text: form feeds, or gaps between lines that fall within sentences. */
export interface Pages {
  /** The first line with words of each page after the first. */
  starts: number[];
  numbers: string[];
  omitted: Layout['omitted'];
  doubts: Doubt[];
}

/** Blank lines before each line with words, by line number. */
export function gapsBefore(filled: SourceLine[]): Map<number, number> {
  return new Map(
    filled.map(({ number }, i) => [number, i === 0 ? 0 : number - (filled[i - 1]?.number ?? 0) - 1]),
  );
}

/** Blank lines between two lines of a paragraph: none, but where nearly all lines are set apart. */
export function usualGap(gaps: Map<number, number>): number {
  const all = [...gaps.values()].slice(1);
  return all.filter((gap) => gap === 0).length > all.length * 0.2 ? 0 : mostFrequent(all);
}

export function findPages(lines: SourceLine[]): Pages {
  const filled = lines.filter(({ text }) => text !== '');
  const breaks = lines.some(({ raw }) => raw.includes('\f')) ? atFormFeeds(lines) : atGaps(lines, filled);
  const starts = breaks.length > 0 ? breaks : atNumbers(filled);
  const doubts: Doubt[] = [];
  const pages = [0, ...starts].map((start, i, all) =>
    filled.filter(({ number }) => number >= start && number < (all[i + 1] ?? Infinity)),
  );
  const { omitted, numbers } = starts.length > 0 ? furniture(pages) : { omitted: [], numbers: [] };
  for (const { from, note } of omitted) doubts.push({ line: from, kind: 'stray', fact: `Left out: ${note}` });
  // A page that furniture began begins with the words after it.
  const gone = new Set(omitted.map(({ from }) => from));
  const firsts = pages.map((page) => page.find(({ number }) => !gone.has(number))?.number);
  const kept = firsts.map((line, i) => ({ line, n: numbers[i] ?? String(i + 1) })).slice(1);
  const known = kept.filter((page): page is { line: number; n: string } => page.line !== undefined);
  return { starts: known.map(({ line }) => line), numbers: known.map(({ n }) => n), omitted, doubts };
}

function atFormFeeds(lines: SourceLine[]): number[] {
  const starts: number[] = [];
  let broke = false;
  for (const { raw, text, number } of lines) {
    const index = raw.indexOf('\f');
    // A form feed after words breaks the page after their line.
    const isAfter = index > 0 && raw.slice(0, index).trim() !== '';
    if (index >= 0 && !isAfter) broke = true;
    if (broke && text !== '') {
      starts.push(number);
      broke = false;
    }
    if (isAfter) broke = true;
  }
  return starts.filter((start) => lines.some(({ number, text }) => number < start && text !== ''));
}

function atGaps(lines: SourceLine[], filled: SourceLine[]): number[] {
  const gaps = gapsBefore(filled);
  const usual = usualGap(gaps);
  if (usual === 0) return [];
  const candidates = filled.filter(({ number }) => {
    const gap = gaps.get(number) ?? 0;
    return gap > usual && lines.slice(number - 1 - gap, number - 1).every(({ raw }) => /^\r?$/.test(raw));
  });
  const within = candidates.filter(({ number }) => {
    const before = filled[filled.findIndex((line) => line.number === number) - 1];
    return before && !endsSentence(before.text) && before.text.length > 25;
  });
  return within.length >= 2 && within.length >= candidates.length / 2
    ? candidates.map(({ number }) => number)
    : [];
}

const PAGE_NUMBER = /^[-–—[\s]*(?:page\s+)?(\d{1,4})(?:\s+of\s+\d+)?[-–—\]\s]*$/i;

/** Pages that only their numbers tell: numbers alone in a line, each one more than the last and at like distances. */
function atNumbers(filled: SourceLine[]): number[] {
  const all = filled.flatMap(({ text, number }, i) => {
    const n = PAGE_NUMBER.exec(text)?.[1];
    return n === undefined ? [] : [{ n: Number(n), i, number }];
  });
  let series: typeof all = [];
  for (const first of all) {
    const own = [first];
    for (const one of all) if (one.i > first.i && one.n === (own.at(-1)?.n ?? 0) + 1) own.push(one);
    if (own.length > series.length) series = own;
  }
  const steps = series.slice(1).map(({ i }, k) => i - (series[k]?.i ?? 0));
  // The last page may be short.
  const full = steps.length > 2 ? steps.slice(0, -1) : steps;
  const [least, most] = [Math.min(...full), Math.max(...full)];
  if (series.length < 3 || least < 10 || most > least * 3) return [];
  // What stands on both sides of a number again and again belongs to it: the number is at the head or the foot.
  const repeated = (offset: number) => {
    const texts = series.map(({ i }) => filled[i + offset]?.text ?? '');
    return (
      Math.max(...texts.map((text) => texts.filter((other) => other !== '' && other === text).length)) >=
      series.length / 2
    );
  };
  const startsAtNumber = !repeated(1) && (repeated(-1) || (series[0]?.i ?? 0) < 3);
  const offset = startsAtNumber ? (repeated(-1) ? -1 : 0) : 1;
  return series
    .flatMap(({ i }) => filled[i + offset]?.number ?? [])
    .filter((number) => number !== filled[0]?.number);
}

/** Page numbers and running heads, at the head or the foot of pages. */
function furniture(pages: SourceLine[][]): { omitted: Layout['omitted']; numbers: string[] } {
  const omitted: Layout['omitted'] = [];
  const numbers: string[] = [];
  const take = (line: SourceLine, note: string) => {
    if (!omitted.some(({ from }) => from === line.number))
      omitted.push({ from: line.number, to: line.number, note });
  };
  const ends = (page: SourceLine[]) => page.filter((_, i) => i < 2 || i >= page.length - 2);
  const pageNumber = (text: string) => PAGE_NUMBER.exec(text)?.[1];
  const steps = new Map<number, SourceLine[]>();
  pages.forEach((page, i) => {
    for (const line of ends(page)) {
      const n = pageNumber(line.text);
      if (n !== undefined) steps.set(Number(n) - i, [...(steps.get(Number(n) - i) ?? []), line]);
    }
  });
  const [series] = [...steps].sort((a, b) => b[1].length - a[1].length);
  if (series && series[1].length >= Math.max(2, pages.length / 2)) {
    for (const line of series[1]) take(line, 'A page number of the witness.');
    pages.forEach((_, i) => numbers.push(String(series[0] + i)));
  }
  const folded = (text: string) => text.replace(/\d+/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
  const heads = new Map<string, SourceLine[]>();
  for (const page of pages) {
    for (const line of new Set(ends(page)))
      if (/\p{L}/u.test(line.text) && !endsSentence(line.text))
        heads.set(folded(line.text), [...(heads.get(folded(line.text)) ?? []), line]);
  }
  for (const repeated of heads.values())
    if (repeated.length >= Math.min(3, pages.length) && repeated.length >= pages.length / 3)
      for (const line of repeated) take(line, 'A running head of the witness.');
  if (numbers.length === 0) numbers.push(...numbersInHeads(pages, new Set(omitted.map(({ from }) => from))));
  return { omitted: omitted.sort((a, b) => a.from - b.from), numbers };
}

/** The numbers of pages where their heads have them: “108 / THE REVIEW”. */
function numbersInHeads(pages: SourceLine[][], heads: Set<number>): string[] {
  const found = pages.flatMap((page, i) =>
    page
      .filter(({ number }) => heads.has(number))
      .flatMap(({ text }) => text.match(/(?<!\d)\d{1,4}(?!\d)/g) ?? [])
      .map((n) => Number(n) - i),
  );
  const counts = [...Map.groupBy(found, (first) => first)].map(([first, all]) => ({
    first,
    times: all.length,
  }));
  const [best] = counts.sort((a, b) => b.times - a.times);
  return best && best.times >= Math.max(2, pages.length / 3)
    ? pages.map((_, i) => String(best.first + i))
    : [];
}
