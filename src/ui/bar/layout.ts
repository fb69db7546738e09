import { Graph as DagreGraph, layout } from '@dagrejs/dagre';
import type { Graph, Position } from '../../document/schema.ts';

interface Measured {
  readonly id: string;
  readonly measured?: { readonly width?: number; readonly height?: number };
}

/** Positions that lay a graph out in columns from the source to the loss (Gansner et al. 1993). */
export function layOut(graph: Graph, nodes: readonly Measured[]): Record<string, Position> {
  const drawn = new DagreGraph();
  drawn.setGraph({ rankdir: 'LR', nodesep: 56, ranksep: 56 });
  drawn.setDefaultEdgeLabel(() => ({}));
  for (const { id, measured } of nodes) {
    drawn.setNode(id, { width: measured?.width ?? 184, height: measured?.height ?? 64 });
  }
  for (const { from, to } of graph.wires) drawn.setEdge(from, to);
  layout(drawn);
  return Object.fromEntries(
    nodes.map(({ id }) => {
      const { x = 0, y = 0, width = 0, height = 0 } = drawn.node(id) as Partial<Box>;
      return [id, { x: Math.round(x - width / 2), y: Math.round(y - height / 2) }];
    }),
  );
}

interface Box extends Position {
  readonly width: number;
  readonly height: number;
}
