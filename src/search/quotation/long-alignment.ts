/**
 * Alignment of quotations and texts of any length. A long quotation is aligned piece by piece, and
 * with no more of a long text than may hold the piece, so that time grows with its length alone.
 */
import { align, jumps, kinds, type Alignment, type Path } from './alignment.ts';
import type { AskedWord } from './asked-words.ts';
import { runs, windowOf } from './seeds.ts';

const pieceLength = 400;
/** Up to this length a quotation is aligned as one. */
const longestPiece = 600;
/** Pairs of words that are compared for one piece at most: some hundredths of a second. */
const mostCells = 3_000_000;
/** For a piece among others, whose place the others confirm. */
const roomOfPiece = 2048;

interface Piece {
  score: number;
  path: Path;
  /** The stretch of the text. */
  from: number;
  to: number;
}

/** @param most how many places at most; of a long quotation always one. */
export function alignLong(
  asked: readonly AskedWord[],
  text: Int32Array,
  size: number,
  most: number,
): Alignment {
  const textRuns = runs(text);
  if (asked.length <= longestPiece) {
    const room = Math.max(roomOfPiece, Math.floor(mostCells / Math.max(1, asked.length)));
    return alignIn(asked, text, textRuns, size, most, room);
  }
  const pieces: (Piece | undefined)[] = [];
  for (let at = 0; at < asked.length; at += pieceLength) {
    const { score, paths } = alignIn(asked.slice(at, at + pieceLength), text, textRuns, size, 1, roomOfPiece);
    const [path] = paths;
    const from = path?.from.find((place) => place >= 0) ?? -1;
    const to = path?.to.findLast((place) => place >= 0) ?? -1;
    pieces.push(path && from >= 0 ? { score, path, from, to } : undefined);
  }
  const { score, chosen } = bestChain(pieces);
  return chosen.size === 0
    ? { score: 0, paths: [] }
    : { score, paths: [joinPaths(pieces, chosen, asked.length)] };
}

function alignIn(
  asked: readonly AskedWord[],
  text: Int32Array,
  textRuns: Int32Array,
  size: number,
  most: number,
  room: number,
): Alignment {
  if (text.length <= room) return align(asked, text, size, most);
  const { ids, places } = windowOf(asked, text, textRuns, room);
  const { score, paths } = align(asked, ids, size, most);
  for (const path of paths) {
    path.from = path.from.map((at) => (at < 0 ? at : (places[at] ?? 0)));
    path.to = path.to.map((at) => (at < 0 ? at : (places[at - 1] ?? 0) + 1));
  }
  return { score, paths };
}

/** Pieces may overlap in the text by so many words: the ends of an alignment are its least certain part. */
const overlap = 20;

/** The pieces that follow one another in the text and score most together. */
function bestChain(pieces: readonly (Piece | undefined)[]): { score: number; chosen: Set<number> } {
  const sums: number[] = [];
  const before: number[] = [];
  let last = -1;
  pieces.forEach((piece, index) => {
    let [most, from] = [0, -1];
    for (let earlier = 0; piece && earlier < index; earlier += 1) {
      const gap = piece.from - (pieces[earlier]?.to ?? Infinity);
      const sum = (sums[earlier] ?? 0) - (Math.abs(gap) > overlap ? jumps.silent : 0);
      if (gap >= -overlap && sum > most) [most, from] = [sum, earlier];
    }
    sums[index] = piece ? most + piece.score : 0;
    before[index] = from;
    if (piece && (sums[index] ?? 0) > (sums[last] ?? -Infinity)) last = index;
  });
  const chosen = new Set<number>();
  const score = sums[last] ?? 0;
  for (; last !== -1; last = before[last] ?? -1) chosen.add(last);
  return { score, chosen };
}

function joinPaths(
  pieces: readonly (Piece | undefined)[],
  chosen: ReadonlySet<number>,
  length: number,
): Path {
  const whole: Path = {
    kind: new Uint8Array(length),
    from: new Int32Array(length).fill(-1),
    to: new Int32Array(length).fill(-1),
  };
  let end = 0;
  for (const index of [...chosen].sort((a, b) => a - b)) {
    const piece = pieces[index];
    piece?.path.kind.forEach((kind, i) => {
      const [from, to] = [piece.path.from[i] ?? -1, piece.path.to[i] ?? -1];
      if (kind === kinds.added || from < end) return;
      const at = index * pieceLength + i;
      whole.kind[at] = kind;
      whole.from[at] = from;
      whole.to[at] = to;
    });
    end = Math.max(end, piece?.to ?? 0);
  }
  return whole;
}
