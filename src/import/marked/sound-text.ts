import { parseMarkdown } from '../../edition/markdown.ts';
import type { ParagraphKind, Span, Text } from '../../edition/model.ts';
import { printTextFile } from '../../edition/print.ts';

/** A text whose emphases can be written in `text.md`; the others are taken off and doubted. */
export function soundText(text: Text, kind: ParagraphKind, doubt: (fact: string) => void): Text {
  const spans = tidy(text);
  const whole = { ...text, spans };
  if (isSound(whole, kind)) return whole;
  const kept: Span[] = [];
  for (const span of spans) {
    if (isSound({ ...text, spans: [...kept, span].sort(inOrder) }, kind)) kept.push(span);
    else
      doubt(
        `The emphasis of “${text.words.slice(span.start, span.end)}” cannot be written here and is not kept.`,
      );
  }
  return { ...text, spans: kept.sort(inOrder) };
}

function isSound(text: Text, kind: ParagraphKind): boolean {
  if (text.spans.length === 0) return true;
  const place = { file: 'text.md' };
  const written = printTextFile({
    body: [{ type: 'block', kind, anchor: 'p1', text, place, lastLine: 1 }],
    notes: [],
  });
  const { value, problems } = parseMarkdown(written, 'text.md');
  const [read] = value.body;
  return (
    problems.length === 0 &&
    read?.type === 'block' &&
    read.text.words === text.words &&
    JSON.stringify(read.text.spans) === JSON.stringify(text.spans)
  );
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Spans without white space at their ends; what touches or crosses its like is one with it, or cut. */
function tidy({ words, spans }: Text): Span[] {
  const made: Span[] = [];
  for (const span of spans.toSorted(inOrder)) {
    const own = words.slice(span.start, span.end);
    const start = span.start + (own.length - own.trimStart().length);
    const end = span.end - (own.length - own.trimEnd().length);
    const like = made.findLast(({ mark, end: last }) => mark.type === span.mark.type && last >= start);
    if (end <= start) continue;
    if (like) like.end = Math.max(like.end, end);
    else made.push({ ...span, start, end });
  }
  // What crosses another kind of emphasis ends with it.
  for (const one of made)
    for (const other of made)
      if (other.start < one.start && one.start < other.end && other.end < one.end) one.end = other.end;
  return made.filter(({ start, end }) => end > start).sort(inOrder);
}
