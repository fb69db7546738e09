import { createStore } from 'zustand/vanilla';
import { compile } from '../../src/compiler/compile.ts';
import { createAdviceStore } from '../../src/state/advice/advice-store.ts';
import { createDocumentStore } from '../../src/state/document-store.ts';
import { createLessonStore } from '../../src/state/lesson-store.ts';
import type { Stores } from '../../src/state/stores.ts';
import { createViewStore } from '../../src/state/view-store.ts';
import { catalogue } from './catalogue.ts';
import { documentOf } from './documents.ts';
import { xorNetwork } from './graphs.ts';

/** What actions read of the page's stores, around XOR and without an engine. */
export function storesOfXor(): Stores {
  Object.assign(globalThis, { innerWidth: 1440 });
  const idle = { getState: () => ({ running: false, frame: undefined }) };
  const stores: Partial<Record<keyof Stores, unknown>> = {
    documents: createDocumentStore(documentOf(xorNetwork())),
    views: createViewStore('en'),
    compilations: createStore(() => compile(xorNetwork(), catalogue)),
    study: createLessonStore(),
    runs: idle,
    seeds: { getState: () => ({ running: false, setup: { count: 100 } }) },
    advice: createAdviceStore(),
    catalogue,
  };
  return stores as unknown as Stores;
}
