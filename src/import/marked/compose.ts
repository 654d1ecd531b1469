import type { Block, Heading } from '../../edition/markdown.ts';
import type { Decision } from '../../schemas/apparatus.ts';
import { omission, printedCalls, range, textOf, type Composed, type Lines } from '../compose.ts';
import { wordList } from '../hyphens.ts';
import { readLines, type Doubt } from '../layout.ts';
import { asVerse, draftOf, type MarkedDraft, type Texts } from './drafts.ts';
import type { MarkedDocument } from './document.ts';
import { findNotes } from './find-notes.ts';
import { joinLoneNumbers } from './lone-numbers.ts';
import { numberNotes, type NumberedNote } from './number-notes.ts';
import { shapeLines } from './shape.ts';
import { writeWitness, type WrittenBlock } from './witness.ts';
import { attachUnlinked } from './unlinked-calls.ts';
import { soundText } from './sound-text.ts';

/** Takes the plain text out of a file with marks, and makes the text of an edition from both. */
export function composeMarked(
  { blocks, titleLevel }: Pick<MarkedDocument, 'blocks' | 'titleLevel'>,
  hand: 'author' | 'transcriber',
): { witness: string; made: Composed } {
  const { text: witness, written } = writeWitness(findNotes(joinLoneNumbers(shapeLines(blocks))));
  const lines = readLines(witness);
  const decisions: Decision[] = [];
  const doubts: Doubt[] = written.flatMap(({ block, lines: own }) =>
    block.doubts.map((doubt) => ({ line: own[0]?.line ?? 1, ...doubt })),
  );
  for (const part of leftOut(written)) {
    decisions.push(omission(lines, part));
    doubts.push({
      line: part.from,
      kind: 'stray',
      fact: `Left out: ${part.note} “${start(lines[part.from - 1]?.text)}”`,
    });
  }
  const notes = numberNotes(written, hand);
  const texts: Texts = {
    judging: { words: wordList(lines.map(({ text }) => text)), divides: true, decisions, doubts },
    labels: new Map([...notes].map(([id, { label }]) => [id, label])),
    printed: new Map(),
  };

  const pages: Record<string, number> = {};
  const levels = levelsOf(written, titleLevel);
  const body: (Heading | Block)[] = [];
  const drafts: { made: Block; draft: MarkedDraft }[] = [];
  /** Pages that begin where no mark can stand: they have it at the next paragraph. */
  let waiting: string[] = [];
  let [paragraphs, divisions] = [0, 0];
  const heading = (words: string, level: number, line: number): Heading => {
    divisions += 1;
    const place = { file: 'text.md', line };
    return { type: 'heading', level, words, supplied: words === '', anchor: `s${String(divisions)}`, place };
  };
  const inText = written.filter(({ block }) => block.kind !== 'omitted' && block.kind !== 'note');
  if (inText.some(({ block }) => block.kind === 'heading') && inText[0]?.block.kind !== 'heading')
    body.push(heading('', 2, 1));
  for (const one of written) {
    const { block } = one;
    const line = one.lines[0]?.line ?? 1;
    if (block.kind === 'omitted' || block.kind === 'note') {
      if (block.kind === 'note') for (const { n } of block.pages) pages[n] ??= line;
      waiting.push(...block.pages.map(({ n }) => n));
      continue;
    }
    if (block.kind === 'heading') {
      if (block.calls.length > 0)
        doubts.push({
          line,
          kind: 'call',
          fact: 'A note is called in this heading, which cannot hold a call: it is kept as words.',
        });
      else if (block.raised.length > 0)
        doubts.push({
          line,
          kind: 'call',
          fact: 'Something is raised in this heading, perhaps a call; it is kept as words.',
        });
      waiting.push(...block.pages.map(({ n }) => n));
      for (const { n } of block.pages) pages[n] ??= line;
      body.push(heading(block.words.replaceAll('\n', ' '), levels(block.level), line));
      continue;
    }
    paragraphs += 1;
    const anchor = `p${String(paragraphs)}`;
    const draft = draftOf(one, anchor, texts, pages);
    for (const n of waiting) {
      draft.points.unshift({ at: 0, type: 'milestone', unit: 'page', n });
      pages[n] ??= line;
    }
    waiting = draft.late;
    if (block.kind === 'verse') asVerse(draft);
    const made: Block = {
      type: 'block',
      kind: block.kind,
      anchor,
      text: { words: '', spans: [], points: [] },
      place: { file: 'text.md', line },
      lastLine: line,
    };
    drafts.push({ made, draft });
    body.push(made);
  }
  for (const n of waiting) delete pages[n];

  const printed = attachUnlinked(
    [...notes.values()],
    drafts.map(({ draft }) => draft),
    texts,
    doubts,
  );
  for (const { made, draft } of drafts) {
    made.text = soundText(textOf(draft), made.kind, (fact) =>
      doubts.push({ line: made.place.line ?? 1, kind: 'mark', fact }),
    );
    decisions.push(...draft.decisions(made.anchor ?? ''));
  }
  const definitions = [...notes.values()].map((note) => ({
    label: note.label,
    paragraphs: note.parts.map((part, i) => noteText(part, note, i, texts, doubts, decisions)),
    place: { file: 'text.md', line: note.line },
  }));
  const all = [...notes.values()];
  const made: Composed = {
    text: { body, notes: definitions },
    decisions,
    ...printedCalls(
      all,
      all.map(({ label }) => label),
      printed,
    ),
    noteLines: Object.fromEntries(all.map(({ label, parts }) => [label, linesOf(parts)])),
    onTheWhole: all.filter(({ label }) => !texts.printed.has(label)).map(({ label }) => label),
    pages,
    doubts: doubts.sort((a, b) => a.line - b.line),
  };
  return { witness, made };
}

function noteText(
  part: WrittenBlock,
  { label, printed }: NumberedNote,
  index: number,
  texts: Texts,
  doubts: Doubt[],
  decisions: Decision[],
) {
  const draft = draftOf(part, label, texts, {}, index === 0 ? printed : '');
  draft.points = draft.points.filter(({ type }) => type === 'call');
  decisions.push(...draft.decisions(label));
  if (draft.words.includes('\n')) draft.words = draft.words.replaceAll('\n', ' ');
  const line = part.lines[0]?.line ?? 1;
  return soundText(textOf(draft), 'prose', (fact) => doubts.push({ line, kind: 'mark', fact }));
}

/** What is left out, as runs of lines for one reason. */
function leftOut(written: WrittenBlock[]): { from: number; to: number; note: string }[] {
  const runs: { from: number; to: number; note: string; last: number }[] = [];
  written.forEach(({ block, lines }, i) => {
    if (block.kind !== 'omitted') return;
    const line = lines[0]?.line ?? 1;
    const run = runs.at(-1);
    if (run?.last === i - 1 && run.note === block.why) Object.assign(run, { to: line, last: i });
    else runs.push({ from: line, to: line, note: block.why, last: i });
  });
  return runs;
}

/** Levels of headings from 2 to 4, in the order of those that the file has; a title alone at its top is no level. */
function levelsOf(written: WrittenBlock[], titleLevel: number | undefined): (level: number) => number {
  const all = written.flatMap(({ block }) => (block.kind === 'heading' ? [block.level] : []));
  const [first = 1, ...rest] = all;
  const isTitle = first === titleLevel && rest.length > 0 && rest.every((level) => level > first);
  const ranks = [...new Set(isTitle ? rest : all)].sort((a, b) => a - b);
  return (level) => Math.min(4, 2 + Math.max(0, ranks.indexOf(level)));
}

function linesOf(parts: WrittenBlock[]): Lines | Lines[] {
  const ranges: { from: number; to: number }[] = [];
  for (const { lines } of parts) {
    const [from, to] = [lines[0]?.line ?? 1, lines.at(-1)?.line ?? 1];
    const last = ranges.at(-1);
    // An empty line stands between two blocks.
    if (last?.to === from - 2) last.to = to;
    else ranges.push({ from, to });
  }
  const written = ranges.map(({ from, to }) => range(from, to));
  return written.length === 1 && written[0] !== undefined ? written[0] : written;
}

function start(text = ''): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
