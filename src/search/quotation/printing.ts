/** How far the same words are printed alike: letters, punctuation and marks. */
import { kinds } from './alignment.ts';
import type { Ends, Laid } from './quotation-steps.ts';
import { blockOf, type Stream } from './streams.ts';

/**
 * `letters`: letter for letter the same, white space apart. `marks`: but for the kind of quotation
 * marks, apostrophes and dashes. `words`: capitals or punctuation differ too.
 */
export type Likeness = 'letters' | 'marks' | 'words';
const order: readonly Likeness[] = ['letters', 'marks', 'words'];

export function worse(one: Likeness, other: Likeness): Likeness {
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}

/** What does not count even letter for letter: white space, characters without width, how an ellipsis is made. */
function squeeze(text: string): string {
  return text.replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/g, '').replaceAll('…', '...');
}

function withoutKinds(text: string): string {
  return text.replace(/''|``|[“”„‟«»"‘’‚‛'`´′″＇＂]/g, '"').replace(/--+|[‐‑‒–—―−]/g, '-');
}

function compare(one: string, other: string): Likeness {
  const [a, b] = [squeeze(one), squeeze(other)];
  if (a === b) return 'letters';
  return withoutKinds(a) === withoutKinds(b) ? 'marks' : 'words';
}

/**
 * For each word that quotation and text share, how alike it is printed together with what follows it.
 * What stands beside an ellipsis, a bracket or a difference is the quoter’s.
 */
export function likenessOf({ quotation, first, path, stream }: Laid): Likeness[] {
  const { words, reading } = quotation;
  return Array.from(path.kind, (kind, i): Likeness => {
    if (kind !== kinds.same) return 'letters';
    const word = words[first + i]!;
    const at = path.from[i]!;
    const likeness = compare(reading.slice(word.start, word.end), wordAt(stream, at));
    const next = words[first + i + 1];
    const isFollowed = next !== undefined && path.from[i + 1] === at + 1;
    if (!isFollowed || next.followsEllipsis || next.isInserted || word.isInserted) return likeness;
    return worse(likeness, compare(reading.slice(word.end, next.start), gapAfter(stream, at)));
  });
}

function wordAt(stream: Stream, word: number): string {
  return stream.blocks[blockOf(stream, word)]?.words.slice(stream.starts[word], stream.ends[word]) ?? '';
}

function gapAfter(stream: Stream, word: number): string {
  const [block, next] = [blockOf(stream, word), blockOf(stream, word + 1)];
  const words = stream.blocks[block]?.words ?? '';
  if (block === next) return words.slice(stream.ends[word], stream.starts[word + 1]);
  return (
    words.slice(stream.ends[word]) + (stream.blocks[next]?.words.slice(0, stream.starts[word + 1]) ?? '')
  );
}

/**
 * Where a quotation and its passage begin and end: with the marks before the first and after the last
 * word, as far as both have them. And how alike these are; outer quotation marks may be the quoter’s.
 */
export function endsOf(
  laid: Laid,
  last: number,
  passage: readonly [first: number, last: number],
): Ends & { likeness: Likeness } {
  const { quotation, first, path, stream } = laid;
  const { words, reading } = quotation;
  const [firstWord, lastWord] = [words[first]!, words[last]!];
  const [start, end] = [stream.starts[passage[0]] ?? 0, stream.ends[passage[1]] ?? 0];
  const before = stream.blocks[blockOf(stream, passage[0])]?.words.slice(0, start) ?? '';
  const after = stream.blocks[blockOf(stream, passage[1])]?.words.slice(end) ?? '';
  const isSame = (word: number) => path.kind[word - first] === kinds.same;
  const lead = isSame(first) ? reading.slice(words[first - 1]?.end ?? 0, firstWord.start) : '';
  const tail = isSame(last) ? reading.slice(lastWord.end, words[last + 1]?.start ?? quotation.end) : '';
  const left = sharedTail(reversed(lead), reversed(before));
  const right = sharedTail(tail, after);
  return {
    quoted: { start: firstWord.start - left.quoted, end: lastWord.end + right.quoted },
    text: { start: start - left.text, end: end + right.text },
    likeness: worse(left.likeness, right.likeness),
  };
}

function reversed(text: string): string {
  return [...text.slice(-200)].reverse().join('');
}

/** How much of what follows the last word of a quotation follows it in the text too. */
function sharedTail(quoted: string, text: string): { quoted: number; text: number; likeness: Likeness } {
  const own = quoted
    .slice(0, 200)
    .replace(/[\s[\]]*(?:…|\.(?:\s?\.){2,})[^]*$/, '')
    .trimEnd();
  const bare = own.replace(/[“”„‟«»"‘’‚'`]+$/, '');
  for (const wanted of ['letters', 'marks']) {
    for (const part of [own, bare]) {
      for (let length = 0; length <= Math.min(text.length, part.length + 4); length += 1) {
        if (compare(part, text.slice(0, length)) === wanted)
          return { quoted: part.length, text: length, likeness: wanted };
      }
    }
  }
  return { quoted: 0, text: 0, likeness: 'words' };
}
