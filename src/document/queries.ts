import type { Expectation, Graph, GraphDocument, Position, Wire } from './schema.ts';

/** Wires that end in a node, in the order a join reads them. */
export const wiresInto = (graph: Graph, node: string): Wire[] =>
  graph.wires.filter((wire) => wire.to === node);

/** Wires that start from a node. */
export const wiresFrom = (graph: Graph, node: string): Wire[] =>
  graph.wires.filter((wire) => wire.from === node);

/** Every node that a signal from `start` reaches, `start` among them. */
export function reachableFrom(graph: Graph, start: string): Set<string> {
  return walk(start, next(graph, 'from', 'to'));
}

/** Every node whose signal reaches `end`, `end` among them. */
export function leadingTo(graph: Graph, end: string): Set<string> {
  return walk(end, next(graph, 'to', 'from'));
}

/** Whether a wire from `from` to `to` would close a circle. */
export const wouldCycle = (graph: Graph, from: string, to: string): boolean =>
  reachableFrom(graph, to).has(from);

/** The first unused id with this stem: `dense1`, `dense2` … */
export function freeId(taken: ReadonlySet<string>, stem: string): string {
  for (let i = 1; ; i++) {
    const id = `${stem}${i}`;
    if (!taken.has(id)) return id;
  }
}

/** Ids of the document's nodes. */
export const nodeIds = (graph: Graph): Set<string> => new Set(Object.keys(graph.nodes));

/** Ids of the document's wires. */
export const wireIds = (graph: Graph): Set<string> => new Set(graph.wires.map((wire) => wire.id));

/** Where a node stands; the origin when the file did not say. */
export const positionOf = (document: GraphDocument, node: string): Position =>
  Object.hasOwn(document.layout, node) ? (document.layout[node] ?? origin) : origin;

const origin: Position = { x: 0, y: 0 };

function next(graph: Graph, here: 'from' | 'to', there: 'from' | 'to'): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  for (const wire of graph.wires) {
    const list = neighbours.get(wire[here]);
    if (list) list.push(wire[there]);
    else neighbours.set(wire[here], [wire[there]]);
  }
  return neighbours;
}

function walk(start: string, neighbours: ReadonlyMap<string, readonly string[]>): Set<string> {
  const seen = new Set([start]);
  const queue = [start];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const neighbour of neighbours.get(node) ?? []) {
      if (seen.has(neighbour)) continue;
      seen.add(neighbour);
      queue.push(neighbour);
    }
  }
  return seen;
}

/** The results that a lesson must reach; none for a document that is no lesson. */
export function expectationsOf({ meta }: GraphDocument): readonly Expectation[] {
  const expected = meta.lesson?.expect;
  if (!expected) return [];
  return Array.isArray(expected) ? expected : [expected];
}
/** Whether two documents compute and train alike, wherever their nodes stand. */
export const isSameNetwork = (a: GraphDocument, b: GraphDocument): boolean =>
  JSON.stringify([a.graph, a.training]) === JSON.stringify([b.graph, b.training]);
