import { Graph as DagreGraph, layout } from '@dagrejs/dagre';
import type { Graph, Position } from '../../document/schema.ts';

interface Measured {
  readonly id: string;
  readonly measured?: { readonly width?: number; readonly height?: number };
}

/** Room of a node in a folded chain, and what is left free beside a larger one, in pixels. */
const CELL: Position = { x: 264, y: 140 };
const GAP: Position = { x: 70, y: 56 };

/**
 * Positions that lay a graph out from the source to the loss: a chain in rows that fit a canvas of
 * this width, anything with branches in columns (Gansner et al. 1993).
 */
export function layOut(
  graph: Graph,
  nodes: readonly Measured[],
  width: number,
): Record<string, Position> {
  const chain = chainOf(graph);
  if (chain) {
    const most = (side: 'width' | 'height'): number =>
      Math.max(...nodes.map(({ measured }) => measured?.[side] ?? 0));
    const cell = {
      x: Math.max(CELL.x, most('width') + GAP.x),
      y: Math.max(CELL.y, most('height') + GAP.y),
    };
    const columns = Math.max(2, Math.floor(width / cell.x));
    return Object.fromEntries(
      chain.map((id, i) => [
        id,
        { x: (i % columns) * cell.x, y: Math.floor(i / columns) * cell.y },
      ]),
    );
  }
  const drawn = new DagreGraph();
  drawn.setGraph({ rankdir: 'LR', nodesep: 56, ranksep: 70 });
  drawn.setDefaultEdgeLabel(() => ({}));
  for (const { id, measured } of nodes) {
    drawn.setNode(id, { width: measured?.width ?? 194, height: measured?.height ?? 64 });
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

/** The nodes in order, if each feeds just the next one. */
function chainOf({ nodes, wires }: Graph): string[] | undefined {
  const next = new Map(wires.map(({ from, to }) => [from, to]));
  const fed = new Set(wires.map(({ to }) => to));
  const ids = Object.keys(nodes);
  const heads = ids.filter((id) => !fed.has(id));
  const simple = next.size === wires.length && fed.size === wires.length && heads.length === 1;
  if (!simple) return undefined;
  const chain: string[] = [];
  for (let id = heads[0]; id !== undefined; id = next.get(id)) chain.push(id);
  return chain.length === ids.length ? chain : undefined;
}

interface Box extends Position {
  readonly width: number;
  readonly height: number;
}
