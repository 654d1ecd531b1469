import type { Point, Span } from '../edition/model.ts';
import { DIVIDED } from '../edition/witness.ts';
import type { Decision } from '../schemas/apparatus.ts';
import { judgeHyphen, type wordList } from './hyphens.ts';
import type { Doubt, SourceLine } from './layout.ts';

/** Words of a block with where each line begins; calls are taken out of them later. */
export interface Draft {
  words: string;
  starts: { line: number; at: number }[];
  points: Point[];
  spans: Span[];
}

/** What is needed to judge the hyphens of a witness, and where the judgements go. */
export interface Judging {
  words: ReturnType<typeof wordList>;
  /** Whether the witness divides words at line ends at all. */
  divides: boolean;
  decisions: Decision[];
  doubts: Doubt[];
}

export function lineOf({ starts }: Draft, at: number): number {
  return starts.findLast((start) => start.at <= at)?.line ?? starts[0]?.line ?? 1;
}

/** Puts other words in the place of some, and moves all that stands off the words along. */
export function replaceWords(draft: Draft, start: number, end: number, words: string): void {
  const longer = words.length - (end - start);
  const move = (at: number) => (at >= end ? at + longer : Math.min(at, start + words.length));
  draft.words = draft.words.slice(0, start) + words + draft.words.slice(end);
  for (const one of draft.starts) one.at = move(one.at);
  for (const one of draft.points) one.at = move(one.at);
  draft.spans = draft.spans
    .map((span) => ({ ...span, start: move(span.start), end: move(span.end) }))
    .filter((span) => span.end > span.start);
}

/** Joins lines to one text. @param at where the apparatus speaks of its joins */
export function joinLines(
  lines: SourceLine[],
  at: string,
  judging: Judging | undefined,
  isVerse: boolean,
): Draft {
  const draft: Draft = { words: '', starts: [], points: [], spans: [] };
  let pending: Judging | undefined;
  for (const line of lines) {
    const text = line.text.replace(/[ \t]+/g, ' ');
    const divided = judging && DIVIDED.test(line.raw) ? judging : undefined;
    if (draft.words === '') draft.starts.push({ line: line.number, at: 0 });
    else if (pending) {
      const [second = ''] = text.split(/\s/);
      const head = /[^\s]+$/.exec(draft.words)?.[0] ?? '';
      const whole = joinWord(head, second, at, line.number - 1, pending);
      draft.words = draft.words.slice(0, draft.words.length - head.length) + whole;
      const rest = text.slice(second.length);
      const space = /^\s*/.exec(rest)?.[0].length ?? 0;
      draft.starts.push({ line: line.number, at: draft.words.length + (rest === '' ? 1 : space) });
      draft.words += rest;
      pending = rest === '' ? undefined : divided;
      continue;
    } else {
      if (isVerse) draft.points.push({ at: draft.words.length, type: 'line-break' });
      draft.words += isVerse ? '\n' : ' ';
      draft.starts.push({ line: line.number, at: draft.words.length });
    }
    draft.words += text;
    pending = divided;
  }
  return draft;
}

/** Judges a word that a line end divides, records the judgement, and returns the word with what stands around it. */
export function joinWord(first: string, second: string, at: string, line: number, judging: Judging): string {
  const a = /[\p{L}\p{N}\p{M}'’-]*[-‐¬\u00ad]$/u.exec(first)?.[0] ?? first;
  const b = /^[\p{L}\p{M}'’-]+/u.exec(second)?.[0].replace(/['’-]+$/, '') ?? second;
  const lemma = b === '' ? second : b;
  const { reading, doubt } = judgeHyphen(a, lemma, judging.words, judging.divides);
  judging.decisions.push({ kind: 'join', at, lemma: `${a}|${lemma}`, reading });
  if (doubt)
    judging.doubts.push({ line, kind: 'hyphen', fact: `“${a}|${lemma}” is read as “${reading}”. ${doubt}` });
  return first.slice(0, first.length - a.length) + reading + second.slice(lemma.length);
}
