import type { Span, Text } from './model.ts';

/**
 * Words of a paragraph as a text of their own: with its spans and line ends, without calls and page
 * breaks; what is withheld stays marked.
 */
export function textOfExcerpt({ words, spans, points }: Text, start: number, end: number): Text {
  return {
    words: words.slice(start, end),
    spans: spans.flatMap((span): Span[] => {
      const from = Math.max(span.start, start);
      const to = Math.min(span.end, end);
      return from < to ? [{ ...span, start: from - start, end: to - start }] : [];
    }),
    points: points.flatMap((point) =>
      (point.type === 'line-break' && point.at > start && point.at < end) ||
      (point.type === 'withheld' && point.at >= start && point.at <= end)
        ? [{ ...point, at: point.at - start }]
        : [],
    ),
  };
}
