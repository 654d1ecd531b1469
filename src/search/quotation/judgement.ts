/**
 * Whether an alignment is a find. The limits were set by experiment on both texts of the edition. Of
 * 2,400 quotations damaged in two to four ways 98.7 % are found; the others are short. Passages of
 * other texts have 0.77 differences a word and more, those made of the edition’s own words in another
 * order 0.33 and more where they are short, so that short quotations have narrower limits.
 * `tests/unit/quotation.test.ts` holds what is promised.
 */
import { jumps } from './alignment.ts';
import type { AskedWord } from './asked-words.ts';
import type { Item } from './quotation-steps.ts';

export interface Judgement {
  isFound: boolean;
  /** Words of the quotation but for those inserted, and how many of them the text has. */
  words: number;
  common: number;
  /** Differences for each word. */
  distance: number;
  /** Whether every step is the same, left out openly or inserted. */
  isSame: boolean;
  /** What the common words tell beyond what the differences cost, in bits. */
  evidence: number;
}

/** At most so many differences for each word of a quotation that is found; fewer in a short one, where formulas agree by chance. */
export const mostDistance = 0.34;
const distanceAllowed = (words: number) => Math.min(mostDistance, Math.max(1.3 / words, 0.08 + 0.02 * words));
/** Shorter quotations must have all their words, in order. */
const shortLength = 5;
/** What they must tell where words are spelled otherwise, in bits. */
const shortEvidence = 16;
/** So many words that are not in the text, beyond those between them that are, are somebody else’s. */
export const foreignRun = 8;
/**
 * What the common words must tell beyond what the differences cost, in bits. The place alone in a text
 * of 4,000 words takes 12; in less than ten words a formula such as “of the Five-Year Plan” tells 27.
 */
const leastEvidence = (words: number) => (words < 10 ? 30 : 24);
/** What an ellipsis costs as evidence: it may lead to any place of the text. */
const ellipsisEvidence = 12;
/** The cost of a silent omission does not grow with its length beyond this. */
const longestGap = 4;
/** What stands further apart, with no ellipsis between, is no one passage, in words. */
const furthest = 300;

/** @param asked the words of the quotation, of which the first has the index `first` in the items. */
export function judge(items: readonly Item[], asked: readonly AskedWord[], first: number): Judgement {
  let [words, common, differences, spellings, ellipses, evidence] = [0, 0, 0, 0, 0, 0];
  // Words in a row that the text does not have; one that it has may stand among them by chance.
  let [run, longestRun] = [0, 0];
  let isOnePassage = true;
  for (const { kind, quoted, text } of items) {
    const count = quoted[1] - quoted[0];
    const weight = asked
      .slice(quoted[0] - first, quoted[1] - first)
      .reduce((sum, word) => sum + word.weight, 0);
    if (kind === 'inserted') continue;
    const isInserted = asked[quoted[0] - first]?.isInserted === true && count > 0;
    if (!isInserted) words += count;
    if (kind === 'left-out') {
      ellipses += 1;
      evidence -= ellipsisEvidence;
    } else if (kind === 'missing') {
      isOnePassage &&= text[1] - text[0] <= furthest;
      const gap = Math.min(longestGap, text[1] - text[0]);
      differences += gap;
      evidence -= Math.min(jumps.silent, 5 * gap);
    } else if (kind === 'added' || kind === 'other') {
      differences += count;
      evidence -= 6 * count;
      run += count;
      longestRun = Math.max(longestRun, run);
    } else {
      if (!isInserted) common += count;
      if (kind === 'spelling') spellings += 1;
      evidence += weight - (kind === 'spelling' ? 2 : 0);
      run = Math.max(0, run - count);
    }
  }
  const distance = (differences + 0.25 * (spellings + ellipses)) / Math.max(1, words);
  const hasAll = differences === 0 && common > 0;
  const isExact = hasAll && spellings === 0;
  const isFound =
    (isExact && (ellipses === 0 || evidence >= 0)) ||
    (hasAll && words < shortLength && 2 * spellings <= words && evidence >= shortEvidence) ||
    (words >= shortLength &&
      distance <= distanceAllowed(words) &&
      evidence >= leastEvidence(words) &&
      longestRun < foreignRun &&
      isOnePassage);
  return { isFound, words, common, distance, isSame: isExact, evidence };
}

/** So many words in a row that a passage does not have are looked for elsewhere. */
export const leastForeign = 4;
/** What they must tell to be somebody’s there. */
export const foreignEvidence = 24;

/** Least words of a part of a quotation that is named, and least evidence for it. */
export const leastPart = 8;
const leastPartScore = 8;
const leastPartEvidence = 36;

/**
 * The stretch of a quotation, in indices of its words, that the text has best: at least eight words
 * together, where every difference takes away two and a leap in the text six.
 */
export function bestStretch(
  items: readonly Item[],
  asked: readonly AskedWord[],
  first: number,
): { from: number; to: number; score: number } | undefined {
  let best: { from: number; to: number; score: number } | undefined;
  const nothing = { from: -1, score: 0, common: 0, evidence: 0, run: 0 };
  let now = { ...nothing };
  for (const { kind, quoted, text } of items) {
    const word = asked[quoted[0] - first];
    if (kind === 'inserted' || word === undefined) continue;
    if (kind === 'same' || kind === 'punctuation' || kind === 'spelling') {
      if (now.from === -1) now.from = quoted[0];
      now.score += quoted[1] - quoted[0];
      now.common += quoted[1] - quoted[0];
      now.evidence += word.weight;
      now.run = 0;
      const isEnough =
        now.common >= leastPart && now.score >= leastPartScore && now.evidence >= leastPartEvidence;
      if (isEnough && now.score > (best?.score ?? 0))
        best = { from: now.from, to: quoted[1], score: now.score };
      continue;
    }
    if (now.from === -1) continue;
    const count = quoted[1] - quoted[0];
    const isElsewhere = kind === 'missing' && text[1] - text[0] > furthest;
    now.run += count;
    now.score -=
      kind === 'left-out' ? 1 : kind === 'missing' ? Math.min(6, 2 * (text[1] - text[0])) : 2 * count;
    now.evidence -= kind === 'left-out' ? ellipsisEvidence : 6;
    if (now.score <= 0 || now.run >= foreignRun || isElsewhere) now = { ...nothing };
  }
  return best;
}
