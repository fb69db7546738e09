import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Compilation, compile } from '../compiler/compile.ts';
import type { Catalogue } from '../compiler/resolve.ts';
import type { GraphDocument } from '../document/schema.ts';
import type { DocumentStore } from './document-store.ts';

/** What is known of the graph on screen. Follows the graph; moving nodes does not touch it. */
export type CompilationStore = StoreApi<Compilation>;

/** A store that compiles the graph whenever it changes. */
export function createCompilationStore(
  documents: DocumentStore,
  catalogue: Catalogue,
): CompilationStore {
  const compiled = ({ graph, training }: GraphDocument): Compilation =>
    compile(graph, catalogue, training.batchSize);
  const store = createStore<Compilation>()(() => compiled(documents.getState().document));
  documents.subscribe(({ document: now }, { document: before }) => {
    const sameBatches = now.training.batchSize === before.training.batchSize;
    if (now.graph !== before.graph || !sameBatches) store.setState(compiled(now), true);
  });
  return store;
}
