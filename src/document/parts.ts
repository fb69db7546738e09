import { MAX_BLOCKS } from './block-schema.ts';
import { withBlocks } from './blocks.ts';
import type { Fragment } from './fragment.ts';
import { wireIds } from './queries.ts';
import { type Graph, type GraphDocument, MAX_NODES, MAX_WIRES } from './schema.ts';

/** Commands about several nodes that come as one. */
export type PartCommand = {
  readonly type: 'addPart';
  /** What the person did to get it. */
  readonly how: 'paste' | 'duplicate';
  /** With ids that are free in the document. */
  readonly part: Fragment;
};

/** Whether a graph has room for so many more nodes and wires. */
export const hasRoomFor = (graph: Graph, { graph: { nodes, wires } }: Fragment): boolean =>
  Object.keys(graph.nodes).length + Object.keys(nodes).length <= MAX_NODES &&
  graph.wires.length + wires.length <= MAX_WIRES;

/** The document with a part more in it; as it was where an id is taken or there is no room. */
export function addPart(document: GraphDocument, part: Fragment): GraphDocument {
  const { graph } = document;
  const ids = Object.keys(part.graph.nodes);
  if (ids.length === 0 || ids.some((id) => Object.hasOwn(graph.nodes, id))) return document;
  if (!hasRoomFor(graph, part)) return document;
  const taken = wireIds(graph);
  let last = 0;
  const wires = part.graph.wires.map(({ from, to }) => {
    do last += 1;
    while (taken.has(`wire${last}`));
    return { id: `wire${last}`, from, to };
  });
  const added: GraphDocument = {
    ...document,
    graph: { nodes: { ...graph.nodes, ...part.graph.nodes }, wires: [...graph.wires, ...wires] },
    layout: { ...document.layout, ...part.layout },
  };
  const blocks = { ...document.blocks, ...part.blocks };
  if (!part.blocks || Object.keys(blocks).length > MAX_BLOCKS) return added;
  return withBlocks(added, blocks);
}
