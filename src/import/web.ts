import {
  endsSentence,
  FURNITURE,
  NOTES_HEADING,
  noteNumber,
  takeSeparators,
  type Doubt,
  type LaidBlock,
  type Layout,
  type SourceLine,
} from './layout.ts';
import { isCalledIn } from './calls.ts';
import { gapsBefore } from './pages.ts';

/** What is known of a line from the file that it was taken from. */
export type LineKinds = Map<number, { kind: LaidBlock['kind']; level: number }>;

const HEADING = /^(?:[IVXLC]{1,7}\.?|(?:chapter|part|book|section|appendix)\b[^.!?]{0,60})$/i;

/** Lays out text in which each line is a paragraph, as the text of a web page has it. */
export function layWeb(lines: SourceLine[], kinds: LineKinds = new Map()): Layout {
  const filled = lines.filter(({ text }) => text !== '');
  const gaps = gapsBefore(filled);
  const doubts: Doubt[] = [];
  const omitted: Layout['omitted'] = [];
  const leaveOut = (from: number, to: number, note: string) => {
    omitted.push({ from, to, note });
    doubts.push({ line: from, kind: 'stray', fact: `Left out: ${note}` });
  };
  const first = endNotes(filled, kinds);
  let body = filled.slice(0, first);
  const notes = layNotes(filled.slice(first), doubts, leaveOut);
  const beforeNotes = body.at(-1);
  if (notes.length > 0 && beforeNotes && NOTES_HEADING.test(beforeNotes.text)) {
    leaveOut(beforeNotes.number, beforeNotes.number, 'The heading of the notes.');
    body = body.slice(0, -1);
  }
  while (body.length > 1 && isFurniture(body.at(-1)?.text ?? '')) {
    const line = body.pop() as SourceLine;
    leaveOut(line.number, line.number, 'A line of the web page after the text.');
  }
  if (kinds.size === 0) body = leaveOutHead(body, leaveOut);

  const separated = takeSeparators(body);
  body = separated.body;
  omitted.push(...separated.omitted);
  doubts.push(...separated.doubts);

  const blocks: LaidBlock[] = [];
  const usual = usualGap(body, gaps);
  body.forEach((line, i) => {
    const known = kinds.get(line.number);
    const gap = i === 0 ? 0 : (gaps.get(line.number) ?? 0);
    const isTitle =
      known === undefined &&
      kinds.size === 0 &&
      i < body.length - 1 &&
      looksLikeHeading(line.text, gap > usual);
    const isPart = separated.begins.has(line.number);
    if (isPart && !isTitle) blocks.push({ kind: 'heading', level: 2, lines: [] });
    else if (!known && !isTitle && i > 0 && gap > usual && blocks.at(-1)?.kind !== 'heading') {
      blocks.push({ kind: 'heading', level: 2, lines: [] });
      doubts.push({
        line: line.number,
        kind: 'heading',
        fact: 'A wider gap: taken as a division whose heading is not known.',
      });
    }
    if (isTitle && !HEADING.test(line.text))
      doubts.push({ line: line.number, kind: 'heading', fact: `Taken as a heading: “${line.text}”.` });
    blocks.push({
      kind: known?.kind ?? (isTitle ? 'heading' : 'prose'),
      level: known?.level ?? 2,
      lines: [line.number],
    });
  });
  return {
    lines: 'paragraph',
    paragraphEnd: 'not-shown',
    pages: [],
    blocks,
    notes,
    omitted,
    boundaries: [],
    doubts,
  };
}

function isFurniture(text: string): boolean {
  return text.length < 120 && (FURNITURE.test(text) || (/ \| /.test(text) && !endsSentence(text)));
}

function looksLikeHeading(text: string, isApart: boolean): boolean {
  if (HEADING.test(text)) return true;
  if (text.length > 70 || /[.,;:!?”"…]$/.test(text) || !/^[\p{Lu}\d“]/u.test(text) || !/\p{L}{2}/u.test(text))
    return false;
  return isApart || text === text.toUpperCase() || text.split(/\s+/).length <= 8;
}

function usualGap(body: SourceLine[], gaps: Map<number, number>): number {
  const values = body.slice(1).map(({ number }) => gaps.get(number) ?? 0);
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The index of the first line of the notes: the last 1 from which numbers go on and that the text calls. */
function endNotes(filled: SourceLine[], kinds: LineKinds): number {
  for (let i = filled.length - 1; i > 0; i--) {
    const number = noteNumber(filled[i]?.text ?? '');
    if (!number || !/^(?:1|\*)$/.test(number.mark) || kinds.get(filled[i]?.number ?? 0)?.kind === 'heading')
      continue;
    const isUnderHeading = NOTES_HEADING.test(filled[i - 1]?.text ?? '');
    const isCalled = isCalledIn(filled.slice(0, i), number.mark);
    if (isUnderHeading || isCalled) return i;
  }
  return filled.length;
}

function layNotes(
  filled: SourceLine[],
  doubts: Doubt[],
  leaveOut: (from: number, to: number, note: string) => void,
): Layout['notes'] {
  const notes: Layout['notes'] = [];
  const firstNote = filled[0]?.number ?? 1;
  let isOver = false;
  for (const { text, number } of filled) {
    const found = noteNumber(text);
    const last = notes.at(-1);
    const isNext = found && (found.mark === String(notes.length + 1) || /^\D/.test(found.mark));
    if (found && isNext && !isOver)
      notes.push({ ...found, from: number, to: number, scope: [1, firstNote - 1] });
    else if (isOver || isFurniture(text)) {
      isOver = true;
      leaveOut(number, number, 'A line of the web page after the notes.');
    } else if (last) {
      last.to = number;
      doubts.push({ line: number, kind: 'note', fact: `Taken as a further paragraph of note ${last.mark}.` });
    }
  }
  return notes;
}

/** Leaves out the short lines before the first paragraph: title, author, date. */
function leaveOutHead(
  body: SourceLine[],
  leaveOut: (from: number, to: number, note: string) => void,
): SourceLine[] {
  const start = body.findIndex(({ text }) => text.length > 90 || endsSentence(text));
  const from = body[0];
  const to = body[start - 1];
  if (start < 1 || start > 8 || !from || !to) return body;
  const isSeries = HEADING.test(to.text) && body.slice(start).some(({ text }) => HEADING.test(text));
  const end = isSeries ? body[start - 2] : to;
  if (end) leaveOut(from.number, end.number, 'The head of the file; what it says belongs in source.yaml.');
  return body.slice(isSeries ? start - 1 : start);
}
