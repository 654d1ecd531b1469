/**
 * Cuts the chunks of a Pagefind index smaller. A query loads the chunk of each of its words, and
 * Pagefind cannot be told how large they may be: at two sources there are two, so that every phrase
 * would load nearly the whole index.
 */
import { hashBytes } from '../edition/hash.ts';
import { itemsOf, list, text, textOf } from './cbor.ts';

/** The parts of an index, unpacked and without their signature. */
export interface IndexParts {
  /** What the browser reads first: among others, which chunk holds which words. */
  meta: Uint8Array;
  /** By their names. */
  chunks: Map<string, Uint8Array>;
}

/**
 * @returns undefined when the format is not the one that this knows; the index is good as it is.
 */
export function cutSmaller({ meta, chunks }: IndexParts): IndexParts | undefined {
  try {
    const [version, pages, ranges, ...rest] = itemsOf(meta);
    if (!version || !pages || !ranges) return undefined;
    const total = [...chunks.values()].reduce((sum, { length }) => sum + length, 0);
    const size = chunkSize(total);
    const cut = new Map<string, Uint8Array>();
    const newRanges: Uint8Array[] = [];
    for (const range of itemsOf(ranges)) {
      const name = textOf(itemsOf(range)[2] ?? range);
      const [words, ...others] = itemsOf(chunks.get(name) ?? new Uint8Array());
      if (!words || others.length > 0) return undefined;
      for (const piece of pieces(itemsOf(words), size)) {
        const bytes = list([list(piece)]);
        const pieceName = `${name.split('_')[0] ?? ''}_${hashBytes(bytes).slice(0, 10)}`;
        cut.set(pieceName, bytes);
        newRanges.push(list([text(wordOf(piece[0])), text(wordOf(piece.at(-1))), text(pieceName)]));
      }
    }
    return { meta: list([version, pages, list(newRanges), ...rest]), chunks: cut };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Small chunks load fast, but each has a line in the meta file, which every query loads. */
function chunkSize(total: number): number {
  return Math.max(8000, Math.sqrt(total * 10));
}

/** Words that share their first three letters stay together, so that a beginning finds all its words. */
function pieces(words: readonly Uint8Array[], size: number): Uint8Array[][] {
  const made: Uint8Array[][] = [];
  let length = Infinity;
  let beginning = '';
  for (const word of words) {
    const start = Array.from(wordOf(word)).slice(0, 3).join('');
    if (length >= size && start !== beginning) {
      made.push([]);
      length = 0;
    }
    made.at(-1)?.push(word);
    length += word.length;
    beginning = start;
  }
  return made;
}

function wordOf(item: Uint8Array | undefined): string {
  const [word] = item ? itemsOf(item) : [];
  return word ? textOf(word) : '';
}
