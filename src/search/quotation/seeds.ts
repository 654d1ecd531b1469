/** Where in a long text a quotation may stand: at runs of words, and rare words, that both have. */
import { cut, cutLength } from './alignment.ts';
import type { AskedWord } from './asked-words.ts';

const runLength = 3;
const blockLength = 64;
/** What a run counts beside a rare word, of at least so many bits. */
const runCounts = 3;
const rareWeight = 9;

/** The runs of three words, as sums that other runs seldom share; -1 where a word is unknown. */
export function runs(ids: ArrayLike<number | undefined>): Int32Array {
  const found = new Int32Array(Math.max(0, ids.length - runLength + 1));
  for (let at = 0; at < found.length; at += 1) {
    const [a, b, c] = [ids[at] ?? -1, ids[at + 1] ?? -1, ids[at + 2] ?? -1];
    const sum = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) + Math.imul(c, 0xc2b2ae35);
    found[at] = a < 0 || b < 0 || c < 0 ? -1 : sum >>> 1;
  }
  return found;
}

export function runsOf(asked: readonly AskedWord[]): Set<number> {
  const found = new Set(runs(asked.map(({ id }) => id)));
  found.delete(-1);
  return found;
}

/** Parts of a text, in order and with cuts between them, and the places of their words in it. */
export interface Window {
  ids: Int32Array;
  places: Int32Array;
}

/**
 * The parts of a text that have most in common with a quotation.
 * @param textRuns the runs of the text; @param room how many words of the text at most.
 */
export function windowOf(
  asked: readonly AskedWord[],
  text: Int32Array,
  textRuns: Int32Array,
  room: number,
): Window {
  const shared = runsOf(asked);
  const rare = new Set(
    asked.flatMap(({ id, weight }) => (id !== undefined && weight >= rareWeight ? [id] : [])),
  );
  const counts = new Int32Array(Math.ceil(text.length / blockLength));
  for (let at = 0; at < text.length; at += 1) {
    const count = (shared.has(textRuns[at] ?? -1) ? runCounts : 0) + (rare.has(text[at] ?? -1) ? 1 : 0);
    const block = Math.floor(at / blockLength);
    if (count > 0) counts[block] = (counts[block] ?? 0) + count;
  }
  // The neighbours of a block come with it: a passage seldom begins where a block does.
  const chosen = new Set<number>();
  const ordered = [...counts.keys()]
    .filter((block) => counts[block])
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  for (const block of ordered) {
    if ((chosen.size + 3) * (blockLength + cutLength) > room) break;
    for (const near of [block - 1, block, block + 1]) if (near in counts) chosen.add(near);
  }
  const ids: number[] = [];
  const places: number[] = [];
  for (const block of [...chosen].sort((a, b) => a - b)) {
    const start = block * blockLength;
    const isCut = places.length > 0 && places.at(-1) !== start - 1;
    for (let filler = 0; isCut && filler < cutLength; filler += 1) {
      ids.push(cut);
      places.push(start);
    }
    for (let at = start; at < Math.min(text.length, start + blockLength); at += 1) {
      ids.push(text[at] ?? cut);
      places.push(at);
    }
  }
  return { ids: Int32Array.from(ids), places: Int32Array.from(places) };
}
