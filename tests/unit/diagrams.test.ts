import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { layOut, type Box, type Drawing } from '../../src/diagrams/layout.ts';
import { assemble } from '../../src/edition/assemble.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const { diagrams, sources } = edition;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The straight pieces of every line, each as a box without breadth. */
function pieces({ edges }: Drawing): (Box & { edge: number })[] {
  return edges.flatMap(({ points }, edge) =>
    points.slice(1).map((to, index) => {
      const from = points[index] as { x: number; y: number };
      return {
        edge,
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x),
        height: Math.abs(from.y - to.y),
      };
    }),
  );
}

describe('the diagrams', () => {
  test('are one for each source, with parts that rest on words of it', () => {
    expect(diagrams.map(({ source }) => source.id)).toEqual(sources.map(({ id }) => id));
    for (const { source, nodes, edges } of diagrams) {
      for (const { at } of [...nodes, ...edges]) {
        expect(at.every((passage) => passage.source === source)).toBe(true);
        const quoted = at.flatMap((one) => ('words' in one ? [one] : []));
        expect(quoted.length).toBeGreaterThan(0);
        for (const { paragraphs, words, start, end } of quoted)
          expect(paragraphs[0]?.words.slice(start, end)).toBe(words);
      }
    }
  });

  test('set no two nodes of one label, and no edge twice', () => {
    for (const { nodes, edges } of diagrams) {
      expect(new Set(nodes.map(({ label }) => label)).size).toBe(nodes.length);
      expect(new Set(edges.map(({ from, to }) => `${from} ${to}`)).size).toBe(edges.length);
    }
  });
});

describe.each(diagrams.map((diagram) => [diagram.id, diagram] as const))(
  'the drawing of %s',
  (_, diagram) => {
    test('has every node and edge, inside its frame', async () => {
      const { nodes, edges, width, height } = await layOut(diagram);
      expect(nodes.map(({ node }) => node.id)).toEqual(diagram.nodes.map(({ id }) => id));
      expect(edges.map(({ edge }) => edge)).toEqual(diagram.edges);
      for (const box of [...nodes, ...edges.map(({ label }) => label)]) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    });

    test('lets no node or label overlap another, and no line cross a word', async () => {
      const drawing = await layOut(diagram);
      const labels = drawing.edges.map(({ label, edge }) => ({ ...label, name: edge.label }));
      const boxes = [...drawing.nodes.map((one) => ({ ...one, name: one.node.label })), ...labels];
      const faults = boxes.flatMap((a, index) =>
        boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.name} / ${b.name}`] : [])),
      );
      for (const piece of pieces(drawing)) {
        for (const [edge, label] of labels.entries())
          if (edge !== piece.edge && overlap(piece, label)) faults.push(`a line / ${label.name}`);
        for (const { node, ...box } of drawing.nodes)
          if (overlap(piece, box)) faults.push(`a line / ${node.label}`);
      }
      expect(faults).toEqual([]);
    });

    test('leads each line from its node to its node', async () => {
      const { nodes, edges } = await layOut(diagram);
      const touches = (id: string, point: { x: number; y: number } | undefined): boolean => {
        const box = nodes.find(({ node }) => node.id === id);
        if (!box || !point) return false;
        const isOnSide = [box.y, box.y + box.height].some((y) => Math.abs(point.y - y) < 1);
        return isOnSide && point.x >= box.x && point.x <= box.x + box.width;
      };
      for (const { edge, points } of edges)
        expect([touches(edge.from, points[0]), touches(edge.to, points.at(-1))]).toEqual([true, true]);
    });

    test('begins at the head of the page, or at its foot', async () => {
      const { nodes } = await layOut(diagram);
      const first = nodes.filter(({ node }) => node.level === 0);
      const others = nodes.filter(({ node }) => node.level > 0);
      for (const a of first)
        for (const b of others)
          expect(diagram.direction === 'up' ? b.y + b.height <= a.y : a.y + a.height <= b.y).toBe(true);
    });

    test('is the same whenever it is made', async () => {
      expect(await layOut(diagram)).toEqual(await layOut(diagram));
    });
  },
);
