import { DIVIDED } from '../edition/witness.ts';
import { findFootNotes } from './foot-notes.ts';
import {
  endsSentence,
  linesOfNote,
  takeSeparators,
  mostFrequent,
  quantile,
  type Doubt,
  type LaidBlock,
  type Layout,
  type SourceLine,
} from './layout.ts';
import { findPages, gapsBefore, usualGap } from './pages.ts';

const ROMAN = /^[IVXLC]{1,7}\.?$/;
const NAMED = /^(?:chapter|part|book|section|appendix|introduction|preface|conclusion)\b[^.!?]{0,60}\.?$/i;

/** Lays out text whose paragraphs are wrapped, as the text layer of a PDF has it. */
export function layWrapped(lines: SourceLine[]): Layout {
  const all = lines.filter(({ text }) => text !== '');
  const pages = findPages(lines);
  const gone = new Set(pages.omitted.map(({ from }) => from));
  const filled = all.filter(({ number }) => !gone.has(number));
  const usual = usualGap(gapsBefore(all));
  const found = findFootNotes(lines, filled, pages.starts, usual);
  const omitted = [...pages.omitted, ...found.omitted, ...strayAddresses(filled, found.notes, pages.starts)];
  const doubts: Doubt[] = [...pages.doubts, ...found.doubts];
  for (const { from, note } of omitted.slice(pages.omitted.length))
    doubts.push({ line: from, kind: 'stray', fact: `Left out: ${note}` });
  const taken = new Set([
    ...found.notes.flatMap(linesOfNote),
    ...omitted.flatMap(({ from, to }) => linesOfNote({ from, to })),
  ]);
  const separated = takeSeparators(filled.filter(({ number }) => !taken.has(number)));
  doubts.push(...separated.doubts);
  return {
    ...layBody(separated, all, pages.starts, doubts, usual),
    omitted: [...omitted, ...separated.omitted],
    notes: found.notes,
    doubts,
    lines: 'wrapped',
    pages: pages.starts.map((line, i) => ({ n: pages.numbers[i] ?? String(i + 2), line })),
  };
}

/** An address alone in a line that a note of the text has too: the target of its link. */
function strayAddresses(filled: SourceLine[], notes: Layout['notes'], starts: number[]): Layout['omitted'] {
  const inNote = (number: number) => notes.some((note) => linesOfNote(note).includes(number));
  return filled
    .filter(({ text, number }, i) => {
      const endsPage = starts.includes(filled[i + 1]?.number ?? -1);
      return (
        /^https?:\S+$/.test(text) &&
        !inNote(number) &&
        (endsPage || filled.some((line) => line.number !== number && line.text.includes(text)))
      );
    })
    .map(({ number }) => ({ from: number, to: number, note: 'A stray address, set apart from the text.' }));
}

function layBody(
  { body, begins }: Pick<ReturnType<typeof takeSeparators>, 'body' | 'begins'>,
  all: SourceLine[],
  starts: number[],
  doubts: Doubt[],
  usual: number,
) {
  const gaps = gapsBefore(all);
  const blocks: LaidBlock[] = [];
  const boundaries: Layout['boundaries'] = [];
  const twoSpaces = endInTwoSpaces(body);
  const indexOf = new Map(body.map(({ number }, i) => [number, i]));
  const running = body.filter(({ text }) => !endsSentence(text) && text.length > 20);
  const width = quantile(
    running.map(({ text }) => text.length),
    0.1,
  );
  // How long a line would have been with the next word: full lines go over the width of the text.
  const overflows = body.flatMap((line, i) => {
    const next = body[i + 1];
    return next && line.text.length > 20 && !endsSentence(line.text) ? [withNextWord(line, next)] : [];
  });
  const longest = Math.max(0, ...running.map(({ text }) => text.length));
  // Where every line is as full as it can be, a next word that fits ends a paragraph; in print, whose letters
  // have widths of their own, a few lines are shorter than that.
  const isEven = quantile(overflows, 0.01) > longest;
  const room = isEven ? longest : quantile(overflows, 0.02);
  const base = mostFrequent(body.map(({ indent }) => indent));
  const indented = body.filter(({ indent }) => indent > base && indent < base + 20);
  const runs = indented.filter(({ number }, i) => indented[i - 1] && bodyBefore(number) === indented[i - 1]);
  /** Whether paragraphs begin with an indented line; where runs of lines are indented, those are quotations. */
  const byIndent =
    !twoSpaces &&
    indented.length > body.length * 0.02 &&
    indented.length >= 2 &&
    runs.length < indented.length * 0.5;
  /** Whether gaps stand between paragraphs, and not around a few headings alone. */
  const byGap =
    !twoSpaces &&
    body.filter(({ number }) => (gaps.get(number) ?? 0) > usual && !isPageStart(number)).length >=
      Math.max(1, body.length * 0.012);

  function bodyBefore(number: number): SourceLine | undefined {
    return body[(indexOf.get(number) ?? 0) - 1];
  }
  function isPageStart(number: number): boolean {
    const before = bodyBefore(number);
    return starts.some((start) => start <= number && start > (before?.number ?? 0));
  }

  let open: LaidBlock | undefined;
  body.forEach((line, i) => {
    const before = body[i - 1];
    const next = body[i + 1];
    const startsPage = before !== undefined && isPageStart(line.number);
    const gap = before ? (gaps.get(line.number) ?? 0) : Infinity;
    const ended =
      before === undefined ||
      open?.kind === 'heading' ||
      / {2}\r?$/.test(before.raw) ||
      endsSentence(before.text);
    const isApart = gap > usual || startsPage;
    /** A chapter may have its number in one line and its title in the next. */
    const isChapter = open?.kind === 'heading' && before !== undefined && NAMED.test(before.text);
    const isCut = before !== undefined && DIVIDED.test(before.raw);
    const isTitle = isHeading(line, isCut ? undefined : next, {
      gap,
      usual,
      ended,
      isApart,
      width,
      gapAfter: next ? (gaps.get(next.number) ?? 0) : Infinity,
      isChapter,
    });
    if (isTitle) {
      const goesOn = gap <= usual || (isChapter && gap <= usual + 2);
      if (open?.kind === 'heading' && goesOn && !ROMAN.test(line.text)) open.lines.push(line.number);
      else blocks.push((open = { kind: 'heading', level: 2, lines: [line.number] }));
      return;
    }
    if (begins.has(line.number) && !isCut) blocks.push((open = { kind: 'heading', level: 2, lines: [] }));
    if (!open || open.kind === 'heading') return begin();
    if (beginsParagraph()) return begin();
    open.lines.push(line.number);

    function begin() {
      blocks.push((open = { kind: 'prose', level: 0, lines: [line.number] }));
    }

    function beginsParagraph(): boolean {
      const last = before as SourceLine;
      if (DIVIDED.test(last.raw)) return false;
      const fits = withNextWord(last, line) <= room;
      const decide = (reading: 'paragraph' | 'none', note: string) => {
        boundaries.push({ line: last.number, reading, note: `Line ${String(last.number)} ${note}` });
        doubts.push({
          line: last.number,
          kind: 'paragraph',
          fact: `${reading === 'none' ? 'No paragraph' : 'A paragraph'} ends here: the line ${note}`,
        });
        return reading === 'paragraph';
      };
      if (twoSpaces) {
        if (/ {2}\r?$/.test(last.raw)) return true;
        if (!endsSentence(last.text) || last.text.endsWith(':')) return false;
        return fits
          ? decide('paragraph', 'does not end in two spaces, but the next word would have fitted.')
          : decide('none', 'ends a sentence and leaves no room for the next word.');
      }
      if (
        byIndent &&
        line.indent > base &&
        line.indent < base + 20 &&
        (last.indent <= base || endsSentence(last.text))
      )
        return true;
      if (byGap && gap > usual && !startsPage) {
        if (all.some(({ number }) => number > last.number && number < line.number)) return across();
        if (!endsSentence(last.text) && /^\p{Ll}/u.test(line.text))
          return decide('paragraph', 'ends within a sentence, but there is a gap below it.');
        return true;
      }
      if (byGap && line.indent > base + 1 !== last.indent > base + 1 && !byIndent && endsSentence(last.text))
        return true;
      if (startsPage) return across();
      if (byGap || byIndent) return false;
      if (!endsSentence(last.text) || last.text.endsWith(':')) return false;
      if (fits) return decide('paragraph', 'ends a sentence, and the next word would have fitted.');
      return decide('none', 'ends a sentence and leaves no room for the next word.');

      /** A page or notes stand between, so a gap says nothing. */
      function across() {
        if (!endsSentence(last.text) || byIndent) return false;
        if (starts.length === 0) return decide('paragraph', 'ends a sentence, and notes stand below it.');
        return fits
          ? decide('paragraph', 'is the last of its page and short.')
          : decide('none', 'is the last of its page, ends a sentence and is full.');
      }
    }
  });
  for (const line of twoSpaces ? body : []) {
    const at = /[.!?]["”’)]? {2,}(?=\S)/.exec(line.text);
    if (!at) continue;
    boundaries.push({
      line: line.number,
      reading: 'none',
      inside: at.index + at[0].trimEnd().length,
      note: `Two spaces stand inside line ${String(line.number)}; perhaps a paragraph ended there.`,
    });
    doubts.push({
      line: line.number,
      kind: 'paragraph',
      fact: 'Two spaces stand after a sentence inside the line; perhaps a paragraph ended there.',
    });
  }
  shapeBlocks(blocks, body, base, width, doubts, twoSpaces || byIndent);
  return { blocks, boundaries, paragraphEnd: twoSpaces ? ('two-spaces' as const) : ('not-shown' as const) };
}

function withNextWord(line: SourceLine, next: SourceLine): number {
  return line.text.length + 1 + (next.text.split(/\s/)[0] ?? '').length;
}

/** Whether lines that end a paragraph, and hardly any others, end in two spaces. */
function endInTwoSpaces(body: SourceLine[]): boolean {
  const marked = body.filter(({ raw }) => / {2}\r?$/.test(raw));
  return (
    marked.length >= 2 &&
    marked.length < body.length * 0.5 &&
    marked.filter(({ text }) => endsSentence(text) || ROMAN.test(text)).length > marked.length * 0.85
  );
}

/** Whether a line is a heading: short, apart, and no sentence. */
function isHeading(
  { text }: SourceLine,
  next: SourceLine | undefined,
  about: {
    gap: number;
    usual: number;
    ended: boolean;
    isApart: boolean;
    width: number;
    gapAfter: number;
    isChapter: boolean;
  },
): boolean {
  // After a wide gap even a line that ends no sentence is over.
  if ((!about.ended && about.gap <= about.usual + 1) || !next || text.length > 90) return false;
  if (about.isApart && (ROMAN.test(text) || NAMED.test(text))) return true;
  if (about.isChapter && about.isApart && text === text.toUpperCase() && /\p{L}{2}/u.test(text)) return true;
  const isShort = text.length < Math.max(about.width, 30) * 0.85 && text.split(/\s+/).length <= 12;
  if (!isShort || /[.,;:!?\-–”"]$/.test(text) || !/^[\p{Lu}\d“"]/u.test(text) || !/\p{L}{2}/u.test(text))
    return false;
  const isCapitals = text === text.toUpperCase();
  if (about.isApart && isCapitals) return true;
  return about.isApart && about.gap > about.usual && about.gapAfter > about.usual;
}

/** Blocks that are set in from the text are quotations, and short lines with capitals verse. */
function shapeBlocks(
  blocks: LaidBlock[],
  body: SourceLine[],
  base: number,
  width: number,
  doubts: Doubt[],
  marksParagraphs: boolean,
) {
  const lineOf = new Map(body.map((line) => [line.number, line]));
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    const own = block.lines.map((number) => lineOf.get(number) as SourceLine);
    const isIn = own.length > 1 && own.every(({ indent }) => indent > base + 1);
    const isShort =
      own.length > 1 &&
      own.every(({ text }) => text.length < width * 0.85) &&
      own.filter(({ text }) => /^[“"‘']?\p{Lu}/u.test(text)).length > own.length * 0.6;
    const divides = own.some(({ raw }) => DIVIDED.test(raw));
    if (isShort && (isIn || !marksParagraphs) && !divides) {
      block.kind = 'verse';
      doubts.push({
        line: own[0]?.number ?? 1,
        kind: 'paragraph',
        fact: 'Short lines with capitals: taken as verse.',
      });
    } else if (isIn) block.kind = 'quotation';
  }
}
