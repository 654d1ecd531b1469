/** Where a long quotation may stand in a long text: at runs of words that both have. */
import { cut, cutLength } from './alignment.ts';
import type { AskedWord } from './asked-words.ts';

/** At most so many pairs of words are compared: a byte of memory and some nanoseconds each. */
export const mostCells = 110_000_000;
const runLength = 3;
const blockLength = 64;

/** The numbers of runs of three words, as sums that other runs seldom share. */
function runs(ids: ArrayLike<number | undefined>): Int32Array {
  const found = new Int32Array(Math.max(0, ids.length - runLength + 1));
  for (let at = 0; at < found.length; at += 1) {
    const [a, b, c] = [ids[at] ?? -1, ids[at + 1] ?? -1, ids[at + 2] ?? -1];
    found[at] = a < 0 || b < 0 || c < 0 ? -1 : ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) + Math.imul(c, 0xc2b2ae35)) >>> 1;
  }
  return found;
}

export function runsOf(asked: readonly AskedWord[]): Set<number> {
  const found = new Set(runs(asked.map(({ id }) => id)));
  found.delete(-1);
  return found;
}

export function sharesRun(asked: ReadonlySet<number>, text: Int32Array): boolean {
  return runs(text).some((run) => asked.has(run));
}

/** A text, or those parts of it that share most with a quotation, with the places of its words. */
export interface Window {
  ids: Int32Array;
  /** The index in the text of each word; absent when the window is all of it. */
  places?: Int32Array;
}

/** So much of a text that it can be aligned with a quotation of this length. */
export function windowOf(asked: readonly AskedWord[], text: Int32Array, most = mostCells): Window {
  const room = Math.floor(most / Math.max(1, asked.length));
  if (text.length <= room) return { ids: text };
  const shared = runsOf(asked);
  const blocks = Array.from({ length: Math.ceil(text.length / blockLength) }, (_, index) => ({ index, count: 0 }));
  runs(text).forEach((run, at) => {
    const block = blocks[Math.floor(at / blockLength)];
    if (block && shared.has(run)) block.count += 1;
  });
  // The neighbours of a block come with it: a passage seldom begins where a block does.
  const chosen = new Set<number>();
  for (const { index, count } of blocks.toSorted((a, b) => b.count - a.count)) {
    if (count === 0 || (chosen.size + 3) * (blockLength + 2) > room) break;
    for (const near of [index - 1, index, index + 1]) if (blocks[near]) chosen.add(near);
  }
  const ids: number[] = [];
  const places: number[] = [];
  let last = -1;
  for (const block of [...chosen].sort((a, b) => a - b)) {
    if (last !== -1 && block !== last + 1) {
      for (let filler = 0; filler < cutLength; filler += 1) {
        ids.push(cut);
        places.push((last + 1) * blockLength);
      }
    }
    for (let at = block * blockLength; at < Math.min(text.length, (block + 1) * blockLength); at += 1) {
      ids.push(text[at] ?? cut);
      places.push(at);
    }
    last = block;
  }
  return { ids: Int32Array.from(ids), places: Int32Array.from(places) };
}
