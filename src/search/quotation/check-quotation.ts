/**
 * Whose words a quotation is, and how it differs from them. Which sources may have it is asked of the
 * index first (`quotation-queries.ts`).
 */
import { askedWords, type AskedWord } from './asked-words.ts';
import { candidate, findingOf, partOf, type Candidate, type Finding } from './finding.ts';
import { bestStretch, foreignEvidence, leastForeign, leastPart, mostDistance } from './judgement.ts';
import { alignLong } from './long-alignment.ts';
import { maximumWords, type Quotation } from './quotation.ts';
import { runs, runsOf } from './seeds.ts';
import type { SourceWords } from '../source-words.ts';
import { prepare, type PreparedSource, type Stream } from './streams.ts';

/** At most so many places of a quotation are named. */
export const mostPlaces = 50;
/** Quotations of more words are compared only with those notes that share a run of words with them. */
const longLength = 200;
/** Of a quotation shorter than this only those places are named where it stands as well as anywhere. */
const shortLength = 8;

/**
 * The places where a quotation stands, best first; else the parts of it that stand somewhere, longest
 * first; else the nearest passage alone. Empty when the quotation has no words or no word of the sources.
 */
export function checkQuotation(quotation: Quotation, sources: readonly SourceWords[]): Finding[] {
  const search = new Search(quotation, sources.map(prepare));
  const whole = search.candidates(0, quotation.words.length);
  const found = whole.filter(({ judgement }) => judgement.isFound).sort(better);
  const [best] = found;
  if (best) {
    const spliced = search.spliced(best, quotation.words.length);
    if (spliced.length > 0) return spliced.map((one) => findingOf(one, 'partly'));
    const isShort = best.judgement.words < shortLength;
    return found
      .filter(({ judgement }) => !isShort || judgement.distance <= best.judgement.distance)
      .slice(0, mostPlaces)
      .map((one) => findingOf(one, 'found'));
  }
  const parts = search.parts(whole, 0, quotation.words.length);
  if (parts.length > 0) {
    return parts
      .sort((a, b) => b.judgement.common - a.judgement.common)
      .map((one) => findingOf(one, 'partly'));
  }
  const [nearest] = whole.sort((a, b) => b.score - a.score);
  return nearest ? [findingOf(nearest, 'not-found')] : [];
}

/** Fewer differences first, then the same punctuation, then the author’s text, then in order. */
function better(a: Candidate, b: Candidate): number {
  const unlike = ({ likeness }: Candidate) => likeness.filter((one) => one === 'words').length;
  const isNote = ({ laid }: Candidate) => Number(laid.stream.hand !== 'author');
  return (
    a.judgement.distance - b.judgement.distance ||
    Number(unlike(a) > 0) - Number(unlike(b) > 0) ||
    isNote(a) - isNote(b)
  );
}

/** The stretches of several words together that a find does not have. */
function foreignStretches({ items }: Candidate): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (const { kind, quoted } of items) {
    if ((kind !== 'added' && kind !== 'other') || quoted[0] === quoted[1]) continue;
    const last = stretches.at(-1);
    if (last && last[1] === quoted[0]) last[1] = quoted[1];
    else stretches.push([quoted[0], quoted[1]]);
  }
  return stretches.filter(([from, to]) => to - from >= leastForeign);
}

class Search {
  readonly #quotation: Quotation;
  readonly #sources: PreparedSource[];
  /** Words that may still be looked for as parts, so that an answer never takes long. */
  #words = 3 * maximumWords;

  constructor(quotation: Quotation, sources: PreparedSource[]) {
    this.#quotation = quotation;
    this.#sources = sources;
  }

  /** The best places of a stretch of the quotation in each text that can compete. */
  candidates(from: number, to: number): Candidate[] {
    const words = this.#quotation.words.slice(from, to);
    const found: Candidate[] = [];
    let best = 0;
    let hasFind = false;
    this.#words -= words.length;
    for (const { asked, stream, most, share } of this.#promising(words)) {
      const mayBeFound = share >= 1 - mostDistance;
      if (!mayBeFound && (hasFind || most < best)) continue;
      const { score, paths } = alignLong(
        asked,
        stream.ids,
        stream.source.vocabulary.numbers.size,
        mostPlaces,
      );
      for (const path of paths) {
        const one = candidate({ quotation: this.#quotation, first: from, path, stream }, asked, score);
        if (one.judgement.common === 0) continue;
        found.push(one);
        best = Math.max(best, score);
        hasFind ||= one.judgement.isFound;
      }
    }
    return found;
  }

  /** The texts with what they can score at most, and the share of the words that they have. */
  #promising(
    words: Quotation['words'],
  ): { asked: AskedWord[]; stream: Stream; most: number; share: number }[] {
    return this.#sources.flatMap((source) => {
      const asked = askedWords(words, source.vocabulary);
      const askedRuns = words.length > longLength ? runsOf(asked) : undefined;
      const quoted = asked.filter(({ isInserted }) => !isInserted);
      return source.streams.flatMap((stream) => {
        const isLikely =
          !askedRuns || stream.hand === 'author' || runs(stream.ids).some((run) => askedRuns.has(run));
        if (!isLikely) return [];
        const known = new Uint8Array(source.vocabulary.numbers.size);
        for (const id of stream.ids) known[id] = 1;
        const has = ({ id, alike, halves, joinedId }: AskedWord) =>
          [id, joinedId, ...alike].some((one) => one !== undefined && known[one] === 1) ||
          halves.some(([one]) => known[one] === 1);
        const there = asked.filter(has);
        const most = Math.min(
          there.reduce((sum, { weight }) => sum + weight, 0),
          20 * stream.ids.length,
        );
        const share = there.filter(({ isInserted }) => !isInserted).length / Math.max(1, quoted.length);
        return there.length === 0 ? [] : [{ asked, stream, most, share }];
      });
    });
  }

  /**
   * What a find does not have and another place has, with what remains of the find: words of two
   * places that were put together. Empty where there is no such stretch.
   */
  spliced(find: Candidate, length: number): Candidate[] {
    for (const [from, to] of foreignStretches(find)) {
      const elsewhere = this.candidates(from, to)
        .filter(({ judgement }) => judgement.isFound && judgement.evidence >= foreignEvidence)
        .sort(better)[0];
      if (!elsewhere) continue;
      const rest = [
        [0, from],
        [to, length],
      ].flatMap(([start = 0, end = 0]) => (end > start ? [partOf(find, start, end)] : []));
      return [...rest.filter(({ judgement }) => judgement.common > 0), elsewhere].sort(
        (a, b) => b.judgement.common - a.judgement.common,
      );
    }
    return [];
  }

  /** The parts of a stretch of the quotation that stand somewhere: the best one, then those beside it. */
  parts(among: readonly Candidate[], from: number, to: number): Candidate[] {
    let best: { one: Candidate; stretch: NonNullable<ReturnType<typeof bestStretch>> } | undefined;
    for (const one of among) {
      const stretch = bestStretch(one.items, one.asked, one.laid.first);
      if (stretch && stretch.score > (best?.stretch.score ?? 0)) best = { one, stretch };
    }
    if (!best) return [];
    const { one, stretch } = best;
    const beside = ([start, end]: [number, number]) =>
      end - start < leastPart || this.#words < 0 ? [] : this.parts(this.candidates(start, end), start, end);
    return [
      ...beside([from, stretch.from]),
      partOf(one, stretch.from, stretch.to),
      ...beside([stretch.to, to]),
    ];
  }
}
