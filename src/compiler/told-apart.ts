import type { Words } from '../core/words.ts';
import type { Graph } from '../document/schema.ts';
import { wireOrder } from '../document/wire-order.ts';
import { type Catalogue, nameOf } from './resolve.ts';

/** What a node is called on the canvas. */
export function displayName(graph: Graph, id: string, catalogue: Catalogue): Words | string {
  const node = Object.hasOwn(graph.nodes, id) ? graph.nodes[id] : undefined;
  if (!node) return id;
  const kind = catalogue.layers.get(node.kind);
  return kind ? nameOf(node, kind) : (node.name ?? node.kind);
}

/**
 * The name of a node where nodes are listed without their places: those that share theirs are numbered
 * along the wires, “Sigmoid (2)”.
 */
export function toldApart(graph: Graph, id: string, catalogue: Catalogue): Words | string {
  const name = displayName(graph, id, catalogue);
  const number = numbersOf(graph, catalogue).get(id);
  if (number === undefined) return name;
  if (typeof name === 'string') return `${name} (${number})`;
  return { en: `${name.en} (${number})`, ko: `${name.ko} (${number})` };
}

/** A graph never changes, so its numbers are found once. */
const known = new WeakMap<Graph, ReadonlyMap<string, number>>();

/** The numbers of nodes that share their names with others, from 1. */
function numbersOf(graph: Graph, catalogue: Catalogue): ReadonlyMap<string, number> {
  const before = known.get(graph);
  if (before) return before;
  const sharing = new Map<string, string[]>();
  for (const id of wireOrder(graph)) {
    const name = JSON.stringify(displayName(graph, id, catalogue));
    const ids = sharing.get(name);
    if (ids) ids.push(id);
    else sharing.set(name, [id]);
  }
  const numbers = new Map(
    [...sharing.values()]
      .filter((ids) => ids.length > 1)
      .flatMap((ids) => ids.map((id, i) => [id, i + 1] as const)),
  );
  known.set(graph, numbers);
  return numbers;
}
