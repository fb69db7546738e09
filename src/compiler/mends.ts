import { type Shape, sameShape } from '../core/shape.ts';
import type { Words } from '../core/words.ts';
import type { Command } from '../document/commands.ts';
import type { Placement } from '../document/placement.ts';
import { freeId, nodeIds } from '../document/queries.ts';
import type { Graph, GraphNode, Wire } from '../document/schema.ts';
import type { ComputeKind, LayerKind } from '../layers/define-layer.ts';
import { fix, type ProblemFix } from './problem.ts';
import type { Catalogue, Resolution } from './resolve.ts';

/** A new node of a kind, with the kind's own defaults where `params` is silent. */
export const nodeOf = (
  kind: LayerKind,
  params: Readonly<Record<string, unknown>> = {},
): GraphNode => ({
  kind: kind.kind,
  params: { ...params },
});

/** The first kind that computes and has a trait. */
export function findCompute(
  catalogue: Catalogue,
  trait: (kind: ComputeKind) => boolean,
): ComputeKind | undefined {
  for (const kind of catalogue.layers.values()) {
    if (kind.role === 'compute' && trait(kind)) return kind;
  }
  return undefined;
}

/** Puts a node of this kind in the middle of a wire. */
export function insertion(
  graph: Graph,
  wire: Wire,
  kind: LayerKind | undefined,
  params: Readonly<Record<string, unknown>> = {},
  ...more: readonly Command[]
): ProblemFix[] {
  if (!kind) return [];
  const id = freeId(nodeIds(graph), kind.kind);
  const insert: Command = { type: 'insertOnWire', wire: wire.id, id, node: nodeOf(kind, params) };
  return [fix('insert', { kind: kind.title }, insert, ...more)];
}

/**
 * The layer whose size parameter decides the last axis of `id`'s output: itself, or the nearest one
 * before it across layers that keep the shape.
 */
function findSizer(
  graph: Graph,
  resolution: Resolution,
  shapes: ReadonlyMap<string, { readonly output: Shape }>,
  id: string,
): { id: string; param: string } | undefined {
  const node = resolution.nodes.get(id);
  if (node?.kind.role !== 'compute') return undefined;
  if (node.kind.sizeParam !== undefined) return { id, param: node.kind.sizeParam };
  const [wire, ...others] = graph.wires.filter((candidate) => candidate.to === id);
  if (!wire || others.length > 0) return undefined;
  const before = shapes.get(wire.from)?.output;
  const after = shapes.get(id)?.output;
  if (!before || !after || !sameShape(before, after)) return undefined;
  return findSizer(graph, resolution, shapes, wire.from);
}

/** Sets the size of `id`'s last axis by changing the layer that decides it. */
export function resizing(
  graph: Graph,
  resolution: Resolution,
  shapes: ReadonlyMap<string, { readonly output: Shape }>,
  id: string,
  size: number,
  ...more: readonly Command[]
): ProblemFix[] {
  const sizer = findSizer(graph, resolution, shapes, id);
  if (!sizer) return [];
  const name = resolution.nodes.get(sizer.id)?.name ?? sizer.id;
  const set: Command = { type: 'setParams', id: sizer.id, params: { [sizer.param]: size } };
  return [fix('set-size', { name, size }, set, ...more)];
}

/** Adds a source and feeds the first node that waits for an input. */
export function withSource(
  graph: Graph,
  resolution: Resolution,
  catalogue: Catalogue,
): ProblemFix[] {
  const fed = new Set(graph.wires.map((wire) => wire.to));
  const waiting = Object.keys(graph.nodes).find(
    (id) => !fed.has(id) && resolution.nodes.get(id)?.kind.role === 'compute',
  );
  return addition(graph, catalogue, 'source', waiting, (id, other) => ({
    at: { leftOf: other },
    connect: { type: 'connect', from: id, to: other },
  }));
}

/** Adds a loss and feeds it from the last node that nothing reads. */
export function withLoss(graph: Graph, resolution: Resolution, catalogue: Catalogue): ProblemFix[] {
  const read = new Set(graph.wires.map((wire) => wire.from));
  const fed = new Set(graph.wires.map((wire) => wire.to));
  const last = Object.keys(graph.nodes).findLast(
    (id) => !read.has(id) && fed.has(id) && resolution.nodes.get(id)?.kind.role === 'compute',
  );
  return addition(graph, catalogue, 'objective', last, (id, other) => ({
    at: { rightOf: other },
    connect: { type: 'connect', from: other, to: id },
  }));
}

function addition(
  graph: Graph,
  catalogue: Catalogue,
  role: LayerKind['role'],
  neighbour: string | undefined,
  join: (id: string, neighbour: string) => { at: Placement; connect: Command },
): ProblemFix[] {
  const kind = [...catalogue.layers.values()].find((candidate) => candidate.role === role);
  if (!kind) return [];
  const id = freeId(nodeIds(graph), kind.kind);
  const joined = neighbour === undefined ? undefined : join(id, neighbour);
  const title: Words = kind.title;
  const add: Command = {
    type: 'addNode',
    id,
    node: nodeOf(kind),
    at: joined?.at ?? { x: 0, y: 0 },
  };
  return [fix('add', { kind: title }, add, ...(joined ? [joined.connect] : []))];
}
