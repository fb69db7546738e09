import { ownersOf } from '../../document/block-queries.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { wireOrder } from '../../document/wire-order.ts';
import { notesInOrder } from '../actions/go-to.ts';
import { cardId } from '../canvas/nodes/folded.ts';
import { onCanvas } from '../comments/comment-id.ts';

/** A line of the list: a node, a block with the nodes that are shown below it, or a comment. */
export type OutlineItem =
  | { readonly type: 'node' | 'note'; readonly id: string }
  | {
      readonly type: 'block';
      /** Of its card. */
      readonly id: string;
      readonly block: string;
      readonly nodes: readonly string[];
    };

/**
 * The network in lines: nodes along the wires, those of a block together where its first stands, and the
 * comments at the end. A collapsed block shows no nodes.
 */
export function outlineOf(document: GraphDocument): readonly OutlineItem[] {
  const { blocks = {}, graph } = document;
  const owners = ownersOf(blocks);
  const order = wireOrder(graph);
  const seen = new Set<string>();
  const items = order.flatMap((id): OutlineItem[] => {
    const block = owners.get(id);
    if (block === undefined) return [{ type: 'node', id }];
    if (seen.has(block)) return [];
    seen.add(block);
    const members = order.filter((node) => owners.get(node) === block);
    const nodes = blocks[block]?.collapsed ? [] : members;
    return [{ type: 'block', id: cardId(block), block, nodes }];
  });
  const notes = notesInOrder(document).map(
    (note): OutlineItem => ({ type: 'note', id: onCanvas(note) }),
  );
  return [...items, ...notes];
}

/** The ids of all lines from top to bottom, as the arrow keys go. */
export const linesOf = (items: readonly OutlineItem[]): readonly string[] =>
  items.flatMap((item) => (item.type === 'block' ? [item.id, ...item.nodes] : [item.id]));
