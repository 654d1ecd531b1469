/**
 * A diagram for a phone: its nodes one below the other, what leaves each as rows under it, and the lines in
 * lanes at the right, one for each node that is reached. A layered drawing needs half as much width again.
 */
import type { Diagram, DiagramEdge, DiagramNode } from '../edition/model.ts';
import type { Box, DrawnNode } from './layout.ts';
import { textWidth, wrap } from './text-width.ts';

export interface DrawnRow extends Box {
  edge: DiagramEdge;
  /** Its place among the edges of the diagram, from 0. */
  order: number;
  lines: RowLine[];
  /** Corners of its line: from the row to its lane, along it, and back to the node that it reaches. */
  points: [Point, Point, Point, Point];
}

/** One line of a row: what passes, then whom it reaches. */
export interface RowLine {
  label: string;
  to: string;
}

interface Point {
  x: number;
  y: number;
}

/** All in pixels at the drawing's natural size. */
export interface NarrowDrawing {
  width: number;
  height: number;
  nodes: DrawnNode[];
  rows: DrawnRow[];
  /** From each node that sends something down beside its rows. */
  stems: { x: number; top: number; rows: number[] }[];
}

/** Letters of 15 pixels are still 12 on a screen of 320. */
export const NARROW = { width: 350, size: 15, nodeLine: 18, rowLine: 18, stem: 11, row: 24 } as const;
const LANE = 8;
/** Between two boxes, between words and lanes. */
const GAP = 16;

export function layOutNarrow(diagram: Diagram): NarrowDrawing {
  const ordered = inRows(diagram);
  const lanesOfTarget = assignLanes(diagram, ordered);
  const laneCount = Math.max(0, ...lanesOfTarget.values()) + 1;
  const laneX = (lane: number) => NARROW.width - 2 - (laneCount - 1 - lane) * LANE;
  const textEnd = laneX(0) - 12;

  const nodes: DrawnNode[] = [];
  const placed: Omit<DrawnRow, 'points'>[] = [];
  const stems: NarrowDrawing['stems'] = [];
  let y = 1;
  for (const node of ordered) {
    const lines = wrap(node.label, textEnd - 24, NARROW.size);
    const widest = Math.max(...lines.map((line) => textWidth(line, NARROW.size)));
    const height = lines.length * NARROW.nodeLine + 10;
    nodes.push({ node, lines, x: 1, y, width: Math.ceil(widest + 22), height });
    y += height;
    const sent = rowsOf(diagram, node, textEnd).map((row) => {
      const at = { ...row, y };
      y += row.height;
      return at;
    });
    placed.push(...sent);
    if (sent.length > 0)
      stems.push({ x: NARROW.stem, top: sent[0]?.y ?? 0, rows: sent.map((row) => row.y + firstMiddle) });
    y += GAP;
  }
  const boxes = new Map(nodes.map((one) => [one.node.id, one]));
  const rows = placed.map((row): DrawnRow => {
    const target = boxes.get(row.edge.to);
    const x = laneX(lanesOfTarget.get(row.edge.to) ?? 0);
    const last = row.lines.at(-1);
    const from = {
      x: row.x + textWidth(last ? `${last.label}${last.to}` : '', NARROW.size) + 4,
      y: row.y + row.height - NARROW.rowLine / 2 - 5,
    };
    const to = {
      x: (target?.x ?? 0) + (target?.width ?? 0),
      y: (target?.y ?? 0) + (target?.height ?? 0) / 2,
    };
    return { ...row, points: [from, { x, y: from.y }, { x, y: to.y }, to] };
  });
  return { width: NARROW.width, height: Math.ceil(y - GAP + 2), nodes, rows, stems };
}

/** From the top of a row to the middle of its first line. */
const firstMiddle = 5 + NARROW.rowLine / 2;

/** The nodes as they stand from the head of the page down. */
function inRows({ nodes, direction }: Diagram): DiagramNode[] {
  return nodes.toSorted((a, b) => (direction === 'up' ? b.level - a.level : a.level - b.level));
}

function rowsOf(
  { edges, nodes }: Diagram,
  node: DiagramNode,
  end: number,
): Pick<DrawnRow, 'edge' | 'order' | 'lines' | 'x' | 'width' | 'height'>[] {
  return edges.flatMap((edge, order) => {
    if (edge.from !== node.id) return [];
    const target = nodes.find(({ id }) => id === edge.to)?.label ?? edge.to;
    const lines = splitLines(edge.label, ` → ${target}`, end - NARROW.row);
    const widest = Math.max(...lines.map(({ label, to }) => textWidth(label + to, NARROW.size)));
    const height = lines.length * NARROW.rowLine + 10;
    return [{ edge, order, lines, x: NARROW.row, width: Math.ceil(widest), height }];
  });
}

/** Both parts set as one paragraph, each line told apart into what it has of them. */
function splitLines(label: string, to: string, width: number): RowLine[] {
  let before = 0;
  return wrap(label + to, width, NARROW.size).map((line) => {
    const own = Math.max(0, label.length - before);
    before += line.length + 1;
    return { label: line.slice(0, own), to: line.slice(own) };
  });
}

/** For each node that is reached a lane free over all that it spans; the shorter lie nearer to the words. */
function assignLanes({ edges }: Diagram, ordered: readonly DiagramNode[]): Map<string, number> {
  const placeOf = new Map(ordered.map(({ id }, index) => [id, index]));
  const spans = [...Map.groupBy(edges, ({ to }) => to)]
    .map(([to, into]) => {
      // The rows of a node lie below it, so that its own place is a little after that of its box.
      const places = into.map(({ from }) => (placeOf.get(from) ?? 0) + 0.5);
      const own = placeOf.get(to) ?? 0;
      return { to, start: Math.min(own, ...places), end: Math.max(own, ...places) };
    })
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const lanes: { start: number; end: number }[][] = [];
  const found = new Map<string, number>();
  for (const span of spans) {
    const free = lanes.findIndex((taken) =>
      taken.every(({ start, end }) => end < span.start || span.end < start),
    );
    const lane = free === -1 ? lanes.length : free;
    (lanes[lane] ??= []).push(span);
    found.set(span.to, lane);
  }
  return found;
}
