import type { Place, Point, Span, Text } from './model.ts';
import type { Problem } from './problem.ts';
import type { ProblemCode } from './problems/catalogue.ts';

/** One line of a block without its block marks; `column` is where `text` begins in the file, from 1. */
export interface Line {
  text: string;
  line: number;
  column: number;
}

interface Options {
  file: string;
  /** Links are markup of the editor's notes; a source's words may not hold one. */
  links: boolean;
}

/** What stands for itself wherever it stands; most of a text. */
const PLAIN = /[^\\*[\]:`_<&!~^]+/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const UNICODE_PUNCTUATION = /[\p{P}\p{S}]/u;
const SPACE = /\s/u;
const ALPHANUMERIC = /[\p{L}\p{N}]/u;
/** Characters that neither HTML nor XML can hold, and halves of surrogate pairs. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Reads the inlines of one block. The dialect is a subset of CommonMark (0.31.2): every mark that
 * CommonMark would act on is either known here or a problem, so nothing in a text changes unseen.
 * Known: `\` escapes, `*emphasis*`, `**strong**`, note calls `[^hand:n]`, page breaks `:pb[n]`,
 * a line break by `\` at a line's end, and links where `links` is set.
 */
export function parseInlines(lines: Line[], { file, links }: Options): { text: Text; problems: Problem[] } {
  const problems: Problem[] = [];
  const points: Point[] = [];
  const spans: Span[] = [];
  const open: { run: 1 | 2; start: number; place: Place }[] = [];
  let words = '';

  const report = (code: ProblemCode, place: Place, fact: string, action: string) => {
    problems.push({ code, place, fact, action });
  };

  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    let source = line.text.replace(/^[ \t]+/, '');
    const indent = line.text.length - source.length;
    source = source.replace(/[ \t]+$/, (tail) => {
      if (tail.length >= 2 && !isLast) {
        report(
          'line-break-spaces',
          place(indent + source.length - tail.length),
          'Two spaces at the end of a line would be a line break in Markdown.',
          'Remove the spaces, or end the line in a backslash if the line break belongs to the text.',
        );
      }
      return '';
    });

    function place(offset: number): Place {
      return { file, line: line.line, column: line.column + offset };
    }

    let i = 0;
    while (i < source.length) {
      PLAIN.lastIndex = i;
      const plain = PLAIN.exec(source)?.[0];
      if (plain !== undefined) {
        words += plain;
        i += plain.length;
        continue;
      }
      const char = source.charAt(i);
      const rest = source.slice(i, i + 200);
      const here = place(indent + i);
      let match: RegExpExecArray | null;

      if (char === '\\') {
        const next = source.charAt(i + 1);
        if (next === '' && !isLast) {
          points.push({ at: words.length, type: 'line-break' });
          i += 1;
        } else if (PUNCTUATION.test(next)) {
          words += next;
          i += 2;
        } else {
          words += char;
          i += 1;
        }
      } else if (char === '*') {
        i += emphasis(source, i, here);
      } else if (char === '[' && (match = /^\[\^([a-z]+):([^\s[\]^]+)\]/.exec(rest))) {
        points.push({ at: words.length, type: 'call', label: `${match[1] ?? ''}:${match[2] ?? ''}` });
        checkSpacing(source, i, match[0].length, here, 'note call');
        i += match[0].length;
      } else if (rest.startsWith('[^')) {
        report(
          'note-call-malformed',
          here,
          'This is not a note call.',
          'Write `[^author:3]` or `[^transcriber:2]`, or escape the bracket: `\\[^`.',
        );
        words += char;
        i += 1;
      } else if (
        links &&
        char === '[' &&
        (match = /^\[((?:[^[\]\\]|\\.)+)\]\(([^\s()]+)\)/.exec(source.slice(i)))
      ) {
        const inner = parseInlines([{ text: match[1] ?? '', line: line.line, column: here.column ?? 1 }], {
          file,
          links: false,
        });
        problems.push(...inner.problems);
        const start = words.length;
        words += inner.text.words;
        spans.push({ start, end: words.length, mark: { type: 'link', href: match[2] ?? '' } });
        spans.push(
          ...inner.text.spans.map((span) => ({ ...span, start: span.start + start, end: span.end + start })),
        );
        i += match[0].length;
      } else if (char === ':' && (match = /^:+([A-Za-z][\w-]*)[[{]/.exec(rest))) {
        i += directive(source, i, match[1] ?? '', here);
      } else {
        literal(source, i, here);
        words += char;
        i += 1;
      }
    }
    const broke = points.at(-1)?.type === 'line-break' && points.at(-1)?.at === words.length;
    if (!isLast && words !== '') words += broke ? '\n' : ' ';
  });

  for (const { run, place } of open) {
    report(
      'emphasis-unclosed',
      place,
      `The emphasis that \`${'*'.repeat(run)}\` opens is not closed in this block.`,
      'Close it, or escape the asterisk: `\\*`.',
    );
  }
  const forbidden = FORBIDDEN.exec(words);
  if (forbidden) {
    const first = lines[0];
    const code = forbidden[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    report(
      'text-control-character',
      { file, line: first?.line ?? 1, column: first?.column ?? 1 },
      `The block holds the character U+${code}, which no web page or XML file can hold.`,
      'Remove it.',
    );
  }
  return { text: trimmed(words, spans, points), problems };

  function emphasis(source: string, i: number, here: Place): number {
    const length = /^\*+/.exec(source.slice(i))?.[0].length ?? 1;
    const before = source.charAt(i - 1) || ' ';
    const after = source.charAt(i + length) || ' ';
    const opens =
      !SPACE.test(after) &&
      (!UNICODE_PUNCTUATION.test(after) || SPACE.test(before) || UNICODE_PUNCTUATION.test(before));
    const closes =
      !SPACE.test(before) &&
      (!UNICODE_PUNCTUATION.test(before) || SPACE.test(after) || UNICODE_PUNCTUATION.test(after));
    const innermost = open.at(-1);
    if (
      (length === 1 || length === 2) &&
      closes &&
      innermost?.run === length &&
      innermost.start < words.length
    ) {
      open.pop();
      spans.push({
        start: innermost.start,
        end: words.length,
        mark: { type: length === 1 ? 'emphasis' : 'strong' },
      });
    } else if (
      (length === 1 || length === 2) &&
      opens &&
      !closes &&
      !open.some(({ run }) => run === length)
    ) {
      open.push({ run: length, start: words.length, place: here });
    } else {
      report(
        'text-unescaped',
        here,
        `\`${'*'.repeat(length)}\` neither opens nor closes an emphasis here.`,
        'Escape each asterisk: `\\*`.',
      );
      words += '*'.repeat(length);
    }
    return length;
  }

  function directive(source: string, i: number, name: string, here: Place): number {
    const match = /^:pb\[([^\s[\]{}]+)\]/.exec(source.slice(i, i + 200));
    if (match) {
      points.push({ at: words.length, type: 'milestone', unit: 'page', n: match[1] ?? '' });
      checkSpacing(source, i, match[0].length, here, 'page break');
      return match[0].length;
    }
    if (name === 'pb') {
      report(
        'page-break-malformed',
        here,
        'This page break has no page.',
        'Write `:pb[2]`, with the page that begins here.',
      );
    } else {
      report(
        'directive-unknown',
        here,
        `\`:${name}\` is not a mark of this edition.`,
        'The only mark is `:pb[2]`; if the colon belongs to the text, escape it: `\\:`.',
      );
    }
    words += source.charAt(i);
    return 1;
  }

  /** A mark with a space on both sides would leave two spaces where the text has one. */
  function checkSpacing(source: string, i: number, length: number, here: Place, what: string) {
    const after = source.charAt(i + length);
    if (/[ \t]$/.test(words) && (after === ' ' || after === '\t')) {
      report(
        'mark-spaced',
        here,
        `This ${what} has a space on both sides, so the text would have two.`,
        'Attach it to the word it belongs to.',
      );
    }
  }

  /** Reports characters that CommonMark would not take literally. */
  function literal(source: string, i: number, here: Place) {
    const char = source.charAt(i);
    const rest = source.slice(i, i + 40);
    const before = source.charAt(i - 1);
    const after = source.charAt(i + 1);
    const acts =
      char === '`' ||
      (char === '_' && !(ALPHANUMERIC.test(before) && ALPHANUMERIC.test(after))) ||
      (char === '<' && /[A-Za-z/!?]/.test(after)) ||
      (char === '&' && /^&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]*);/.test(rest)) ||
      (char === ']' && /[([:]/.test(after)) ||
      (char === '!' && after === '[') ||
      rest.startsWith('~~');
    if (acts) {
      report(
        'text-unescaped',
        here,
        `Markdown would act on \`${char}\` here and change the words.`,
        `Escape it: \`\\${char}\`.`,
      );
    } else if (char === '^' && /^\^[ps]\d+[a-z]*(?=\s|$)/.test(rest) && /^\s?$/.test(before)) {
      report(
        'anchor-inside',
        here,
        'An anchor stands inside a block.',
        'An anchor ends its block: put an empty line after it, or escape it: `\\^`.',
      );
    }
  }
}

/** Takes white space off both ends of the words and moves what stands off them along. */
function trimmed(words: string, spans: Span[], points: Point[]): Text {
  const start = /^[ \t\n]*/.exec(words)?.[0].length ?? 0;
  const kept = words.slice(start).replace(/[ \t\n]+$/, '');
  const move = (offset: number) => Math.min(Math.max(offset - start, 0), kept.length);
  return {
    words: kept,
    spans: spans
      .map((span) => ({ ...span, start: move(span.start), end: move(span.end) }))
      .filter((span) => span.end > span.start)
      .sort((a, b) => a.start - b.start || b.end - a.end),
    points: points.map((point) => ({ ...point, at: move(point.at) })),
  };
}
