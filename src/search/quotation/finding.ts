/** What a reader is told of a quotation and a passage. */
import type { Hand } from '../../edition/model.ts';
import type { AskedWord } from './asked-words.ts';
import { judge, type Judgement } from './judgement.ts';
import { endsOf, likenessOf, worse, type Likeness } from './printing.ts';
import { stretchesInQuotationMarks } from './quotation-marks.ts';
import { itemsOf, stepsOf, type Item, type Laid, type Step } from './quotation-steps.ts';
import { blockOf, type Stream } from './streams.ts';

/** A passage of the edition that a quotation was compared with. */
export interface Finding {
  /** `found`: the whole quotation stands here. `partly`: the stretch `quoted` does. `not-found`: this is the nearest passage. */
  coverage: 'found' | 'partly' | 'not-found';
  isFound: boolean;
  sourceId: string;
  /** The source as readers cite it. */
  short: string;
  hand: Hand;
  /** The name of the note, unless it is the author’s text. */
  note: string | undefined;
  /** Ids of the first and the last paragraph, or twice that of the note. */
  first: string;
  last: string;
  /** The offset in the words of the first, and in those of the last. */
  start: number;
  end: number;
  /** The stretch of the input that this is about. */
  quoted: { start: number; end: number };
  steps: Step[];
  /** Words of this stretch but for those inserted in brackets. */
  words: number;
  /** Those of them that the text has, in this spelling or another. */
  common: number;
  /** Differences for each word: 0 for the same words, about 1 for foreign ones. */
  distance: number;
  /** How the words agree, apart from what is openly left out or inserted. */
  agreement: Likeness | 'differs';
  /**
   * How much of the passage the text itself quotes, in quotation marks or as a block quotation; single
   * words in quotation marks are no quotation.
   */
  quotedInText: 'all' | 'some' | 'none';
}

/** A quotation, or a part of it, laid against a text and judged, before it is written out. */
export interface Candidate {
  laid: Laid;
  asked: readonly AskedWord[];
  likeness: readonly Likeness[];
  items: Item[];
  judgement: Judgement;
  /** The first word of the passage in its stream. */
  at: number;
  score: number;
}

export function candidate(laid: Laid, asked: readonly AskedWord[], score: number): Candidate {
  const likeness = likenessOf(laid);
  const items = itemsOf(laid, likeness);
  const at = laid.path.from.find((place) => place >= 0) ?? 0;
  return { laid, asked, likeness, items, judgement: judge(items, asked, laid.first), at, score };
}

/** A part of a candidate as one of its own. */
export function partOf({ laid, asked, score }: Candidate, from: number, to: number): Candidate {
  const [start, end] = [from - laid.first, to - laid.first];
  const path = {
    kind: laid.path.kind.slice(start, end),
    from: laid.path.from.slice(start, end),
    to: laid.path.to.slice(start, end),
  };
  return candidate({ ...laid, first: from, path }, asked.slice(start, end), score);
}

export function findingOf(one: Candidate, coverage: Finding['coverage']): Finding {
  const { laid, likeness, items, judgement, at } = one;
  const { stream, path } = laid;
  const until = Math.max(at, path.to.findLast((place) => place > 0) ?? 0) - 1;
  const ends = endsOf(laid, laid.first + path.kind.length - 1, [at, until]);
  const { id: first = '' } = stream.blocks[blockOf(stream, at)] ?? {};
  const { id: last = '' } = stream.blocks[blockOf(stream, until)] ?? {};
  const { words, common, distance, isSame } = judgement;
  return {
    coverage,
    isFound: coverage === 'found',
    sourceId: stream.source.id,
    short: stream.source.short,
    hand: stream.hand,
    note: stream.name,
    first,
    last,
    start: ends.text.start,
    end: ends.text.end,
    quoted: ends.quoted,
    steps: stepsOf(laid, items, ends),
    words,
    common,
    distance,
    agreement: isSame ? likeness.reduce(worse, ends.likeness) : 'differs',
    quotedInText: quotedInText(stream, items),
  };
}

/** Fewer words together are a name or a term. */
const leastQuoted = 5;

/** Only words that the quotation has, too, count. */
function quotedInText(stream: Stream, items: readonly Item[]): Finding['quotedInText'] {
  const stretches = new Map<number, { start: number; end: number }[]>();
  let [run, longest, outside] = [0, 0, 0];
  for (const { kind, text } of items) {
    if (kind === 'left-out' || kind === 'missing' || kind === 'inserted') continue;
    for (let word = text[0]; word < text[1]; word += 1) {
      const block = blockOf(stream, word);
      const { words = '', isBlockQuotation = false } = stream.blocks[block] ?? {};
      const known = stretches.get(block) ?? stretchesInQuotationMarks(words);
      stretches.set(block, known);
      const at = stream.starts[word] ?? 0;
      if (isBlockQuotation || known.some(({ start, end }) => start <= at && at < end)) run += 1;
      else [run, outside] = [0, outside + 1];
      longest = Math.max(longest, run);
    }
  }
  if (outside === 0 && longest > 0) return 'all';
  return longest >= leastQuoted ? 'some' : 'none';
}
