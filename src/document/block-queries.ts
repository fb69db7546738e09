import type { Block, Blocks } from './block-schema.ts';
import type { Graph, GraphDocument } from './schema.ts';

/** The block that each node is in, by ids. */
export const ownersOf = (blocks: Blocks = {}): Map<string, string> =>
  new Map(Object.entries(blocks).flatMap(([id, { nodes }]) => nodes.map((node) => [node, id])));

/** A block of the document. */
export const blockOf = ({ blocks = {} }: GraphDocument, id: string): Block | undefined =>
  Object.hasOwn(blocks, id) ? blocks[id] : undefined;

/** A node and those that stand in its place in the twins of its block, that one first. */
export function withTwins({ blocks = {} }: Pick<GraphDocument, 'blocks'>, id: string): string[] {
  const own = Object.values(blocks).find(({ nodes }) => nodes.includes(id));
  const place = own?.nodes.indexOf(id) ?? -1;
  const twins = Object.values(blocks).filter(
    (block) => block !== own && own?.twins !== undefined && block.twins === own.twins,
  );
  return [id, ...twins.flatMap(({ nodes }) => nodes[place] ?? [])];
}

/** The blocks that have a node among these, in the document's order. */
export function blocksAmong({ blocks = {} }: GraphDocument, nodes: readonly string[]): string[] {
  const chosen = new Set(nodes);
  return Object.entries(blocks).flatMap(([id, block]) =>
    block.nodes.some((node) => chosen.has(node)) ? [id] : [],
  );
}

/** The block that consists of just these nodes. */
export function blockMadeOf(
  { blocks = {} }: GraphDocument,
  nodes: readonly string[],
): string | undefined {
  const chosen = new Set(nodes);
  return Object.keys(blocks).find((id) => {
    const members = blocks[id]?.nodes ?? [];
    return members.length === chosen.size && members.every((node) => chosen.has(node));
  });
}

/** Ids that a new block may not have: of blocks, and of what twins are known by. */
export const takenBlockIds = ({ blocks = {} }: GraphDocument): Set<string> =>
  new Set(
    Object.entries(blocks).flatMap(([id, { twins }]) => (twins === undefined ? [id] : [id, twins])),
  );

/** How signals go into a set of nodes and out of it. */
export interface Gates {
  /** Nodes outside whose signal goes in. */
  readonly sources: readonly string[];
  /** Nodes inside that take it, in the order of the wires. */
  readonly inputs: readonly string[];
  /** Nodes inside whose signal goes out. */
  readonly outputs: readonly string[];
}

/**
 * How signals go into a set of nodes and out of it. Where no wire crosses its edge, its loose ends are
 * what is there to wire to.
 */
export function gatesOf(graph: Graph, members: readonly string[]): Gates {
  const inside = new Set(members);
  const entering = graph.wires.filter(({ from, to }) => inside.has(to) && !inside.has(from));
  const leaving = graph.wires.filter(({ from, to }) => inside.has(from) && !inside.has(to));
  const inner = graph.wires.filter(({ from, to }) => inside.has(from) && inside.has(to));
  const fed = new Set(inner.map(({ to }) => to));
  const read = new Set(inner.map(({ from }) => from));
  const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
  return {
    sources: unique(entering.map(({ from }) => from)),
    inputs:
      entering.length > 0
        ? unique(entering.map(({ to }) => to))
        : members.filter((id) => !fed.has(id)),
    outputs:
      leaving.length > 0
        ? unique(leaving.map(({ from }) => from))
        : members.filter((id) => !read.has(id)),
  };
}
