import { dequal } from 'dequal/lite';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Compilation, compile } from '../compiler/compile.ts';
import type { NodeShapes } from '../compiler/infer.ts';
import type { Catalogue } from '../compiler/resolve.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { DocumentStore } from './document-store.ts';

/** What is known of the graph on screen. Follows the graph; moving nodes does not touch it. */
export type CompilationStore = StoreApi<Compilation>;

/** A store that compiles the graph whenever it changes, and when the catalogue does. */
export function createCompilationStore(
  documents: DocumentStore,
  initial: Catalogue,
): { compilations: CompilationStore; setCatalogue: (catalogue: Catalogue) => void } {
  let catalogue = initial;
  const compiled = ({ graph, training }: GraphDocument): Compilation =>
    compile(graph, catalogue, training.batchSize, training.balance);
  const store = createStore<Compilation>()(() => compiled(documents.getState().document));
  const show = (next: Compilation): void => {
    store.setState({ ...next, shapes: keepSame(store.getState().shapes, next.shapes) }, true);
  };
  documents.subscribe(({ document: now }, { document: before }) => {
    const sameBatches =
      now.training.batchSize === before.training.batchSize &&
      now.training.balance === before.training.balance;
    if (now.graph !== before.graph || !sameBatches) show(compiled(now));
  });
  return {
    compilations: store,
    setCatalogue: (next) => {
      catalogue = next;
      show(compiled(documents.getState().document));
    },
  };
}

/** The new map with the entries of the old one where they say the same: what shows them need not look again. */
function keepSame(
  before: ReadonlyMap<string, NodeShapes>,
  now: ReadonlyMap<string, NodeShapes>,
): ReadonlyMap<string, NodeShapes> {
  const kept = (id: string, shapes: NodeShapes): NodeShapes => {
    const old = before.get(id);
    return old && dequal(old, shapes) ? old : shapes;
  };
  return new Map(Array.from(now, ([id, shapes]) => [id, kept(id, shapes)]));
}
