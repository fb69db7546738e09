import type { DocumentStore } from './document-store.ts';
import type { ViewStore } from './view-store.ts';

/** Lets go of what is selected but no longer there; ids are given again to new nodes and wires. */
export function pruneSelection(documents: DocumentStore, views: ViewStore): void {
  documents.subscribe((now, before) => {
    const { graph } = now.document;
    const { notes = {} } = now.document;
    if (graph === before.document.graph && now.document.notes === before.document.notes) return;
    const { selection, select } = views.getState();
    const wires = new Set(graph.wires.map(({ id }) => id));
    const keptNodes = selection.nodes.filter((id) => Object.hasOwn(graph.nodes, id));
    const keptWires = selection.wires.filter((id) => wires.has(id));
    const keptNotes = selection.notes?.filter((id) => Object.hasOwn(notes, id)) ?? [];
    const same =
      keptNodes.length === selection.nodes.length &&
      keptWires.length === selection.wires.length &&
      keptNotes.length === (selection.notes?.length ?? 0);
    if (!same) select(keptNodes, keptWires, keptNotes);
  });
}
