import type { Decision } from '../schemas/apparatus.ts';
import type { Block, Heading, TextFile } from '../edition/markdown.ts';
import type { Point, Text } from '../edition/model.ts';
import { callPattern } from './foot-notes.ts';
import { judgeHyphen, wordList } from './hyphens.ts';
import type { Doubt, LaidNote, Layout, SourceLine } from './layout.ts';

export interface Composed {
  text: TextFile;
  decisions: Decision[];
  /** How the witness prints most calls, and those that it prints otherwise, by label. */
  calls: string | undefined;
  otherCalls: Record<string, string>;
  noteLines: Record<string, number | string>;
  onTheWhole: string[];
  /** Pages whose first word is in the text. */
  pages: Record<string, number>;
  doubts: Doubt[];
}

/** Words of a block with where each line begins; calls are taken out of them later. */
interface Draft {
  words: string;
  starts: { line: number; at: number }[];
  points: Point[];
}

const DIVIDED = /[\p{L}\p{N}][-‐¬\u00ad][ \t]?\r?$/u;

/** Makes the text of an edition from the lines of a witness as they were laid out. */
export function compose(lines: SourceLine[], layout: Layout, hand: 'author' | 'transcriber'): Composed {
  const doubts = [...layout.doubts];
  const decisions: Decision[] = [];
  const words = wordList(lines.map(({ text }) => text));
  const wrapped = layout.lines === 'wrapped' ? lines.filter(({ text }) => text.length > 20) : [];
  const divides = wrapped.filter(({ raw }) => DIVIDED.test(raw)).length > Math.max(wrapped.length * 0.02, 0);
  const lineAt = (number: number) => lines[number - 1] as SourceLine;

  for (const { from, to, note } of layout.omitted)
    decisions.push({
      kind: 'omitted',
      lines: range(from, to),
      lemma: lines
        .slice(from - 1, to)
        .map(({ text }) => text)
        .filter(Boolean)
        .join(' ')
        .replace(/\s+/g, ' '),
      note,
    });

  const drafts = new Map<Block, Draft>();
  const body: (Heading | Block)[] = [];
  let paragraphs = 0;
  let divisions = 0;
  const needsOpening =
    layout.blocks.some(({ kind }) => kind === 'heading') && layout.blocks[0]?.kind !== 'heading';
  if (needsOpening) body.push(heading('', 2));
  for (const block of layout.blocks) {
    const place = { file: 'text.md', line: block.lines[0] ?? 1 };
    if (block.kind === 'heading') {
      const text = block.lines
        .map((number) => lineAt(number).text)
        .join(' ')
        .replace(/[ \t]+/g, ' ');
      body.push({ ...heading(text, block.level), place });
      continue;
    }
    paragraphs += 1;
    const anchor = `p${String(paragraphs)}`;
    const draft = join(block.lines, anchor, block.kind === 'verse');
    const made: Block = {
      type: 'block',
      kind: block.kind,
      anchor,
      text: { words: '', spans: [], points: [] },
      place,
      lastLine: block.lines.at(-1) ?? 1,
    };
    drafts.set(made, draft);
    body.push(made);
  }

  const labels = labelsOf(layout.notes, hand, layout);
  const printed = attachCalls(layout.notes, labels, [...drafts.values()], doubts);
  const pages = placePages(layout.pages, [...drafts.values()], body, drafts);
  for (const [block, { words, points }] of drafts)
    block.text = { words, spans: [], points: points.toSorted((a, b) => a.at - b.at) };
  decideBoundaries(layout, [...drafts], decisions);

  const notes = layout.notes.map((note, i) => {
    const label = labels[i] ?? '';
    return { label, paragraphs: noteParagraphs(note, label), place: { file: 'text.md', line: note.from } };
  });
  // Where a label is not the printed number, a note without a call tells its number too.
  const uncalled = layout.notes.flatMap(({ mark, printed: number }, i): [string, string][] => {
    const label = labels[i] ?? '';
    return printed.has(label) || label.endsWith(`:${mark}`) ? [] : [[label, number]];
  });
  const templates = new Map<string, string[]>();
  for (const [label, mark] of printed) {
    const template = mark.replace(label.split(':')[1] ?? '', '{n}');
    templates.set(template, [...(templates.get(template) ?? []), label]);
  }
  const [calls] = [...templates]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([template]) => template)
    .filter((template) => template.includes('{n}'));
  return {
    text: { body, notes },
    decisions,
    calls: calls ?? (notes.length > 0 ? '{n}' : undefined),
    otherCalls: Object.fromEntries(
      [...printed, ...uncalled].filter(
        ([label, mark]) => mark !== (calls ?? '').replace('{n}', label.split(':')[1] ?? ''),
      ),
    ),
    noteLines: Object.fromEntries(layout.notes.map(({ from, to }, i) => [labels[i] ?? '', range(from, to)])),
    onTheWhole: labels.filter((label) => !printed.has(label)),
    pages,
    doubts: doubts.sort((a, b) => a.line - b.line),
  };

  function heading(words: string, level: number): Heading {
    divisions += 1;
    return {
      type: 'heading',
      level,
      words,
      supplied: words === '',
      anchor: `s${String(divisions)}`,
      place: { file: 'text.md', line: 1 },
    };
  }

  /** Joins lines to one text; `at` is where the apparatus speaks of its joins. */
  function join(numbers: number[], at: string, isVerse = false): Draft {
    const draft: Draft = { words: '', starts: [], points: [] };
    let pending = false;
    for (const number of numbers) {
      const line = lineAt(number);
      const text = line.text.replace(/[ \t]+/g, ' ');
      if (draft.words === '') draft.starts.push({ line: number, at: 0 });
      else if (pending) {
        const [second = ''] = text.split(/\s/);
        const head = /[^\s]+$/.exec(draft.words)?.[0] ?? '';
        const whole = decide(head, second, at, number - 1);
        draft.words = draft.words.slice(0, draft.words.length - head.length) + whole;
        const rest = text.slice(second.length);
        draft.starts.push({
          line: number,
          at: draft.words.length + (rest === '' ? 1 : (/^\s*/.exec(rest)?.[0].length ?? 0)),
        });
        draft.words += rest;
        pending = rest !== '' && layout.lines === 'wrapped' && DIVIDED.test(line.raw);
        continue;
      } else {
        if (isVerse) draft.points.push({ at: draft.words.length, type: 'line-break' });
        draft.words += isVerse ? '\n' : ' ';
        draft.starts.push({ line: number, at: draft.words.length });
      }
      draft.words += text;
      pending = layout.lines === 'wrapped' && DIVIDED.test(line.raw);
    }
    return draft;
  }

  function decide(first: string, second: string, at: string, line: number): string {
    const a = /[\p{L}\p{N}\p{M}'’-]*[-‐¬\u00ad]$/u.exec(first)?.[0] ?? first;
    const b = /^[\p{L}\p{M}'’-]+/u.exec(second)?.[0].replace(/['’-]+$/, '') ?? second;
    const lemma = b === '' ? second : b;
    const { reading, doubt } = judgeHyphen(a, lemma, words, divides);
    decisions.push({ kind: 'join', at, lemma: `${a}|${lemma}`, reading });
    if (doubt)
      doubts.push({ line, kind: 'hyphen', fact: `“${a}|${lemma}” is read as “${reading}”. ${doubt}` });
    return first.slice(0, first.length - a.length) + reading + second.slice(lemma.length);
  }

  function noteParagraphs({ from, to, printed: mark }: LaidNote, label: string): Text[] {
    const own = lines.slice(from - 1, to).filter(({ text }) => text !== '');
    const parts =
      layout.lines === 'paragraph' ? own.map(({ number }) => [number]) : [own.map(({ number }) => number)];
    return parts.map((numbers, i) => {
      const { words } = join(numbers, label);
      return { words: i === 0 ? words.slice(mark.length).trimStart() : words, spans: [], points: [] };
    });
  }
}

function range(from: number, to: number): number | string {
  return from === to ? from : `${String(from)}-${String(to)}`;
}

/** Labels by printed number; a number that stands twice gets its page before it. */
function labelsOf(notes: LaidNote[], hand: string, { pages }: Layout): string[] {
  const counts = new Map<string, number>();
  for (const { mark } of notes) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return notes.map(({ mark, from }, i) => {
    if (/^\d+$/.test(mark) && counts.get(mark) === 1) return `${hand}:${mark}`;
    const page = pages.findLast(({ line }) => line <= from)?.n ?? '1';
    const before = notes
      .slice(0, i)
      .filter((note) => (pages.findLast(({ line }) => line <= note.from)?.n ?? '1') === page).length;
    return `${hand}:${page}-${/^\d+$/.test(mark) ? mark : String(before + 1)}`;
  });
}

/** Finds the call of each note, in order, and takes it out of the words; returns the printed calls by label. */
function attachCalls(
  notes: LaidNote[],
  labels: string[],
  drafts: Draft[],
  doubts: Doubt[],
): Map<string, string> {
  const printed = new Map<string, string>();
  let from = { draft: 0, at: 0 };
  notes.forEach(({ mark, scope, from: line }, i) => {
    const label = labels[i] ?? '';
    const pattern = callPattern(mark, 'gu');
    const hits = drafts.flatMap((draft, index) =>
      [...draft.words.matchAll(pattern)]
        .map((match) => ({ draft, index, at: match.index, mark: match[0], line: lineOf(draft, match.index) }))
        .filter((hit) => hit.at > 0 && hit.line >= scope[0] && hit.line <= scope[1])
        .filter((hit) => hit.index > from.draft || (hit.index === from.draft && hit.at >= from.at)),
    );
    const [hit] = hits;
    if (!hit) {
      doubts.push({
        line,
        kind: 'note',
        fact: `No call of note ${mark} was found: it is kept as a note on the whole.`,
      });
      return;
    }
    if (hits.length > 1)
      doubts.push({
        line: hit.line,
        kind: 'call',
        fact: `Note ${mark} could be called at lines ${hits
          .slice(0, 6)
          .map((one) => String(one.line))
          .join(', ')}; the first was taken.`,
      });
    const { draft, at } = hit;
    draft.words = draft.words.slice(0, at) + draft.words.slice(at + hit.mark.length);
    for (const start of draft.starts) if (start.at > at) start.at = Math.max(at, start.at - hit.mark.length);
    for (const point of draft.points) if (point.at > at) point.at -= hit.mark.length;
    draft.points.push({ at, type: 'call', label });
    printed.set(label, hit.mark);
    from = { draft: hit.index, at };
  });
  for (const draft of drafts) {
    for (const match of draft.words.matchAll(/\[(\d{1,3})\]/g))
      doubts.push({
        line: lineOf(draft, match.index),
        kind: 'call',
        fact: `“${match[0]}” looks like a call, but there is no such note; it is kept as words.`,
      });
  }
  return printed;
}

function lineOf({ starts }: Draft, at: number): number {
  return starts.findLast((start) => start.at <= at)?.line ?? starts[0]?.line ?? 1;
}

/** Sets each page break before the first word that begins on the page. */
function placePages(
  pages: Layout['pages'],
  drafts: Draft[],
  body: (Heading | Block)[],
  made: Map<Block, Draft>,
): Record<string, number> {
  const placed: Record<string, number> = {};
  const order = body.flatMap((part) => (part.type === 'block' ? [made.get(part) as Draft] : []));
  for (const { n, line } of pages) {
    const draft = order.find(({ starts }) => starts.some((start) => start.line >= line));
    const start = draft?.starts.find((one) => one.line >= line);
    if (!draft || !start || !drafts.includes(draft)) continue;
    if (start.at >= draft.words.length) {
      // Nothing but the second half of a word stands on the page’s line: the next word begins it.
      const next = order[order.indexOf(draft) + 1];
      if (!next) continue;
      next.points.unshift({ at: 0, type: 'milestone', unit: 'page', n });
    } else draft.points.push({ at: start.at, type: 'milestone', unit: 'page', n });
    placed[n] = line;
  }
  return placed;
}

function decideBoundaries(layout: Layout, drafts: [Block, Draft][], decisions: Decision[]): void {
  const firstWords = (text: string) => /^\S+(?:\s+\S+){0,2}/.exec(text)?.[0] ?? '';
  const lastWords = (text: string) => /(?:\S+\s+){0,2}\S+$/.exec(text)?.[0] ?? '';
  const safe = (text: string) => text.replaceAll('|', '');
  for (const { line, reading, note, inside } of layout.boundaries) {
    const index = drafts.findIndex(([, { starts }]) => starts.some((start) => start.line === line));
    const [block, draft] = drafts[index] ?? [];
    if (!block || !draft) continue;
    const starts = draft.starts;
    const own = starts.findIndex((start) => start.line === line);
    let at = starts[own + 1]?.at ?? draft.words.length;
    if (inside !== undefined) at = Math.min((starts[own]?.at ?? 0) + inside + 1, draft.words.length);
    const isEnd = reading === 'paragraph';
    const before = lastWords((isEnd ? draft.words : draft.words.slice(0, at)).trimEnd());
    const after = firstWords(
      isEnd ? (drafts[index + 1]?.[1].words ?? '') : draft.words.slice(at).trimStart(),
    );
    if (before === '' || after === '' || safe(before) !== before || safe(after) !== after) continue;
    decisions.push({ kind: 'boundary', at: block.anchor ?? '', lemma: `${before}|${after}`, reading, note });
  }
}
