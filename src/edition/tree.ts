import type { Point, Span, Text } from './model.ts';

/** A text as nested nodes, for writing it out as HTML or XML. */
export type TreeNode =
  | { type: 'words'; words: string }
  | {
      type: 'span';
      span: Span;
      /** False where an earlier piece of the same span stands before this one. */ isFirst: boolean;
      isLast: boolean;
      children: TreeNode[];
    }
  | { type: 'point'; point: Point };

/**
 * Nests the spans of a text. Where two spans cross, the inner one is cut in pieces, so every word
 * stands in the result exactly once and in order. A point on the edge of a span stands outside it.
 */
export function toTree({ words, spans, points }: Text): TreeNode[] {
  return build(0, words.length, spans, points);

  function build(from: number, to: number, inside: Span[], marks: Point[]): TreeNode[] {
    const nodes: TreeNode[] = [];
    let at = from;
    let restPoints = marks;
    let rest = inside;
    for (;;) {
      const span = rest[0];
      const stop = span ? Math.max(span.start, at) : to;
      plain(stop, span === undefined);
      if (!span) return nodes;
      const end = Math.min(span.end, to);
      const within = rest.slice(1).filter((other) => other.start < end);
      const after = rest.slice(1).filter((other) => other.end > end);
      const pointsWithin = restPoints.filter((point) => point.at < end);
      restPoints = restPoints.filter((point) => point.at >= end);
      nodes.push({
        type: 'span',
        span,
        isFirst: stop === span.start,
        isLast: end === span.end,
        children: build(stop, end, within, pointsWithin),
      });
      at = end;
      rest = after;
    }

    /** Words and points up to `stop`; points at `stop` itself too, since a span may begin there. */
    function plain(stop: number, isEnd: boolean) {
      for (const point of restPoints.filter((mark) => mark.at <= stop || isEnd)) {
        if (point.at > at) nodes.push({ type: 'words', words: words.slice(at, point.at) });
        at = Math.max(at, point.at);
        nodes.push({ type: 'point', point });
      }
      restPoints = isEnd ? [] : restPoints.filter((mark) => mark.at > stop);
      if (stop > at) nodes.push({ type: 'words', words: words.slice(at, stop) });
      at = Math.max(at, stop);
    }
  }
}
