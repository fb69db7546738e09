import { groupBy } from '../core/group-by.ts';
import { ownersOf } from './block-queries.ts';
import type { Blocks } from './block-schema.ts';
import { alone, withBlocks, withoutMembers } from './blocks.ts';
import type { Graph, GraphDocument, GraphNode } from './schema.ts';

/**
 * Brings blocks and their graph in line after a change: nodes that are gone leave their block, a node
 * that came to stand among those of one block joins it, and a parameter of one twin is that of all.
 */
export function settleBlocks(before: GraphDocument, after: GraphDocument): GraphDocument {
  const { blocks, graph } = after;
  if (!blocks || graph === before.graph) return after;
  const kept = withoutMembers(blocks, (id) => !Object.hasOwn(graph.nodes, id));
  const settled = withJoined(kept, before.graph, graph);
  const document = isSame(settled, blocks) ? after : withBlocks(after, settled);
  const nodes = twinChanges(before.graph, document);
  if (nodes.size === 0) return document;
  return {
    ...document,
    graph: { ...graph, nodes: { ...graph.nodes, ...Object.fromEntries(nodes) } },
  };
}

const isSame = (a: Blocks, b: Blocks): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([id, block]) => b[id] === block);

/** Blocks with the nodes that all wires of now join to the block's, and did not before. */
function withJoined(blocks: Blocks, before: Graph, after: Graph): Blocks {
  if (before.wires === after.wires) return blocks;
  const owners = ownersOf(blocks);
  const earlier = enclosed(before, owners);
  const joined = [...enclosed(after, owners)].filter(([id, block]) => earlier.get(id) !== block);
  if (joined.length === 0) return blocks;
  const coming = groupBy(joined, ([, block]) => block);
  return Object.fromEntries(
    Object.entries(blocks).map(([id, block]) => {
      const more = coming.get(id)?.map(([node]) => node);
      return [id, more ? { ...alone(block), nodes: [...block.nodes, ...more] } : block];
    }),
  );
}

/** Nodes of no block that have wires from and to the nodes of one block, and to no others. */
function enclosed(graph: Graph, owners: ReadonlyMap<string, string>): Map<string, string> {
  const before = new Map<string, string | undefined>();
  const behind = new Map<string, string | undefined>();
  const note = (ends: Map<string, string | undefined>, node: string, other: string): void => {
    const owner = owners.get(other);
    ends.set(node, ends.has(node) && ends.get(node) !== owner ? undefined : owner);
  };
  for (const { from, to } of graph.wires) {
    if (!owners.has(to)) note(before, to, from);
    if (!owners.has(from)) note(behind, from, to);
  }
  return new Map(
    [...before].flatMap(([id, owner]) =>
      owner !== undefined && behind.get(id) === owner ? [[id, owner]] : [],
    ),
  );
}

/** What becomes of the nodes whose twins were changed. */
function twinChanges(before: Graph, { graph, blocks = {} }: GraphDocument): Map<string, GraphNode> {
  const changes = new Map<string, GraphNode>();
  const sets = groupBy(Object.values(blocks), ({ twins }) => twins);
  for (const [twins, set] of sets) {
    if (twins === undefined) continue;
    for (const { nodes } of set) {
      nodes.forEach((id, i) => {
        const node = graph.nodes[id];
        const old = Object.hasOwn(before.nodes, id) ? before.nodes[id] : undefined;
        if (!node || !old || (node.params === old.params && node.kind === old.kind)) return;
        for (const twin of set) {
          const other = twin.nodes[i];
          if (other !== undefined && other !== id) changes.set(other, like(node, graph, other));
        }
      });
    }
  }
  return changes;
}

/** A node as another one is, but with its own name. */
function like(node: GraphNode, graph: Graph, id: string): GraphNode {
  const { name: _, ...rest } = node;
  const name = graph.nodes[id]?.name;
  return name === undefined ? rest : { ...rest, name };
}
