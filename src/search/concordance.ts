/** Every occurrence of what is asked for, a line each, with the words around it. */
import type { Hand } from '../edition/model.ts';
import { blocksOf, placeOf, tokensOf, type Block } from './blocks.ts';
import { matchTokens } from './match.ts';
import { usualLayout, type Order } from './layout.ts';
import type { Query } from './query.ts';
import type { SourceWords } from './source-words.ts';

export interface Line {
  sourceId: string;
  hand: Hand;
  /** The id of the paragraph or note. */
  id: string;
  /** The source as readers cite it, and the place in it: `Strong 1934, ¶ 12`. */
  label: string;
  /** The place of the paragraph or note among the blocks of its source. */
  block: number;
  /** The words before, the occurrence itself, and the words after, as they stand. */
  left: string;
  hit: string;
  right: string;
  /** The word before and the word after, folded, to sort by; empty at the ends of a paragraph. */
  before: string;
  after: string;
}

/** Every occurrence in a source: the author’s text in its order, then the notes. */
export function linesOf(source: SourceWords, query: Query, around = usualLayout.around): Line[] {
  return blocksOf(source).flatMap((block, place) => linesIn(block, place, source, query, around));
}

function linesIn(
  block: Block,
  number: number,
  { id: sourceId, short }: SourceWords,
  query: Query,
  around: number,
): Line[] {
  const { id, hand, label, words } = block;
  const place = { sourceId, hand, id, label: `${short}, ${label}`, block: number };
  const inText = tokensOf(block);
  const found = matchTokens(inText, query, placeOf(sourceId, block));
  if (!found) return [];
  return found.hits.map(({ start, end }) => {
    const first = inText.findIndex((token) => token.start >= start);
    const last = inText.findLastIndex((token) => token.end <= end);
    const from = inText[Math.max(0, first - around)]?.start ?? 0;
    const to = inText[Math.min(inText.length - 1, last + around)]?.end ?? words.length;
    return {
      ...place,
      left: first <= around ? words.slice(0, start) : words.slice(from, start),
      hit: words.slice(start, end),
      right: last + around >= inText.length - 1 ? words.slice(end) : words.slice(end, to),
      before: inText[first - 1]?.token ?? '',
      after: inText[last + 1]?.token ?? '',
    };
  });
}

/** The same lines in another order; lines that are equal in it keep theirs. */
export function sorted(lines: readonly Line[], order: Order): Line[] {
  if (order === 'text') return [...lines];
  const compare = new Intl.Collator('en').compare;
  return lines.toSorted((a, b) => compare(a[order], b[order]));
}

/** Lines as CSV (RFC 4180), with the addresses of their places. */
export function toCsv(lines: readonly Line[], addressOf: (line: Line) => string): string {
  const rows = lines.map((line) => [line.label, line.hand, line.left, line.hit, line.right, addressOf(line)]);
  return [['place', 'hand', 'left', 'occurrence', 'right', 'address'], ...rows]
    .map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('');
}
