import type { Blocks } from '../document/block-schema.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { DocumentStore } from './document-store.ts';
import type { Selection, ViewStore } from './view-store.ts';

/**
 * Lets go of what is selected but no longer there, as ids are given again to new nodes and wires; and selects
 * nothing that is out of sight: a collapsed block is selected whole, and no wire within it.
 */
export function pruneSelection(documents: DocumentStore, views: ViewStore): void {
  documents.subscribe((now, before) => {
    const { graph, notes, blocks } = now.document;
    const old = before.document;
    if (graph === old.graph && notes === old.notes && blocks === old.blocks) return;
    const { selection, select } = views.getState();
    const kept = seenOf(now.document, selection);
    const same =
      isSame(kept.nodes, selection.nodes) &&
      isSame(kept.wires, selection.wires) &&
      isSame(kept.notes, selection.notes ?? []);
    if (!same) select(kept.nodes, kept.wires, kept.notes);
  });
}

/** What is left of a selection in a document. */
function seenOf(
  { graph, notes = {}, blocks = {} }: GraphDocument,
  selection: Selection,
): Required<Selection> {
  const nodes = selection.nodes.filter((id) => Object.hasOwn(graph.nodes, id));
  const chosen = new Set(nodes);
  const folded = foldedIn(blocks);
  const touched = new Set(nodes.flatMap((id) => folded.get(id) ?? []));
  const wires = new Map(graph.wires.map((wire) => [wire.id, wire]));
  return {
    nodes: [
      ...nodes,
      ...[...touched].flatMap(({ nodes: all }) => all.filter((id) => !chosen.has(id))),
    ],
    wires: selection.wires.filter((id) => {
      const wire = wires.get(id);
      if (!wire) return false;
      const block = folded.get(wire.from);
      // What is taken away whole takes its wires with it.
      return !block || block !== folded.get(wire.to) || touched.has(block);
    }),
    notes: selection.notes?.filter((id) => Object.hasOwn(notes, id)) ?? [],
  };
}

const foldedIn = (blocks: Blocks): Map<string, Blocks[string]> =>
  new Map(
    Object.values(blocks).flatMap((block) =>
      block.collapsed ? block.nodes.map((id) => [id, block] as const) : [],
    ),
  );

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);
