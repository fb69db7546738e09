import type { DocumentStore } from './document-store.ts';
import type { ViewStore } from './view-store.ts';

/** Lets go of what is selected but no longer there; ids are given again to new nodes and wires. */
export function pruneSelection(documents: DocumentStore, views: ViewStore): void {
  documents.subscribe((now, before) => {
    const { graph } = now.document;
    if (graph === before.document.graph) return;
    const { selection, select } = views.getState();
    const wires = new Set(graph.wires.map(({ id }) => id));
    const keptNodes = selection.nodes.filter((id) => Object.hasOwn(graph.nodes, id));
    const keptWires = selection.wires.filter((id) => wires.has(id));
    const same =
      keptNodes.length === selection.nodes.length && keptWires.length === selection.wires.length;
    if (!same) select(keptNodes, keptWires);
  });
}
