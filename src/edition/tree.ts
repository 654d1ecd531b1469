import type { Point, Span, Text } from './model.ts';

type Stretch = Pick<Span, 'start' | 'end'>;

/** A text as nested nodes, for writing it out as HTML or XML. */
export type TreeNode<S extends Stretch = Span> =
  | { type: 'words'; words: string }
  | {
      type: 'span';
      span: S;
      /** False where an earlier piece of the same span stands before this one. */ isFirst: boolean;
      isLast: boolean;
      children: TreeNode<S>[];
    }
  | { type: 'point'; point: Point };

/**
 * Nests the spans of a text. Where two spans cross, the inner one is cut in pieces, so every word
 * stands in the result exactly once and in order. A point on the edge of a span stands outside it.
 */
export function toTree<S extends Stretch = Span>({
  words,
  spans,
  points,
}: Pick<Text, 'words' | 'points'> & { spans: S[] }): TreeNode<S>[] {
  return build(0, words.length, spans, points);

  function build(from: number, to: number, inside: S[], marks: Point[]): TreeNode<S>[] {
    const nodes: TreeNode<S>[] = [];
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
