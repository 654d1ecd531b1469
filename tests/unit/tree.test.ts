import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point, Span } from '../../src/edition/model.ts';
import { toTree, type TreeNode } from '../../src/edition/tree.ts';

const WORDS = 'Remove what stands off the words, and the words remain.';

function wordsOf(nodes: TreeNode[]): string {
  return nodes
    .map((node) => (node.type === 'words' ? node.words : node.type === 'span' ? wordsOf(node.children) : ''))
    .join('');
}

function pointsOf(nodes: TreeNode[], at = { offset: 0 }): { at: number; found: number }[] {
  return nodes.flatMap((node) => {
    if (node.type === 'span') return pointsOf(node.children, at);
    if (node.type === 'point') return [{ at: node.point.at, found: at.offset }];
    at.offset += node.words.length;
    return [];
  });
}

test('a tree has every word once and in order, and every point at its place, however spans cross', () => {
  const span = fc.tuple(fc.nat(WORDS.length), fc.nat(WORDS.length)).filter(([a, b]) => a !== b);
  const spans = fc
    .array(span, { maxLength: 6 })
    .map((pairs) =>
      pairs
        .map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b), mark: { type: 'emphasis' } }))
        .sort((a, b) => a.start - b.start || b.end - a.end),
    );
  const points = fc
    .array(fc.nat(WORDS.length), { maxLength: 6 })
    .map((offsets) =>
      offsets.sort((a, b) => a - b).map((at): Point => ({ at, type: 'milestone', unit: 'page', n: '1' })),
    );
  fc.assert(
    fc.property(spans, points, (someSpans, somePoints) => {
      const tree = toTree({ words: WORDS, spans: someSpans, points: somePoints });
      expect(wordsOf(tree)).toBe(WORDS);
      expect(pointsOf(tree)).toEqual(somePoints.map(({ at }) => ({ at, found: at })));
    }),
    { numRuns: 3000 },
  );
});
