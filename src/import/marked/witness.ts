import { DIVIDED } from '../../edition/witness.ts';
import type { MarkedBlock } from './document.ts';

/** Where a block stands in the plain text. */
export interface WrittenBlock {
  block: MarkedBlock;
  /** Each line with the offset in the words of the block at which it begins. */
  lines: { line: number; at: number }[];
}

/**
 * The plain text of a file with marks: each block in a line that ends in two spaces, with an empty line
 * after it. A line is broken where a page begins, where a line of verse ends, and after the hyphen of a
 * word that a line end of the file divides.
 */
export function writeWitness(blocks: MarkedBlock[]): { text: string; written: WrittenBlock[] } {
  const lines: string[] = [];
  const written = blocks.map((block): WrittenBlock => {
    const starts = block.kind === 'omitted' ? [0] : lineStarts(block);
    const own = starts.map((at, i) =>
      block.words
        .slice(at, starts[i + 1])
        .trim()
        .replaceAll('\n', ' '),
    );
    const first = lines.length + 1;
    lines.push(...own.map((line, i) => (i === own.length - 1 ? `${line}  ` : line)), '');
    return { block, lines: starts.map((at, i) => ({ line: first + i, at })) };
  });
  return { text: lines.join('\n'), written };
}

/**
 * The offset of the first word that begins on a page; none where it is the first of the next block. A line
 * must not seem to divide a word that ends in a hyphen of its own.
 */
export function pageStart({ words, divided, calls }: MarkedBlock, found: number): number | undefined {
  // A call is no word of the page.
  const call = calls.find(({ start, end }) => end > start && found >= start && found < end);
  const at = call && call.start > 0 ? call.end : found;
  const isStart = at === 0 || (/\s/.test(words.charAt(at - 1)) && !divided.includes(at));
  let start = isStart ? at : nextWord(words, at);
  while (start !== undefined && start > 0 && DIVIDED.test(words.slice(0, start).trimEnd()))
    start = nextWord(words, start);
  return start;
}

function nextWord(words: string, at: number): number | undefined {
  const space = /\s+/.exec(words.slice(at));
  const next = space ? at + space.index + space[0].length : words.length;
  return next < words.length ? next : undefined;
}

function lineStarts(block: MarkedBlock): number[] {
  const { words, pages, divided } = block;
  const ends = [...words.matchAll(/\n/g)].map(({ index }) => index + 1);
  const breaks = new Set([0, ...ends, ...pages.flatMap(({ at }) => pageStart(block, at) ?? []), ...divided]);
  return (
    [...breaks]
      .filter((at) => at < words.length)
      .sort((a, b) => a - b)
      // A line must not seem to divide a word that ends in a hyphen of its own.
      .filter((at) => at === 0 || divided.includes(at) || !DIVIDED.test(words.slice(0, at).trimEnd()))
  );
}
