import type { Stores } from '../../state/stores.ts';
import { nodesBehind } from '../canvas/folded.ts';
import { noteOf } from '../comments/comment-id.ts';

/** Selects what something on the canvas stands for: a node, the nodes of a block, or a comment. */
export function selectThing(
  { views, documents }: Pick<Stores, 'views' | 'documents'>,
  id: string,
): void {
  const note = noteOf(id);
  const { select } = views.getState();
  if (note === undefined) select(nodesBehind(documents.getState().document, id));
  else select([], [], [note]);
}

/** Whether all that something on the canvas stands for is selected. */
export function isSelected(
  { views, documents }: Pick<Stores, 'views' | 'documents'>,
  id: string,
): boolean {
  const { nodes, notes = [] } = views.getState().selection;
  const note = noteOf(id);
  if (note !== undefined) return notes.includes(note);
  const behind = nodesBehind(documents.getState().document, id);
  return behind.length > 0 && behind.every((node) => nodes.includes(node));
}
