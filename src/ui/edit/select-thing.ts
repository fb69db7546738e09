import type { Stores } from '../../state/stores.ts';
import { foldedNodes, nodesBehind } from '../canvas/folded.ts';
import { noteOf, onCanvas } from '../comments/comment-id.ts';

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

/** What is selected as it stands on the canvas, if it is one thing: a node, a collapsed block or a comment. */
export function selectedThing({
  views,
  documents,
}: Pick<Stores, 'views' | 'documents'>): string | undefined {
  const { nodes, notes = [] } = views.getState().selection;
  const folded = foldedNodes(documents.getState().document);
  const things = new Set([...nodes.map((id) => folded.get(id) ?? id), ...notes.map(onCanvas)]);
  const [only, ...others] = things;
  return others.length === 0 ? only : undefined;
}
