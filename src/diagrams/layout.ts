/** Where the nodes, edges and labels of a diagram stand, found by the Eclipse Layout Kernel. */
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Diagram, DiagramEdge, DiagramNode } from '../edition/model.ts';
import { textWidth, wrap } from './text-width.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface DrawnNode extends Box {
  node: DiagramNode;
  lines: string[];
}

export interface DrawnEdge {
  edge: DiagramEdge;
  /** Corners of its line, from its beginning to its end. */
  points: { x: number; y: number }[];
  label: Box & { lines: string[] };
}

/** All in pixels at the drawing's natural size. */
export interface Drawing {
  width: number;
  height: number;
  nodes: DrawnNode[];
  edges: DrawnEdge[];
}

/** Type sizes, and the lines that they make. */
export const TYPE = { node: 15, edge: 13.5, nodeLine: 18, edgeLine: 15 } as const;
/** Width of the words in a node, at most. */
const NODE_WIDTH = 104;
const EDGE_WIDTH = 84;

const options = {
  'elk.algorithm': 'layered',
  'elk.partitioning.activate': 'true',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=4,left=4,bottom=4,right=4]',
  'elk.spacing.nodeNode': '8',
  'elk.spacing.edgeNode': '7',
  'elk.spacing.edgeEdge': '7',
  'elk.layered.spacing.nodeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  // Few nodes in a row: two drawings stand side by side on a desk, and a phone scrolls one little.
  'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
  'elk.layered.layering.coffmanGraham.layerBound': '4',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.crossingMinimization.thoroughness': '200',
  'elk.separateConnectedComponents': 'false',
  'elk.randomSeed': '1',
};

export async function layOut(diagram: Diagram): Promise<Drawing> {
  const nodes = diagram.nodes.map((node) => {
    const lines = wrap(node.label, NODE_WIDTH, TYPE.node);
    const widest = Math.max(...lines.map((line) => textWidth(line, TYPE.node)));
    return { node, lines, width: Math.ceil(widest + 20), height: lines.length * TYPE.nodeLine + 14 };
  });
  const edges = diagram.edges.map((edge) => {
    const lines = wrap(edge.label, EDGE_WIDTH, TYPE.edge);
    const widest = Math.max(...lines.map((line) => textWidth(line, TYPE.edge)));
    return { edge, lines, width: Math.ceil(widest + 6), height: lines.length * TYPE.edgeLine + 4 };
  });
  const graph: ElkNode = {
    id: 'diagram',
    layoutOptions: { ...options, 'elk.direction': diagram.direction === 'up' ? 'UP' : 'DOWN' },
    children: nodes.map(({ node, width, height }) => ({
      id: node.id,
      width,
      height,
      layoutOptions: { 'elk.partitioning.partition': String(node.level) },
    })),
    edges: edges.map(({ edge, width, height, lines }, index) => ({
      id: String(index),
      sources: [edge.from],
      targets: [edge.to],
      labels: [
        {
          text: lines.join(' '),
          width,
          height,
          layoutOptions: { 'elk.edgeLabels.placement': 'CENTER', 'elk.edgeLabels.inline': 'true' },
        },
      ],
    })),
  };
  const laid = await new ELK().layout(graph);
  const placed = new Map(laid.children?.map((child) => [child.id, child]));
  return {
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    nodes: nodes.map((one) => {
      const { x = 0, y = 0 } = placed.get(one.node.id) ?? {};
      return { ...one, x, y };
    }),
    edges: edges.map(({ edge, lines, width, height }, index) => {
      const found = laid.edges?.[index];
      const points = (found?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
        startPoint,
        ...bendPoints,
        endPoint,
      ]);
      const { x = 0, y = 0 } = found?.labels?.[0] ?? {};
      return { edge, points, label: { lines, x, y, width, height } };
    }),
  };
}
