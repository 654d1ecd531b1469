import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content-files.ts';
import { layOut, type Box, type Drawing } from '../../src/diagrams/layout.ts';
import { layOutNarrow } from '../../src/diagrams/narrow-layout.ts';
import { textWidth } from '../../src/diagrams/text-width.ts';
import { assemble } from '../../src/edition/assemble.ts';

const { edition } = assemble(await readContent('.'));
if (!edition) throw new Error('The edition cannot be read.');
const { diagrams, sources } = edition;
const drawn = await Promise.all(
  diagrams.map(async (diagram) => ({ diagram, drawing: await layOut(diagram) })),
);

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

describe.each(drawn)('the drawing of $diagram.id', ({ diagram, drawing }) => {
  test('has every node and edge, inside its frame', () => {
    const { nodes, edges, width, height } = drawing;
    expect(nodes.map(({ node }) => node.id)).toEqual(diagram.nodes.map(({ id }) => id));
    expect(edges.map(({ edge }) => edge)).toEqual(diagram.edges);
    for (const box of [...nodes, ...edges.map(({ label }) => label)]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  test('lets no node or label overlap another, and no line cross a word', () => {
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

  test('leads each line from its node to its node', () => {
    const { nodes, edges } = drawing;
    const touches = (id: string, point: { x: number; y: number } | undefined): boolean => {
      const box = nodes.find(({ node }) => node.id === id);
      if (!box || !point) return false;
      const isOnSide = [box.y, box.y + box.height].some((y) => Math.abs(point.y - y) < 1);
      return isOnSide && point.x >= box.x && point.x <= box.x + box.width;
    };
    for (const { edge, points } of edges)
      expect([touches(edge.from, points[0]), touches(edge.to, points.at(-1))]).toEqual([true, true]);
  });

  test('begins at the head of the page, or at its foot', () => {
    const { nodes } = drawing;
    const first = nodes.filter(({ node }) => node.level === 0);
    const others = nodes.filter(({ node }) => node.level > 0);
    for (const a of first)
      for (const b of others)
        expect(diagram.direction === 'up' ? b.y + b.height <= a.y : a.y + a.height <= b.y).toBe(true);
  });

  test('is the same whenever it is made', async () => {
    expect(await layOut(diagram)).toEqual(drawing);
  });
});

describe.each(diagrams)('the narrow drawing of $id', (diagram) => {
  const { nodes, rows, width, height } = layOutNarrow(diagram);

  test('has every node and edge, inside its frame', () => {
    expect(nodes.map(({ node }) => node.id).sort()).toEqual(diagram.nodes.map(({ id }) => id).sort());
    expect(rows.map(({ order }) => order).sort((a, b) => a - b)).toEqual([...diagram.edges.keys()]);
    for (const { edge, order, lines } of rows) {
      expect(diagram.edges[order]).toBe(edge);
      const target = diagram.nodes.find(({ id }) => id === edge.to)?.label ?? '';
      expect(lines.map(({ label, to }) => label + to).join(' ')).toBe(`${edge.label} → ${target}`);
    }
    for (const { x, y, width: wide, height: tall } of [...nodes, ...rows]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(width);
      expect(y + tall).toBeLessThanOrEqual(height);
    }
  });

  test('sets what leaves a node below it, and is large enough to touch', () => {
    const parts = [...nodes, ...rows].sort((a, b) => a.y - b.y);
    parts.slice(1).forEach((part, index) => {
      const before = parts[index] as Box;
      expect(part.y).toBeGreaterThanOrEqual(before.y + before.height);
    });
    for (const { height: tall } of parts) expect(tall).toBeGreaterThanOrEqual(24);
    let current = '';
    for (const part of parts) {
      if ('node' in part) current = part.node.id;
      else expect(part.edge.from).toBe(current);
    }
  });

  test('leads each line from its row to its node, over no word, in a lane of its node alone', () => {
    const words = Math.max(
      ...nodes.map((box) => box.x + box.width),
      ...rows.flatMap(({ x, lines }) => lines.map(({ label, to }) => x + textWidth(label + to, 15))),
    );
    for (const { edge, y, height: tall, points } of rows) {
      const [from, into, out, to] = points;
      const box = nodes.find(({ node }) => node.id === edge.to);
      expect(from.y).toBeGreaterThan(y);
      expect(from.y).toBeLessThan(y + tall);
      expect(into.x).toBeGreaterThan(words);
      expect(to.x).toBe((box?.x ?? 0) + (box?.width ?? 0));
      expect(out.y).toBe((box?.y ?? 0) + (box?.height ?? 0) / 2);
      for (const other of rows) {
        if (other.edge.to === edge.to || other.points[1].x !== into.x) continue;
        const [a, b] = [into.y, out.y].sort((one, two) => one - two) as [number, number];
        const [c, d] = [other.points[1].y, other.points[2].y].sort((one, two) => one - two) as [
          number,
          number,
        ];
        expect(b < c || d < a).toBe(true);
      }
    }
  });
});
