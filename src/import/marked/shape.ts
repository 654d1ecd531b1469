import { newBlock, type MarkedBlock } from './document.ts';

/** Blocks whose line ends were judged: an empty line divides two blocks, other line ends make verse or are spaces. */
export function shapeLines(blocks: MarkedBlock[]): MarkedBlock[] {
  return blocks
    .flatMap((block) => (block.kind === 'omitted' ? [block] : dividedAtEmptyLines(block)))
    .map(shape)
    .map(ofOtherPages(new Set()));
}

/** A page begins once; a second mark with its number is doubted. */
function ofOtherPages(seen: Set<string>): (block: MarkedBlock) => MarkedBlock {
  return (block) => {
    const own = block.pages.filter(({ n }) => !seen.has(n) && seen.add(n));
    const again = block.pages.filter((page) => !own.includes(page));
    const doubts = again.map(({ n }) => ({
      kind: 'page' as const,
      fact: `Page ${n} begins here once more; this mark is not kept.`,
    }));
    return { ...block, pages: own, doubts: [...block.doubts, ...doubts] };
  };
}

function dividedAtEmptyLines(block: MarkedBlock): MarkedBlock[] {
  const parts: MarkedBlock[] = [];
  let from = 0;
  for (const match of block.words.matchAll(/\n{2,}|\n*$/g)) {
    if (match.index < from) continue;
    const part = slice(block, from, match.index);
    if (/\S/.test(part.words)) parts.push(part);
    from = match.index + match[0].length;
  }
  const [first] = parts;
  if (first) first.doubts = block.doubts;
  return parts;
}

/** A part of a block, with what stands in it. */
function slice(block: MarkedBlock, from: number, to: number): MarkedBlock {
  const start = from + (/^\s*/.exec(block.words.slice(from, to))?.[0].length ?? 0);
  const end = start + block.words.slice(start, to).trimEnd().length;
  const move = (at: number) => Math.min(Math.max(at, start), end) - start;
  const within = <T extends { start: number; end: number }>(stretches: T[]): T[] =>
    stretches
      .filter(
        (one) =>
          (one.end > start || one.start >= start) &&
          (one.start < end || one.end <= end) &&
          one.end >= start &&
          one.start <= end,
      )
      .map((one) => ({ ...one, start: move(one.start), end: move(one.end) }))
      .filter((one) => one.end > one.start || 'target' in one);
  return {
    ...block,
    words: block.words.slice(start, end),
    spans: within(block.spans),
    calls: within(block.calls),
    raised: within(block.raised),
    readings: within(block.readings),
    pages: block.pages
      .filter(({ at }) => at >= from && at < Math.max(to, from + 1))
      .map((page) => ({ ...page, at: move(page.at) })),
    divided: block.divided.filter((at) => at > start && at < end).map(move),
    doubts: [],
  };
}

function shape(block: MarkedBlock): MarkedBlock {
  if (!block.words.includes('\n')) return block.kind === 'verse' ? { ...block, kind: 'prose' } : block;
  if (block.kind === 'verse') return block;
  if (block.kind === 'prose' || block.kind === 'quotation') {
    if (looksLikeVerse(block.words.split('\n')))
      return doubted({ ...block, kind: 'verse' }, 'Its line ends are kept, as those of verse.');
    return doubted(joined(block), 'Its line ends are taken for those of the layout and not kept.');
  }
  return joined(block);
}

function doubted(block: MarkedBlock, fact: string): MarkedBlock {
  return { ...block, doubts: [...block.doubts, { kind: 'paragraph', fact }] };
}

/** A space is as long as a line end, so nothing moves. */
function joined(block: MarkedBlock): MarkedBlock {
  const hyphens = [...block.words.matchAll(/[\p{L}\p{N}][-‐¬]\n/gu)].map(({ index }) => index + 2);
  if (hyphens.length === 0 || block.kind === 'heading')
    return { ...block, words: block.words.replaceAll('\n', ' ') };
  // What a line end divides stands together, so that its hyphen can be judged.
  let words = block.words;
  const made = newBlock(block.kind, { ...block });
  const cut = (at: number, gone: number) => (at > gone ? at - 1 : at);
  for (const gone of hyphens.toReversed()) {
    words = words.slice(0, gone) + words.slice(gone + 1);
    const stretch = <T extends { start: number; end: number }>(one: T): T => ({
      ...one,
      start: cut(one.start, gone),
      end: cut(one.end, gone),
    });
    made.spans = made.spans.map(stretch);
    made.calls = made.calls.map(stretch);
    made.raised = made.raised.map(stretch);
    made.readings = made.readings.map(stretch);
    made.pages = made.pages.map((page) => ({ ...page, at: cut(page.at, gone) }));
    made.divided = [...made.divided.map((at) => cut(at, gone)), gone];
  }
  return { ...made, words: words.replaceAll('\n', ' ') };
}

/** Lines that go on in small letters and are as long as print allows are wrapped; others are lines of their own. */
export function looksLikeVerse(lines: string[]): boolean {
  const longest = Math.max(...lines.map((line) => line.length));
  const goesOn = lines.slice(1).filter((line) => /^\p{Ll}/u.test(line)).length;
  if (longest > 90) return false;
  return longest <= 45 || goesOn < (lines.length - 1) / 2;
}
