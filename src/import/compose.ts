import type { Block, Heading, TextFile } from '../edition/markdown.ts';
import type { Text } from '../edition/model.ts';
import { DIVIDED } from '../edition/witness.ts';
import type { Decision } from '../schemas/apparatus.ts';
import { attachCalls, labelsOf } from './calls.ts';
import { joinLines, type Draft, type Judging } from './drafts.ts';
import { wordList } from './hyphens.ts';
import {
  linesOfNote,
  type Doubt,
  type LaidBlock,
  type LaidNote,
  type Layout,
  type SourceLine,
} from './layout.ts';
import { decideBoundaries, placePages } from './line-ends.ts';

/** Lines of a witness, as `source.yaml` writes them. */
export type Lines = number | string;

/** What becomes of a witness: its text, and what the header and the apparatus say of it. */
export interface Composed {
  text: TextFile;
  decisions: Decision[];
  /** How the witness prints most calls, and those that it prints otherwise, by label. */
  calls: string | undefined;
  otherCalls: Record<string, string>;
  noteLines: Record<string, Lines | Lines[]>;
  onTheWhole: string[];
  /** Pages whose first word is in the text. */
  pages: Record<string, number>;
  doubts: Doubt[];
}

/** Makes the text of an edition from the lines of a witness as they were laid out. */
export function compose(lines: SourceLine[], layout: Layout, hand: 'author' | 'transcriber'): Composed {
  const doubts = [...layout.doubts];
  const decisions: Decision[] = layout.omitted.map((part) => omission(lines, part));
  const lineAt = (number: number) => lines[number - 1] as SourceLine;
  const judging = layout.lines === 'wrapped' ? { ...hyphensOf(lines), decisions, doubts } : undefined;

  const drafts = new Map<Block, Draft>();
  let [paragraphs, divisions] = [0, 0];
  const body = headed(layout.blocks).map((block): Heading | Block => {
    const place = { file: 'text.md', line: block.lines[0] ?? 1 };
    const own = block.lines.map(lineAt);
    if (block.kind === 'heading') {
      divisions += 1;
      const words = own
        .map(({ text }) => text)
        .join(' ')
        .replace(/[ \t]+/g, ' ');
      return {
        type: 'heading',
        level: block.level,
        words,
        supplied: words === '',
        anchor: `s${String(divisions)}`,
        place,
      };
    }
    paragraphs += 1;
    const anchor = `p${String(paragraphs)}`;
    const made: Block = {
      type: 'block',
      kind: block.kind,
      anchor,
      text: { words: '', spans: [], points: [] },
      place,
      lastLine: block.lines.at(-1) ?? 1,
    };
    drafts.set(made, joinLines(own, anchor, judging, block.kind === 'verse'));
    return made;
  });

  const labels = labelsOf(layout.notes, hand, layout.pages);
  const printed = attachCalls(layout.notes, labels, [...drafts.values()], doubts);
  const pages = placePages(layout.pages, [...drafts.values()], body, drafts);
  for (const [block, draft] of drafts) block.text = textOf(draft);
  decideBoundaries(layout, [...drafts], decisions);

  const notes = layout.notes.map((note, i) => {
    const label = labels[i] ?? '';
    const paragraphs = noteParagraphs(note, label, lineAt, judging);
    return { label, paragraphs, place: { file: 'text.md', line: note.from } };
  });
  return {
    text: { body, notes },
    decisions,
    ...printedCalls(layout.notes, labels, printed),
    noteLines: Object.fromEntries(layout.notes.map((note, i) => [labels[i] ?? '', noteRanges(note)])),
    onTheWhole: labels.filter((label) => !printed.has(label)),
    pages,
    doubts: doubts.sort((a, b) => a.line - b.line),
  };
}

/** The blocks, with a heading that is not known before those that stand before the first heading. */
function headed(blocks: LaidBlock[]): LaidBlock[] {
  const isOpen = blocks.some(({ kind }) => kind === 'heading') && blocks[0]?.kind !== 'heading';
  return isOpen ? [{ kind: 'heading', level: 2, lines: [] }, ...blocks] : blocks;
}

/** The words of the witness, and whether it divides words at line ends, which the share of its hyphens shows. */
function hyphensOf(lines: SourceLine[]): Pick<Judging, 'words' | 'divides'> {
  const long = lines.filter(({ text }) => text.length > 20);
  const divided = long.filter(({ raw }) => DIVIDED.test(raw));
  return { words: wordList(lines.map(({ text }) => text)), divides: divided.length > long.length * 0.02 };
}

export function omission(lines: SourceLine[], { from, to, note }: Layout['omitted'][number]): Decision {
  const own = lines.slice(from - 1, to).map(({ text }) => text);
  const lemma = own.filter(Boolean).join(' ').replace(/\s+/g, ' ');
  return { kind: 'omitted', lines: range(from, to), lemma, note };
}

export function textOf({ words, spans, points }: Draft): Text {
  // A call at the end of a line of verse stands before its line end.
  const order = ({ type }: Draft['points'][number]) => Number(type === 'line-break');
  return { words, spans, points: points.toSorted((a, b) => a.at - b.at || order(a) - order(b)) };
}

/** How the witness prints most of its calls, and by label those that it prints otherwise. */
export function printedCalls(
  notes: Pick<LaidNote, 'mark' | 'printed'>[],
  labels: string[],
  printed: Map<string, string>,
): Pick<Composed, 'calls' | 'otherCalls'> {
  const numberOf = (label: string) => label.split(':')[1] ?? '';
  // Where a label is not the printed number, a note without a call tells its number too.
  const uncalled = notes.flatMap(({ mark, printed: number }, i): [string, string][] => {
    const label = labels[i] ?? '';
    return printed.has(label) || number === '' || numberOf(label) === mark ? [] : [[label, number]];
  });
  const forms = Map.groupBy([...printed], ([label, mark]) => mark.replace(numberOf(label), '{n}'));
  const [calls] = [...forms]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([form]) => form)
    .filter((form) => form.includes('{n}'));
  const isNumbered = notes.some((note) => note.printed !== '');
  const usual = calls ?? (isNumbered ? '{n}' : undefined);
  const others = [...printed, ...uncalled].filter(
    ([label, mark]) => mark !== (usual ?? '').replace('{n}', numberOf(label)),
  );
  return { calls: usual, otherCalls: Object.fromEntries(others) };
}

function noteParagraphs(
  note: LaidNote,
  label: string,
  lineAt: (number: number) => SourceLine,
  judging: Judging | undefined,
): Text[] {
  const own = linesOfNote(note)
    .map(lineAt)
    .filter(({ text }) => text !== '');
  const parts = judging ? [own] : own.map((line) => [line]);
  return parts.map((part, i) => {
    const { words } = joinLines(part, label, judging, false);
    return { words: i === 0 ? words.slice(note.printed.length).trimStart() : words, spans: [], points: [] };
  });
}

function noteRanges({ from, to, more = [] }: LaidNote): Lines | Lines[] {
  const ranges = [{ from, to }, ...more].map((part) => range(part.from, part.to));
  return ranges.length === 1 && ranges[0] !== undefined ? ranges[0] : ranges;
}

export function range(from: number, to: number): Lines {
  return from === to ? from : `${String(from)}-${String(to)}`;
}
