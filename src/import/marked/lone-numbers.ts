import type { MarkedBlock } from './document.ts';

const NUMBER_ALONE = /^\W{0,2}(?:\d{1,3}|[*†‡§]{1,3}|[a-z])\W{0,2}$/;

/** Joins the number of a note to its words where it has a block of its own: a term, or the cell of a table. */
export function joinLoneNumbers(blocks: MarkedBlock[]): MarkedBlock[] {
  return blocks.reduce<MarkedBlock[]>((made, block) => {
    const before = made.at(-1);
    const isOne = before?.kind === 'note' && block.kind === 'note' && before.note?.id === block.note?.id;
    return isOne && NUMBER_ALONE.test(before.words)
      ? [...made.slice(0, -1), together(before, block)]
      : [...made, block];
  }, []);
}

/** Two blocks as one, with a space between their words. */
function together(first: MarkedBlock, second: MarkedBlock): MarkedBlock {
  const by = first.words.length + 1;
  const later = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: one.start + by,
    end: one.end + by,
  });
  return {
    ...second,
    words: `${first.words} ${second.words}`,
    spans: [...first.spans, ...second.spans.map(later)],
    calls: [...first.calls, ...second.calls.map(later)],
    raised: [...first.raised, ...second.raised.map(later)],
    readings: [...first.readings, ...second.readings.map(later)],
    pages: [...first.pages, ...second.pages.map((page) => ({ ...page, at: page.at + by }))],
    divided: [...first.divided, ...second.divided.map((at) => at + by)],
    doubts: [...first.doubts, ...second.doubts],
  };
}
