/** A hyphen at a line end, judged. */
export interface JudgedHyphen {
  /** The word as the edition has it. */
  reading: string;
  /** Why the judgement is open; none where the text itself has the word. */
  doubt?: string;
}

/** The words of a text with how often each stands, line ends apart. */
export type WordList = Map<string, number>;

const COMPOUNDING =
  /^(?:self|half|ex|non|all|co|cross|vice|well|ill|would|quasi|semi|so|mid|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

/** Words that stand whole within lines, hyphenated words also in their parts (as `part`). */
export function wordList(lines: string[]): { whole: WordList; parts: Set<string> } {
  const whole: WordList = new Map();
  const parts = new Set<string>();
  let isSecondHalf = false;
  for (const line of lines) {
    const words = line.toLowerCase().match(/[\p{L}\p{M}]+(?:['’‐-][\p{L}\p{M}]+)*[-‐¬\u00ad]?/gu) ?? [];
    // The halves of divided words are no words.
    for (const word of words.slice(isSecondHalf ? 1 : 0)) {
      if (/[-‐¬\u00ad]$/.test(word)) continue;
      whole.set(word, (whole.get(word) ?? 0) + 1);
      for (const part of word.split(/[‐-]/)) parts.add(part);
    }
    isSecondHalf = /[-‐¬\u00ad]\s*$/.test(line);
  }
  return { whole, parts };
}

/**
 * Judges whether the hyphen between two halves belongs to the word.
 * @param divides whether the witness divides words at line ends at all, which the share of its hyphens shows
 */
export function judgeHyphen(
  first: string,
  second: string,
  { whole, parts }: ReturnType<typeof wordList>,
  divides: boolean,
): JudgedHyphen {
  const head = first.slice(0, -1);
  const sign = first.slice(-1);
  const kept = head + (sign === '-' ? '-' : sign === '‐' ? '‐' : '') + second;
  const closed = head + second;
  if (sign === '\u00ad' || sign === '¬') return { reading: closed };
  if (/^[\p{Lu}\d]/u.test(second) || /\d$/.test(head)) return { reading: kept };
  const asKept = whole.get(kept.toLowerCase()) ?? 0;
  const asClosed = whole.get(closed.toLowerCase()) ?? 0;
  if (asKept > 0 && asClosed === 0) return { reading: kept };
  if (asClosed > 0 && asKept === 0) return { reading: closed };
  if (asClosed > 0)
    return {
      reading: asKept >= asClosed ? kept : closed,
      doubt: `The text has “${kept}” ${String(asKept)} and “${closed}” ${String(asClosed)} times.`,
    };
  const a = (head.split('-').at(-1) ?? '').toLowerCase();
  const b = second.toLowerCase();
  if (COMPOUNDING.test(a)) return { reading: kept, doubt: 'The text has it nowhere else.' };
  const isTwoWords = parts.has(a) && parts.has(b) && a.length > 2 && b.length > 2;
  return {
    reading: divides && !isTwoWords ? closed : kept,
    doubt: `The text has neither “${kept}” nor “${closed}” elsewhere.`,
  };
}
