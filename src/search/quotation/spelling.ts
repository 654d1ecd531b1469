/** Whether two words may be one word in two spellings, slips of the pen among them, or two forms of it. */
import { isOtherForm } from '../word-forms.ts';

/**
 * Both words folded as in `normalise.ts`, and not the same. First letters must agree, since `million`
 * and `billion` are two words; numbers are never alike, but for the number of a note call that sticks
 * to a word.
 */
export function isSpelledAlike(one: string, other: string): boolean {
  if (one[0] !== other[0]) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const longer = long.length - short.length;
  const isNear = begin(short, long, 3);
  // Most pairs end here: this is asked of every word of a text with the same first letter.
  if (short.length < 3 || (!isNear && (longer > 1 || short.length < 5))) return false;
  if (/\d/.test(one + other)) return /^\D/.test(one) && withoutCall(one) === withoutCall(other);
  if (long === `${short}s`) return true;
  if (short.length < 4) return false;
  if (isNear && isOtherForm(short, long)) return true;
  const limit = short.length < 5 ? 0 : short.length >= 7 && isNear ? 2 : 1;
  return longer <= limit && distance(short, long) <= limit;
}

/** Whether so many first letters are the same, as -ise and -ize are. */
function begin(one: string, other: string, length: number): boolean {
  for (let at = 1; at < length; at += 1) {
    if (one[at] !== other[at] && !(/[sz]/.test(one[at] ?? '') && /[sz]/.test(other[at] ?? ''))) return false;
  }
  return true;
}

/** A word without the number of a note call. */
function withoutCall(word: string): string {
  return word.replace(/\d+$/, '');
}

/** Letters changed, added, lost, or two beside each other in the other order. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, above] = [above, row];
  }
  return above[other.length] ?? 0;
}
