/**
 * The format of `text.md` and of the bodies of editor's notes: a strict subset of CommonMark with
 * footnotes and block ids. This is the only file that knows the block level of that format.
 */
import { parseInlines, type Line } from './inlines.ts';
import type { ParagraphKind, Place, Text } from './model.ts';
import type { Problem, Result } from './problem.ts';
import type { ProblemCode } from './problems/catalogue.ts';

/** A block as it stands in the file; `anchor` is undefined while the editor has given none. */
export interface Block {
  type: 'block';
  kind: ParagraphKind;
  anchor: string | undefined;
  text: Text;
  place: Place;
  /** The last line of the block, where its anchor belongs. */
  lastLine: number;
}

export interface Heading {
  type: 'heading';
  level: number;
  /** Empty where the heading is not known. */
  words: string;
  supplied: boolean;
  anchor: string | undefined;
  place: Place;
}

export interface NoteDefinition {
  label: string;
  paragraphs: Text[];
  place: Place;
}

export interface TextFile {
  body: (Heading | Block)[];
  notes: NoteDefinition[];
}

const BLANK = /^[ \t]*$/;
const HEADING = /^(#{2,4}) (.*)$/s;
const NOTE = /^\[\^([a-z]+:[^\s[\]^]+)\]:[ \t]*(.*)$/s;
const ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?=[^ \t])/;
const ANCHOR_AT_END = /(?:^|[ \t])\^([ps]\d+[a-z]*)[ \t]*$/;
const CARET_AT_END = /(?:^|[ \t])\^\S*[ \t]*$/;

/** What CommonMark would not read as a line of a paragraph. */
const LINE_STARTS: [RegExp, string][] = [
  [/^#{1,6}(?:[ \t]|$)/, 'a heading'],
  [/^([-_*])(?:[ \t]*\1){2,}[ \t]*$/, 'a thematic break'],
  [/^(?:=+|-+)[ \t]*$/, 'the underline of a heading'],
  [/^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/, 'a list item'],
  [/^>/, 'a block quotation'],
  [/^~~~/, 'a code block'],
  [/^\|/, 'a table'],
];

/** Reads a file of the format. `links` allows links: in editor's notes only. */
export function parseMarkdown(
  source: string,
  file: string,
  { links = false, firstLine = 1 } = {},
): Result<TextFile> {
  const lines: Line[] = source
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((text, index) => ({ text: text.replace(/\r$/, ''), line: index + firstLine, column: 1 }));
  const problems: Problem[] = [];
  const body: (Heading | Block)[] = [];
  const notes: NoteDefinition[] = [];
  let i = 0;

  while (i < lines.length) {
    const line = lines[i] as Line;
    if (BLANK.test(line.text)) {
      i += 1;
    } else if (HEADING.test(line.text)) {
      body.push(heading(line));
      i += 1;
    } else if (NOTE.test(line.text)) {
      i = note(i);
    } else if (line.text.startsWith('>')) {
      i = quotation(i);
    } else if (ITEM.test(line.text)) {
      i = item(i);
    } else {
      const taken = take(i, (text) => !HEADING.test(text) && !NOTE.test(text));
      block('prose', taken);
      i += taken.length;
    }
  }
  return { value: { body, notes }, problems };

  function at({ line, column }: Line): Place {
    return { file, line, column };
  }

  function report(code: ProblemCode, line: Line, fact: string, action: string) {
    problems.push({ code, place: at(line), fact, action });
  }

  /** Lines from `from` to the next empty one, or to the first that `goesOn` refuses. */
  function take(from: number, goesOn: (text: string) => boolean): Line[] {
    let end = from + 1;
    while (end < lines.length && !BLANK.test(lines[end]?.text ?? '') && goesOn(lines[end]?.text ?? ''))
      end += 1;
    return lines.slice(from, end);
  }

  function heading(line: Line): Heading {
    const [, marks = '', rest = ''] = HEADING.exec(line.text) ?? [];
    const { text, anchor } = splitAnchor(rest, line, 's');
    const bracketed = /^[ \t]*\[(.*)\][ \t]*$/s.exec(text);
    const parsed = parseInlines(
      [{ text: bracketed?.[1] ?? text, line: line.line, column: marks.length + 2 }],
      { file, links: false },
    );
    problems.push(...parsed.problems);
    if (parsed.text.points.length > 0 || parsed.text.spans.length > 0) {
      report(
        'heading-marks',
        line,
        'A heading holds a note call, a page break or an emphasis.',
        'Move it to the paragraph that follows.',
      );
    }
    if (!bracketed && parsed.text.words === '') {
      report(
        'heading-empty',
        line,
        'This heading has no words.',
        'Write `## []` for a division whose heading is not known.',
      );
    }
    return {
      type: 'heading',
      level: marks.length,
      words: parsed.text.words,
      supplied: bracketed !== null,
      anchor,
      place: at(line),
    };
  }

  function note(from: number): number {
    const first = lines[from] as Line;
    const [whole = '', label = '', rest = ''] = NOTE.exec(first.text) ?? [];
    const paragraphs: Text[] = [];
    const add = (taken: Line[]) => {
      taken.forEach(checkLineStart);
      const parsed = parseInlines(taken, { file, links });
      problems.push(...parsed.problems);
      if (parsed.text.words !== '') paragraphs.push(parsed.text);
    };
    const goesOn = (text: string) => !NOTE.test(text) && !HEADING.test(text);
    const taken = take(from, goesOn);
    add([{ text: rest, line: first.line, column: whole.length - rest.length + 1 }, ...taken.slice(1)]);
    let i = from + taken.length;
    // Further paragraphs of a note are indented by four spaces.
    for (;;) {
      let next = i;
      while (next < lines.length && BLANK.test(lines[next]?.text ?? '')) next += 1;
      if (next >= lines.length || !/^(?: {4}|\t)/.test(lines[next]?.text ?? '')) break;
      const more = take(next, goesOn);
      add(more.map((line) => ({ ...line, text: line.text.replace(/^(?: {4}|\t)/, ''), column: 5 })));
      i = next + more.length;
    }
    if (paragraphs.length === 0) {
      report(
        'note-empty',
        first,
        `Note \`${label}\` has no words.`,
        'Write its text after the colon, as the witness has it.',
      );
    }
    notes.push({ label, paragraphs, place: at(first) });
    return i;
  }

  function quotation(from: number): number {
    const taken = take(from, (text) => text.startsWith('>'));
    const inner = taken.map((line) => {
      const mark = /^> ?/.exec(line.text)?.[0].length ?? 1;
      return { text: line.text.slice(mark), line: line.line, column: mark + 1 };
    });
    let part: Line[] = [];
    for (const line of [...inner, { text: '', line: 0, column: 1 }]) {
      if (!BLANK.test(line.text)) part.push(line);
      else if (part.length > 0) {
        block('quotation', part);
        part = [];
      }
    }
    return from + taken.length;
  }

  function item(from: number): number {
    const taken = take(from, (text) => !ITEM.test(text) && !HEADING.test(text) && !NOTE.test(text));
    const first = taken[0] as Line;
    const marker = ITEM.exec(first.text)?.[0] ?? '';
    // A printed number is a word of the text; a bullet is layout.
    const isNumbered = /^\d/.test(marker);
    const head = isNumbered
      ? { ...first, text: first.text.replace(/^(\d+)/, '$1\\') }
      : { ...first, text: first.text.slice(marker.length), column: marker.length + 1 };
    block('item', [head, ...taken.slice(1)]);
    return from + taken.length;
  }

  function block(kind: ParagraphKind, taken: Line[]) {
    const first = taken[0] as Line;
    const last = taken.at(-1) as Line;
    if (/^(?: {4}|\t| {1,3}\t)/.test(first.text)) {
      report(
        'text-indented',
        first,
        'Four spaces at the start of a block would make it a code block in Markdown.',
        'Remove the spaces.',
      );
    }
    taken.forEach((line, index) => {
      if (index > 0 || kind === 'prose') checkLineStart(line);
    });
    const { text: lastText, anchor } = splitAnchor(last.text, last, 'p');
    const parsed = parseInlines([...taken.slice(0, -1), { ...last, text: lastText }], { file, links });
    problems.push(...parsed.problems);
    if (parsed.text.words === '') {
      report(
        'block-empty',
        first,
        'This block has no words.',
        'Put the mark or the anchor into the paragraph it belongs to.',
      );
      return;
    }
    const isVerse = parsed.text.points.some(({ type }) => type === 'line-break');
    body.push({
      type: 'block',
      kind: isVerse ? 'verse' : kind,
      anchor,
      text: parsed.text,
      place: at(first),
      lastLine: last.line,
    });
  }

  function checkLineStart(line: Line) {
    const text = line.text.replace(/^[ \t]+/, '');
    const found = LINE_STARTS.find(([pattern]) => pattern.test(text));
    if (found) {
      report(
        'text-line-start',
        line,
        `Markdown would read this line as ${found[1]}.`,
        'Escape its first mark with a backslash, or put an empty line before it if that is meant.',
      );
    }
  }

  function splitAnchor(
    text: string,
    line: Line,
    letter: 'p' | 's',
  ): { text: string; anchor: string | undefined } {
    const match = ANCHOR_AT_END.exec(text);
    if (match?.[1]?.startsWith(letter)) return { text: text.slice(0, match.index), anchor: match[1] };
    const caret = CARET_AT_END.exec(text);
    if (caret) {
      report(
        'anchor-malformed',
        { ...line, column: line.column + caret.index },
        `\`${caret[0].trim()}\` is not an anchor of a ${letter === 'p' ? 'paragraph' : 'division'}.`,
        `Write \`^${letter}12\`, or remove it and run \`npm run anchors\`; a caret of the text is written \`\\^\`.`,
      );
      return { text: text.slice(0, caret.index), anchor: undefined };
    }
    return { text, anchor: undefined };
  }
}
