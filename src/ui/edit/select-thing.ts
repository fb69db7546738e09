import type { Stores } from '../../state/stores.ts';
import { foldedNodes, nodesBehind, shownAs } from '../canvas/nodes/folded.ts';
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

/** What shows on the canvas the first of what is selected: a node or the card that it is in, or a comment. */
export function chosenThing({
  views,
  documents,
}: Pick<Stores, 'views' | 'documents'>): string | undefined {
  const { document } = documents.getState();
  const { selection } = views.getState();
  const [note] = selection.notes ?? [];
  const wire = document.graph.wires.find(({ id }) => id === selection.wires[0]);
  const node = selection.nodes[0] ?? (note === undefined ? wire?.to : undefined);
  if (node !== undefined) return shownAs(document, node);
  return note === undefined ? undefined : onCanvas(note);
}
