import { blockMadeOf, blockOf } from '../../document/block-queries.ts';
import type { Stores } from '../../state/stores.ts';
import { nodeAt } from '../canvas/node-at.ts';
import { blockOfCard } from '../canvas/nodes/folded.ts';

/** The node that an action is about: the one that is selected, else the one that has the focus. */
export function subjectOf({
  views,
  documents,
}: Pick<Stores, 'views' | 'documents'>): string | undefined {
  const { nodes, wires } = views.getState().selection;
  const [only] = nodes;
  if (nodes.length === 1) return only;
  if (nodes.length > 1 || wires.length > 0) return undefined;
  const id = typeof document === 'undefined' ? undefined : nodeAt(document.activeElement);
  return id !== undefined && Object.hasOwn(documents.getState().document.graph.nodes, id)
    ? id
    : undefined;
}

/**
 * The block that an action is about: the one whose card or frame has the focus, else the one that is selected as
 * a whole, unless that is a single node.
 */
export function subjectBlock({
  views,
  documents,
}: Pick<Stores, 'views' | 'documents'>): string | undefined {
  const shown = documents.getState().document;
  const { nodes, wires, notes = [] } = views.getState().selection;
  const chosen = blockMadeOf(shown, nodes);
  const focused =
    typeof document === 'undefined' ? undefined : blockOfCard(nodeAt(document.activeElement) ?? '');
  const isFree = nodes.length + wires.length + notes.length === 0;
  if (focused !== undefined && (focused === chosen || isFree)) {
    return blockOf(shown, focused) && focused;
  }
  return nodes.length > 1 ? chosen : undefined;
}

/** The wire that is selected, if it is the only thing. */
export function subjectWire({ views }: Pick<Stores, 'views'>): string | undefined {
  const { nodes, wires } = views.getState().selection;
  return nodes.length === 0 && wires.length === 1 ? wires[0] : undefined;
}
