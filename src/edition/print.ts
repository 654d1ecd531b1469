import type { ParagraphKind, Point, Span, Text } from './model.ts';
import type { TextFile } from './markdown.ts';

/** Words written so that the format reads exactly these words back, anywhere inside a block. */
export function escapeWords(words: string): string {
  return words.replace(/[\\*`[\]&<~^:!_]/g, (char, index: number) => {
    const isInsideWord =
      char === '_' &&
      /[\p{L}\p{N}]/u.test(words.charAt(index - 1)) &&
      /[\p{L}\p{N}]/u.test(words.charAt(index + 1));
    const isPlain =
      isInsideWord ||
      (char === ':' && !/^[A-Za-z:]/.test(words.slice(index + 1))) ||
      (char === '&' && !/^[#A-Za-z]/.test(words.slice(index + 1))) ||
      (char === '!' && words.charAt(index + 1) !== '[');
    return isPlain ? char : `\\${char}`;
  });
}

/** Escapes what would be a block mark at the start of a line. */
function escapeStart(line: string): string {
  return line.replace(/^([-+=#>|~])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Writes a text in the format: the inverse of reading it. */
function printText({ words, spans, points }: Text): string {
  const events: { at: number; order: number; mark: string }[] = [];
  const marks = (span: Span): [string, string] => {
    if (span.mark.type === 'emphasis') return ['*', '*'];
    if (span.mark.type === 'strong') return ['**', '**'];
    if (span.mark.type === 'link') return ['[', `](${span.mark.href})`];
    return ['', ''];
  };
  spans.forEach((span, index) => {
    const [before, after] = marks(span);
    events.push(
      { at: span.start, order: 2 + index, mark: before },
      { at: span.end, order: -index - 1, mark: after },
    );
  });
  const point = (mark: Point) =>
    mark.type === 'call' ? `[^${mark.label}]` : mark.type === 'milestone' ? `:pb[${mark.n}]` : '\\';
  points.forEach((mark, index) =>
    events.push({ at: mark.at, order: 0.5 + index / (points.length + 1), mark: point(mark) }),
  );
  events.sort((a, b) => a.at - b.at || a.order - b.order);

  let result = '';
  let from = 0;
  for (const { at, mark } of events) {
    const before = escapeWords(words.slice(from, at));
    // `![` would begin an image.
    result += (mark.startsWith('[') ? before.replace(/!$/, '\\!') : before) + mark;
    from = at;
  }
  result += escapeWords(words.slice(from));
  return result.split('\n').map(escapeStart).join('\n');
}

/** Writes a whole file of the format. */
export function printTextFile({ body, notes }: TextFile): string {
  const parts = body.map((part) => {
    const anchor = part.anchor === undefined ? '' : ` ^${part.anchor}`;
    if (part.type === 'heading') {
      const words = escapeWords(part.words);
      return `${'#'.repeat(part.level)} ${part.supplied ? `[${words}]` : words}${anchor}`;
    }
    return inKind(part.kind, part.text) + anchor;
  });
  const definitions = notes.map(
    ({ label, paragraphs }) => `[^${label}]: ${paragraphs.map(printText).join('\n\n    ')}`,
  );
  return [...parts, ...definitions].join('\n\n') + '\n';
}

function inKind(kind: ParagraphKind, text: Text): string {
  const printed = printText(text);
  if (kind === 'quotation')
    return printed
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
  if (kind === 'item')
    return /^\d+[.)]\s+\S/.test(text.words) ? printed.replace(/^(\d+)\\/, '$1') : `- ${printed}`;
  return printed;
}
