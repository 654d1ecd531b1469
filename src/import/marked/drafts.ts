import type { Decision } from '../../schemas/apparatus.ts';
import { joinWord, lineOf, replaceWords, type Draft, type Judging } from '../drafts.ts';
import { pageStart, type WrittenBlock } from './witness.ts';

/** What the texts of one source share while they are made. */
export interface Texts {
  judging: Judging;
  /** Id of a note → its label. */
  labels: Map<string, string>;
  /** Label → its call as printed. */
  printed: Map<string, string>;
}

/** The words of a block as the edition has them. */
export interface MarkedDraft extends Draft {
  /** Pages that begin after its last word. */
  late: string[];
  /** What the apparatus says of its readings. @param at its anchor or label */
  decisions: (at: string) => Decision[];
}

/**
 * Takes the calls, and the number of a note, out of the words of a block, and joins what line ends divide.
 * @param at its anchor or label
 * @param number what its words begin with that is none of them
 */
export function draftOf(
  { block, lines }: WrittenBlock,
  at: string,
  { judging, labels, printed }: Texts,
  pages: Record<string, number>,
  number = '',
): MarkedDraft {
  const starts = lines.map((line) => ({ ...line }));
  const draft: MarkedDraft = {
    words: block.words,
    starts,
    points: [],
    spans: block.spans.map(({ start, end, type }) => ({ start, end, mark: { type } })),
    late: [],
    decisions: (anchor) =>
      // A call within a reading may have been found since.
      readings(marks, block.readings, anchor).filter(
        (one) => 'lemma' in one && draft.words.includes(one.lemma),
      ),
  };
  /** The readings move along as spans do. */
  const marks: Draft = {
    words: block.words,
    starts: [],
    points: [],
    spans: block.readings.map(({ start, end }, i) => ({
      start,
      end,
      mark: { type: 'link', href: String(i) },
    })),
  };
  for (const page of block.pages) {
    const start = pageStart(block, page.at);
    if (start === undefined) draft.late.push(page.n);
    else {
      draft.points.push({ at: start, type: 'milestone', unit: 'page', n: page.n });
      pages[page.n] ??= lines.findLast((line) => line.at <= start)?.line ?? 1;
    }
  }
  const edit = (start: number, end: number, words: string) => {
    replaceWords(draft, start, end, words);
    replaceWords(marks, start, end, words);
  };
  type Edit = { from: number; make: () => void };
  const calls = block.calls.map(({ start, end, target }): Edit => ({
    from: start,
    make: () => {
      call(start, end, target);
    },
  }));
  const joins = block.divided.map((from): Edit => ({
    from,
    make: () => {
      join(from);
    },
  }));
  const others = draft.points.length;
  for (const { make } of [...calls, ...joins].sort((a, b) => b.from - a.from)) make();
  // The last was made first; of two calls at one place the first must stand first.
  draft.points.push(...draft.points.splice(others).reverse());
  if (number !== '')
    edit(0, number.length + (/^\s*/.exec(draft.words.slice(number.length))?.[0].length ?? 0), '');
  return draft;

  function call(start: number, end: number, target: string) {
    // What stands in a note and leads to it is its number.
    if (block.note?.id === target) return;
    const label = labels.get(target);
    const line = lineOf(draft, start);
    const printedAt = printedCall(draft.words, start, end);
    const words = draft.words.slice(...printedAt).replace('\n', ' ');
    const known = label === undefined ? undefined : printed.get(label);
    const isAlone = words !== '' && draft.words.slice(number.length).trim() === words.trim();
    if (label === undefined || isAlone || (known !== undefined && known !== words)) {
      const fact =
        label === undefined
          ? 'is called here, but its words are not in the file'
          : 'is called here in another way than elsewhere';
      judging.doubts.push({
        line,
        kind: 'call',
        fact: `Note “${draft.words.slice(start, end)}” ${fact}; the call is kept as words.`,
      });
      return;
    }
    printed.set(label, words);
    edit(...printedAt, '');
    draft.points.push({ at: printedAt[0], type: 'call', label });
  }

  function join(from: number) {
    const first = /\S+$/.exec(draft.words.slice(0, from))?.[0] ?? '';
    const second = /^\S+/.exec(draft.words.slice(from))?.[0] ?? '';
    if (first === '' || second === '') return;
    const whole = joinWord(first, second, at, lineOf(draft, from - 1), judging);
    edit(from - first.length, from + second.length, whole);
  }
}

/** A call with the space before it, or after it where it comes first. */
function printedCall(words: string, start: number, end: number): [number, number] {
  if (end <= start) return [start, start];
  if (start > 0 && /[ \n]/.test(words.charAt(start - 1))) return [start - 1, end];
  return start === 0 && /[ \n]/.test(words.charAt(end)) ? [start, end + 1] : [start, end];
}

function readings({ words, spans }: Draft, said: WrittenBlock['block']['readings'], at: string): Decision[] {
  return spans.flatMap(({ start, end, mark }): Decision[] => {
    const { reading, note } = said[mark.type === 'link' ? Number(mark.href) : -1] ?? {};
    const lemma = words.slice(start, end).trim();
    // A lemma stands within a line.
    if (lemma === '' || lemma.includes('\n')) return [];
    const occurrence = words.slice(0, start + lemma.length).split(lemma).length - 1;
    const isOnly = words.split(lemma).length === 2;
    return [
      {
        kind: 'sic',
        at,
        lemma,
        ...(!isOnly && { occurrence }),
        ...(reading !== undefined && { reading }),
        ...(note !== undefined && { note }),
      },
    ];
  });
}

/** Makes line ends of the text of those of its words. */
export function asVerse(draft: Draft): void {
  for (const { index } of draft.words.matchAll(/\n/g)) draft.points.push({ at: index, type: 'line-break' });
}
