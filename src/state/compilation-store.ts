import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Compilation, compile } from '../compiler/compile.ts';
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
    compile(graph, catalogue, training.batchSize);
  const store = createStore<Compilation>()(() => compiled(documents.getState().document));
  documents.subscribe(({ document: now }, { document: before }) => {
    const sameBatches = now.training.batchSize === before.training.batchSize;
    if (now.graph !== before.graph || !sameBatches) store.setState(compiled(now), true);
  });
  return {
    compilations: store,
    setCatalogue: (next) => {
      catalogue = next;
      store.setState(compiled(documents.getState().document), true);
    },
  };
}
