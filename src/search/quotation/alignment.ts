/**
 * Alignment of a quotation with a text by dynamic programming. All of the quotation is laid against
 * the stretch of the text that it fits best. Scores are in bits: what words in common tell, less what
 * differences cost.
 */
import type { AskedWord } from './asked-words.ts';
import { placesOfDivided, specialsOf } from './divided-words.ts';

/** How a word of the quotation stands to the text. `joined`: it and the word before it are one word there. */
export const kinds = { added: 0, same: 1, alike: 2, other: 3, divided: 4, joined: 5 } as const;

/** For each word of the quotation: its kind, and the words of the text that it stands for. */
export interface Path {
  kind: Uint8Array;
  /** -1 where it stands for none. */
  from: Int32Array;
  to: Int32Array;
}

export interface Alignment {
  score: number;
  /** One path for each place where it fits equally well, in the order of the text. */
  paths: Path[];
}

const other = -6;
const added = -5;
const missing = -5;
/** For what an alignment leaves of the quotation at either end, a word; and at most. */
const end = -7;
const endAtMost = -21;
/** For any number of words of the text left out: openly by an ellipsis, or by a bracket, or silently. */
export const jumps = { ellipsis: 3, bracket: 8, silent: 24 } as const;
/** A number in a text that is no word and aligns with none; so many in a row stand where a text is cut. */
export const cut = -1;
export const cutLength = 6;

const [stop, diagonal, up, left, jump, divided, joined] = [0, 1, 2, 3, 4, 5, 6];
const move = 7;
/** Beside the move: whether a jump to the next column comes from further left than this one. */
const further = 8;
const never = -1e9;

/** @param text numbers of words below `size`, or `cut`. */
export function align(asked: readonly AskedWord[], text: Int32Array, size: number, most: number): Alignment {
  const [n, m] = [asked.length, text.length];
  const width = m + 1;
  const moves = new Uint8Array(n * width);
  const positions = placesOfDivided(asked, text, size);
  // The score of each word of the vocabulary against the word of the quotation in hand.
  const scores = new Int8Array(size).fill(other);
  let rows = [new Int32Array(width).fill(never), new Int32Array(width), new Int32Array(width)] as const;
  let best = { score: never, row: -1, column: 0 };

  for (let i = 0; i < n; i += 1) {
    const word = asked[i]!;
    const [above2, above, row] = rows;
    const { isInserted } = word;
    const otherHere = word.mayReplace ? -1 : isInserted ? 2 * other : other;
    const addedHere = isInserted ? 0 : added;
    const jumpCost = jumps[word.jump];
    const start = Math.max(end * (i + 1), endAtMost);
    if (isInserted) scores.fill(otherHere);
    for (const id of word.alike) scores[id] = Math.max(1, word.weight - 2);
    if (word.id !== undefined) scores[word.id] = word.weight;
    const specials = specialsOf(asked, i, text, positions);
    let special = 0;
    let nextSpecial = specials[0]?.column ?? 0;

    const offset = i * width;
    let current = Math.max(start, above[0]! + addedHere);
    moves[offset] = current === start ? stop : up;
    row[0] = current;
    let jumpFrom = never;
    let highest = never;
    let highestAt = 0;
    for (let j = 1; j <= m; j += 1) {
      let bits = 0;
      if (jumpFrom > current) bits = further;
      else jumpFrom = current;
      const id = text[j - 1]!;
      let value = start;
      let how = stop;
      const viaDiagonal = above[j - 1]! + (id < 0 ? -99 : scores[id]!);
      if (viaDiagonal >= value) {
        value = viaDiagonal;
        how = diagonal;
      }
      const viaUp = above[j]! + addedHere;
      if (viaUp > value) {
        value = viaUp;
        how = up;
      }
      const viaLeft = current + missing;
      if (viaLeft > value) {
        value = viaLeft;
        how = left;
      }
      if (jumpFrom - jumpCost > value) {
        value = jumpFrom - jumpCost;
        how = jump;
      }
      while (j === nextSpecial) {
        const { gain, isDivided } = specials[special]!;
        const before = isDivided ? (j > 1 ? above[j - 2]! : never) : above2[j - 1]!;
        if (before + gain > value) {
          value = before + gain;
          how = isDivided ? divided : joined;
        }
        special += 1;
        nextSpecial = specials[special]?.column ?? 0;
      }
      current = value;
      row[j] = value;
      moves[offset + j] = how | bits;
      if (value > highest && how !== stop) {
        highest = value;
        highestAt = j;
      }
    }
    const score = highest + Math.max(end * (n - 1 - i), endAtMost);
    if (highest > never && score >= best.score) best = { score, row: i, column: highestAt };

    if (isInserted) scores.fill(other);
    for (const one of word.alike) scores[one] = other;
    if (word.id !== undefined) scores[word.id] = other;
    rows = [above, row, above2];
  }

  if (best.row === -1) return { score: 0, paths: [] };
  // Places of equal score are told apart in the last row alone: the others are no longer there.
  const columns = best.row === n - 1 ? columnsOf(rows[1], best.score) : [best.column];
  const paths: Path[] = [];
  let after = 0;
  for (const column of columns) {
    if (paths.length === most) break;
    const path = trace(moves, width, best.row, column, asked, text);
    const first = path.from.find((at) => at >= 0) ?? 0;
    if (paths.length > 0 && first < after) continue;
    after = column;
    paths.push(path);
  }
  return { score: best.score, paths };
}

function columnsOf(row: Int32Array, score: number): number[] {
  const columns: number[] = [];
  for (let j = 0; j < row.length; j += 1) if (row[j] === score) columns.push(j);
  return columns;
}

function trace(
  moves: Uint8Array,
  width: number,
  lastRow: number,
  lastColumn: number,
  asked: readonly AskedWord[],
  text: Int32Array,
): Path {
  const n = asked.length;
  const path: Path = {
    kind: new Uint8Array(n),
    from: new Int32Array(n).fill(-1),
    to: new Int32Array(n).fill(-1),
  };
  const set = (row: number, kind: number, from: number, to: number) => {
    path.kind[row] = kind;
    path.from[row] = from;
    path.to[row] = to;
  };
  let [i, j] = [lastRow, lastColumn];
  while (i >= 0) {
    const how = moves[i * width + j]! & move;
    if (how === stop) break;
    if (how === diagonal) {
      const { id, alike } = asked[i]!;
      const there = text[j - 1]!;
      const kind = there === id ? kinds.same : alike.includes(there) ? kinds.alike : kinds.other;
      set(i, kind, j - 1, j);
      i -= 1;
      j -= 1;
    } else if (how === up) i -= 1;
    else if (how === left) j -= 1;
    else if (how === jump) {
      while (moves[i * width + j]! & further) j -= 1;
      j -= 1;
    } else if (how === divided) {
      set(i, kinds.divided, j - 2, j);
      i -= 1;
      j -= 2;
    } else {
      set(i, kinds.joined, j - 1, j);
      set(i - 1, kinds.alike, j - 1, j);
      i -= 2;
      j -= 1;
    }
  }
  return path;
}
