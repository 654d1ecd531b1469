import { isCalledIn } from './calls.ts';
import {
  endsSentence,
  NAMED_NOTE,
  NOTES_HEADING,
  noteNumber,
  type Layout,
  type SourceLine,
} from './layout.ts';

interface Found {
  notes: Layout['notes'];
  omitted: Layout['omitted'];
  doubts: Layout['doubts'];
}

/** So many lines after the notes, at the end of a file, may be no part of the text. */
const AFTER_NOTES = 3;

const RULE = /^(?:[_—–=]{3,}|-{3,}|(?:\* ?){3,}|(?:_ ){2,}_?)$/;

/**
 * Notes at the foot of a page or column, or at the end of the text. Only the next number begins a note,
 * and only in a block of notes: after a rule or a line of spaces, set tighter than the text, after the
 * heading “Notes”, or, where the text calls that number, from there to the end of the page.
 */
export function findFootNotes(
  lines: SourceLine[],
  filled: SourceLine[],
  starts: number[],
  usualGap: number,
): Found {
  const found: Found = { notes: [], omitted: [], doubts: [] };
  const pageOf = (number: number) => starts.filter((start) => start <= number).length;
  const firstOf = (page: number) => (page === 0 ? 1 : (starts[page - 1] ?? 1));
  const gapAfter = (i: number) => (filled[i + 1]?.number ?? Infinity) - (filled[i]?.number ?? 0) - 1;
  const gapBefore = (i: number) => (i === 0 ? Infinity : gapAfter(i - 1));
  const width = Math.max(
    ...filled
      .slice(0, 400)
      .map(({ text }) => text.length)
      .sort((a, b) => a - b)
      .slice(0, -1),
    0,
  );
  let last = 0;
  let lastPage = -1;

  const isNext = (mark: string, page: number, inBlock: boolean): boolean => {
    if (/^\D/.test(mark)) return true;
    const n = Number(mark);
    if (n === last + 1 || (n === 1 && !inBlock && page > lastPage && lastPage >= 0)) return true;
    // A number may be lost; the next ones still stand at the foot of their pages.
    return !inBlock && last > 0 && n > last && n <= last + 3 && starts.length > 0 && page > lastPage;
  };
  const isSeparated = (i: number): boolean => {
    const line = filled[i] as SourceLine;
    const from = i === 0 ? 0 : (filled[i - 1] as SourceLine).number;
    return lines.slice(from, line.number - 1).some(({ raw }) => /^[ \t]{20,}\r?$/.test(raw));
  };
  const called = (mark: string, before: number, page: number): boolean =>
    isCalledIn(
      filled.filter(({ number }) => number < before && pageOf(number) === page),
      mark,
    );
  /** Whether all that follows on the page, paragraph by paragraph, is numbered on. */
  const endsPage = (i: number, page: number): boolean => {
    let n = last;
    for (let j = i; j < filled.length && pageOf(filled[j]?.number ?? 0) === page; j++) {
      const mark = noteNumber(filled[j]?.text ?? '')?.mark;
      if (mark === String(n + 1) || (mark && /^\D/.test(mark)) || (j === i && mark === '1'))
        n = Number(mark) || n;
      // After the notes a few lines may stand that are no notes, as at the end of a web page.
      else if (gapBefore(j) > usualGap) return n > last + 1 && filled.length - j <= AFTER_NOTES;
    }
    return true;
  };

  /** Whether the next number stands apart at the foot of a page, where others stood before. */
  const goesOn = (mark: string, i: number) =>
    last > 0 && Number(mark) === last + 1 && starts.length > 0 && gapBefore(i) > usualGap;

  const carried = new Set<number>();
  for (let i = 0; i < filled.length; i++) {
    const line = filled[i] as SourceLine;
    if (carried.has(line.number)) continue;
    const before = filled[i - 1];
    const page = pageOf(line.number);
    const number = noteNumber(line.text);
    const isNamed = NAMED_NOTE.test(line.text) && gapBefore(i) > usualGap;
    if (!number || (!isNamed && !isNext(number.mark, page, false))) continue;
    const hasRule = before !== undefined && RULE.test(before.text);
    const hasHeading = before !== undefined && NOTES_HEADING.test(before.text);
    const isTight = usualGap > 0 && gapAfter(i) < usualGap && gapBefore(i) >= usualGap;
    const isApart = isSeparated(i) || hasRule || isNamed;
    const isFoot =
      (gapBefore(i) > usualGap || starts.length > 0) &&
      (called(number.mark, line.number, page) || goesOn(number.mark, i)) &&
      (before === undefined ||
        gapBefore(i) > usualGap ||
        endsSentence(before.text) ||
        line.text.length > width) &&
      endsPage(i, page);
    if (!hasHeading && !isApart && !isTight && !isFoot) continue;
    if (/^\D/.test(number.mark) && !isFoot && !isApart && !hasHeading) continue;
    if (hasRule)
      found.omitted.push({ from: before.number, to: before.number, note: 'The rule above the notes.' });
    if (hasHeading)
      found.omitted.push({ from: before.number, to: before.number, note: 'The heading of the notes.' });
    i = block(i, page, hasHeading);
    if (!hasHeading) carryOver(page + 1);
  }
  const end = found.notes.length === 0 ? endNotes() : undefined;
  if (end !== undefined) {
    last = 0;
    const to = block(end, 0, true);
    found.doubts.push({
      line: filled[end]?.number ?? 1,
      kind: 'note',
      fact: `From here to line ${String(filled[to]?.number ?? 1)} stands what is numbered from 1 and called in the text: taken as its notes.`,
    });
  }
  return found;

  /** Where notes begin that nothing sets apart: from a line on all is numbered from 1, and called before. */
  function endNotes(): number | undefined {
    const first = filled.findLastIndex(({ text }) => noteNumber(text)?.mark === '1');
    if (first < 0) return undefined;
    let n = 0;
    for (const { text } of filled.slice(first)) if (noteNumber(text)?.mark === String(n + 1)) n += 1;
    const before = filled.slice(0, first);
    const called = Array.from({ length: n }, (_, i) => String(i + 1)).filter((mark) =>
      isCalledIn(before, mark),
    );
    return n >= 2 && called.length >= n * 0.8 ? first : undefined;
  }

  /** Where the last note of a page ends within a sentence, it goes on at the foot of the next. */
  function carryOver(page: number): void {
    const note = found.notes.at(-1);
    const end = filled.find(({ number }) => number === (note?.more?.at(-1)?.to ?? note?.to));
    if (!note || !end || endsSentence(end.text)) return;
    const own = filled.flatMap(({ number }, i) => (pageOf(number) === page ? [i] : []));
    const textOf = (i: number) => filled[i]?.text ?? '';
    const begins = own.filter((i, j) => j > 0 && (gapBefore(i) > usualGap || RULE.test(textOf(i - 1))));
    const foot = begins.find((from, j) => {
      const isRuled = RULE.test(textOf(from - 1));
      return (
        (isRuled || /^[\p{Ll}(]/u.test(textOf(from))) &&
        noteNumber(textOf(from)) === undefined &&
        begins.slice(j + 1).every((i) => noteNumber(textOf(i)) !== undefined)
      );
    });
    if (foot === undefined) return;
    for (const i of own.filter((one) => one >= foot)) {
      const number = noteNumber(textOf(i));
      if (number && (number.mark === String(last + 1) || /^\D/.test(number.mark))) break;
      const line = filled[i] as SourceLine;
      addLine(note, line.number);
      carried.add(line.number);
    }
    const rule = filled[foot - 1];
    if (rule && RULE.test(rule.text))
      found.omitted.push({ from: rule.number, to: rule.number, note: 'The rule above the notes.' });
    found.doubts.push({
      line: filled[foot]?.number ?? 1,
      kind: 'note',
      fact: `Note ${note.mark} ends within a sentence on the page before; these lines are taken as its end.`,
    });
  }

  /** Adds a line to a note; where other words stand between, it stands apart. */
  function addLine(note: Layout['notes'][number], number: number): void {
    const part = note.more?.at(-1) ?? note;
    const isNext = lines.slice(part.to, number - 1).every(({ text }) => text === '');
    if (isNext) part.to = number;
    else note.more = [...(note.more ?? []), { from: number, to: number }];
  }

  /** Takes the notes of a block; returns the index of its last line. */
  function block(from: number, page: number, toEnd: boolean): number {
    let i = from;
    for (; i < filled.length; i++) {
      const line = filled[i] as SourceLine;
      const number = noteNumber(line.text);
      const begins = number && (NAMED_NOTE.test(line.text) || isNext(number.mark, page, i > from));
      const isApart = i > from && gapBefore(i) > 0;
      if (!toEnd && pageOf(line.number) !== page) break;
      if (begins) {
        const scope: [number, number] = toEnd ? [1, line.number - 1] : [firstOf(page), lastOf(page)];
        found.notes.push({ ...number, from: line.number, to: line.number, scope });
        if (/^\d/.test(number.mark)) last = Number(number.mark);
        lastPage = page;
      } else if (isApart && (usualGap > 0 || starts.length === 0) && !toEnd) {
        // Body text has its usual distance again, or nothing shows pages: the text goes on below its notes.
        if (filled.length - i <= AFTER_NOTES)
          found.doubts.push({
            line: line.number,
            kind: 'stray',
            fact: 'This stands after the notes, at the end of the file; it is taken as text.',
          });
        break;
      } else {
        const note = found.notes.at(-1);
        if (note) addLine(note, line.number);
        if (isApart)
          found.doubts.push({
            line: line.number,
            kind: 'note',
            fact: `Taken as a further paragraph of note ${note?.mark ?? ''}; it may be text again.`,
          });
      }
    }
    return i - 1;
  }

  function lastOf(page: number): number {
    return (starts[page] ?? lines.length + 1) - 1;
  }
}
