import type { GraphDocument } from '../../document/schema.ts';
import { wireOrder } from '../../document/wire-order.ts';
import type { Stores } from '../../state/stores.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { foldedNodes, nodesBehind, shownAs } from '../canvas/folded.ts';

/** Selects a node, brings it into view and gives it the focus; within a collapsed block, all of that. */
export function goTo({ views, documents }: Pick<Stores, 'views' | 'documents'>, id: string): void {
  const { document } = documents.getState();
  const card = shownAs(document, id);
  views.getState().select(nodesBehind(document, card));
  views.getState().set({ focus: { nodes: [card] } });
  focusNode(card);
}

/** Where Tab stops, along the wires; a collapsed block is one stop. */
export function stopsOf(document: GraphDocument): readonly string[] {
  const folded = foldedNodes(document);
  return [...new Set(wireOrder(document.graph).map((id) => folded.get(id) ?? id))];
}
