/** Sets a text of the edition anew, as other files would have it. */
import { readFileSync } from 'node:fs';
import { parseMarkdown } from '../../../src/edition/markdown.ts';
import type { Text } from '../../../src/edition/model.ts';

/** A text as it should come back: its paragraphs without calls, and its notes in order. */
export interface Original {
  parts: { heading: string | undefined; words: string; calls: { at: number; note: number }[] }[];
  notes: string[];
}

export function original(id: string, paragraphs = Infinity): Original {
  const { value } = parseMarkdown(readFileSync(`content/sources/${id}/text.md`, 'utf8'), 'text.md');
  const body = value.body.slice(0, paragraphs);
  const labels: string[] = [];
  const parts = body.map((part) => {
    if (part.type === 'heading') return { heading: part.supplied ? '' : part.words, words: '', calls: [] };
    return { heading: undefined, words: part.text.words, calls: callsOf(part.text, labels) };
  });
  const notes = labels.map(
    (label) => value.notes.find((note) => note.label === label)?.paragraphs[0]?.words ?? '',
  );
  return { parts: parts.filter(({ heading }) => heading !== ''), notes };
}

function callsOf({ points }: Text, labels: string[]) {
  return points.flatMap((point) => {
    if (point.type !== 'call') return [];
    labels.push(point.label);
    return [{ at: point.at, note: labels.length }];
  });
}

export interface Setting {
  width?: number;
  /** How paragraphs are told apart. */
  paragraphs?: 'blank' | 'indent' | 'tab' | 'two-spaces' | 'one-line';
  /** The call of note n, and what stands before its words. */
  call?: (n: number) => string;
  number?: (n: number) => string;
  notes?: 'foot' | 'end' | 'none';
  /** Lines on a page; none for one long page. */
  page?: number;
  pageBreak?: 'form-feed' | 'none';
  head?: string;
  pageNumbers?: boolean;
  hyphens?: boolean;
  columns?: boolean;
  blankBetweenLines?: boolean;
}

/** Wraps words at a width, dividing long ones where hyphens are allowed. */
function wrap(text: string, width: number, indent: string, hyphens: boolean): string[] {
  const lines: string[] = [];
  let line = indent;
  // Marks of calls have no width.
  const length = (words: string) => words.replace(/[\u0001\u0002]/g, '').length;
  for (const word of text.split(' ')) {
    const room = width - length(line) - (line.trim() === '' ? 0 : 1);
    if (length(word) <= room) line += (line.trim() === '' ? '' : ' ') + word;
    else if (hyphens && room > 4 && /^\p{Ll}{9,}[.,;]?$/u.test(word)) {
      lines.push(`${line} ${word.slice(0, 4)}-`);
      line = word.slice(4);
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

export function typeset({ parts, notes }: Original, setting: Setting): string {
  const {
    width = 66,
    paragraphs = 'blank',
    notes: where = 'end',
    call = (n) => `[${String(n)}]`,
    hyphens = false,
  } = setting;
  const { number = (n) => `[${String(n)}]` } = setting;
  const indent = paragraphs === 'indent' ? '   ' : paragraphs === 'tab' ? '\t' : '';
  const set = (text: string, first = indent) =>
    paragraphs === 'one-line' ? [text] : wrap(text, width, first, hyphens);
  const isApart = paragraphs === 'blank' || paragraphs === 'one-line';
  /** Lines of the text with the notes that they call. */
  const lines: { text: string; calls: number[] }[] = [];
  const push = (own: string[]) => {
    for (const text of own) lines.push({ text, calls: [] });
  };
  parts.forEach(({ heading, words, calls }, i) => {
    if (heading !== undefined) return push([...(i === 0 ? [] : ['', '']), heading, '']);
    if (isApart && parts[i - 1]?.heading === undefined && i > 0) push(['']);
    let text = words;
    for (const { at, note } of where === 'none' ? [] : calls.toReversed())
      text = text.slice(0, at) + `\u0001${String(note)}\u0002` + text.slice(at);
    const shown = text.replace(
      /\u0001(\d+)\u0002/g,
      (_, n: string) => `\u0001${call(Number(n))}\u0002${n}\u0003`,
    );
    const own = set(shown.replace(/\u0002\d+\u0003/g, '\u0002'));
    let next = 0;
    own.forEach((line, j) => {
      const count = line.split('\u0001').length - 1;
      const called = calls.slice(next, next + count).map(({ note }) => note);
      next += count;
      const end = paragraphs === 'two-spaces' ? (j === own.length - 1 ? '  ' : ' ') : '';
      lines.push({ text: line.replace(/[\u0001\u0002]/g, '') + end, calls: called });
    });
  });
  const note = (n: number) => set(`${number(n)} ${notes[n - 1] ?? ''}`, '');
  if (setting.page === undefined) {
    const own = notes.flatMap((_, i) => ['', ...note(i + 1)]);
    return (
      [...lines.map(({ text }) => text), ...(where === 'end' ? ['', 'Notes', ...own] : [])].join('\n') + '\n'
    );
  }
  return paged(
    lines,
    setting,
    where === 'foot' ? note : () => [],
    where === 'end' ? ['Notes', ...notes.flatMap((_, i) => ['', ...note(i + 1)])] : [],
  );
}

function paged(
  lines: { text: string; calls: number[] }[],
  { page = 40, pageBreak = 'form-feed', head, pageNumbers = false, columns = false, width = 66 }: Setting,
  note: (n: number) => string[],
  atEnd: string[],
): string {
  const pages: string[] = [];
  const all = [...lines, ...atEnd.map((text) => ({ text, calls: [] }))];
  const size = columns ? page * 2 : page;
  for (let i = 0; i < all.length; i += size) {
    const own = all.slice(i, i + size);
    const n = pages.length + 1;
    const left = own.slice(0, page).map(({ text }) => text);
    const right = own.slice(page).map(({ text }) => text);
    const body = columns
      ? left.map((text, j) => `${text.padEnd(width + 6)}${right[j] ?? ''}`.trimEnd())
      : left;
    const foot = own.flatMap(({ calls }) => calls).flatMap((one) => note(one));
    pages.push(
      [
        ...(head === undefined ? [] : [`${head}${n % 2 === 0 ? '' : ''}`, '']),
        ...body,
        ...(foot.length > 0 ? ['', ...foot] : []),
        ...(pageNumbers ? ['', String(n + 100)] : []),
      ].join('\n'),
    );
  }
  return pages.join(pageBreak === 'form-feed' ? '\n\f' : '\n') + '\n';
}
