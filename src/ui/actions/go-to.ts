import { notesOf } from '../../document/notes.ts';
import type { GraphDocument } from '../../document/schema.ts';
import { wireOrder } from '../../document/wire-order.ts';
import type { Stores } from '../../state/stores.ts';
import { focusNode } from '../canvas/focus-node.ts';
import { foldedNodes, shownAs } from '../canvas/nodes/folded.ts';
import { onCanvas } from '../comments/comment-id.ts';
import { selectThing } from '../edit/select-thing.ts';

/**
 * Selects a node, a block or a comment, brings it into view and gives it the focus; a node within a collapsed
 * block is shown by all of that.
 */
export function goTo(stores: Pick<Stores, 'views' | 'documents'>, id: string): void {
  const card = shownAs(stores.documents.getState().document, id);
  selectThing(stores, card);
  stores.views.getState().set({ focus: { nodes: [card] } });
  focusNode(card);
}

/** Where Tab stops: nodes along the wires, a collapsed block as one of them, then the comments. */
export function stopsOf(document: GraphDocument): readonly string[] {
  const folded = foldedNodes(document);
  const nodes = new Set(wireOrder(document.graph).map((id) => folded.get(id) ?? id));
  return [...nodes, ...notesInOrder(document).map(onCanvas)];
}

/** Comments as one reads a page: from the top, those of a height from the left. */
export function notesInOrder(document: Pick<GraphDocument, 'notes'>): readonly string[] {
  const notes = Object.entries(notesOf(document));
  return notes.sort(([, a], [, b]) => a.y - b.y || a.x - b.x).map(([id]) => id);
}
