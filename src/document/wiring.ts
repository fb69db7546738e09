import type { Graph } from './schema.ts';

/** Commands that change a wire which stands. It keeps its id, and with it its place in a join's order. */
export type WiringCommand = {
  readonly type: 'rewire';
  readonly wire: string;
  readonly from: string;
  readonly to: string;
};

/** The graph with a wire between two other nodes; the same graph where that cannot be. */
export function rewire(graph: Graph, { wire: id, from, to }: WiringCommand): Graph {
  const known = Object.hasOwn(graph.nodes, from) && Object.hasOwn(graph.nodes, to);
  const wire = graph.wires.find((each) => each.id === id);
  const there = graph.wires.some((each) => each.from === from && each.to === to);
  if (!wire || !known || from === to || there) return graph;
  const wires = graph.wires.map((each) => (each === wire ? { id, from, to } : each));
  return { ...graph, wires };
}
