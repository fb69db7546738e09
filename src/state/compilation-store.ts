import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Compilation, compile } from '../compiler/compile.ts';
import type { Catalogue } from '../compiler/resolve.ts';
import type { DocumentStore } from './document-store.ts';

/** What is known of the graph on screen. Follows the graph; moving nodes does not touch it. */
export type CompilationStore = StoreApi<Compilation>;

/** A store that compiles the graph whenever it changes. */
export function createCompilationStore(
  documents: DocumentStore,
  catalogue: Catalogue,
): CompilationStore {
  const graph = () => documents.getState().document.graph;
  const store = createStore<Compilation>()(() => compile(graph(), catalogue));
  documents.subscribe((now, before) => {
    if (now.document.graph !== before.document.graph) {
      store.setState(compile(now.document.graph, catalogue), true);
    }
  });
  return store;
}
