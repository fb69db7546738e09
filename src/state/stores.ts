import { createContext, useContext, useRef } from 'react';
import { type StoreApi, useStore } from 'zustand';
import type { Compilation } from '../compiler/compile.ts';
import type { Catalogue } from '../compiler/resolve.ts';
import type { Command } from '../document/commands.ts';
import type { StepName } from '../document/step-name.ts';
import type { AdviceState, AdviceStore } from './advice/advice-store.ts';
import type { CompilationStore } from './compilation-store.ts';
import type { DocumentState, DocumentStore } from './document-store.ts';
import type { ImageImports, ImportState } from './image-imports.ts';
import { isAlike } from './is-alike.ts';
import type { LessonShelf } from './lesson-shelf.ts';
import type { LessonState, LessonStore } from './lesson-store.ts';
import type { OwnBlocks, OwnBlocksState } from './own-blocks.ts';
import type { ProjectState, ProjectStore } from './projects/project-store.ts';
import type { RateState, RateStore } from './rate-store.ts';
import type { RunList, RunListState } from './run-list.ts';
import type { RunState, RunStore } from './run-store.ts';
import type { SeedState, SeedStore } from './seeds/seed-store.ts';
import type { ViewState, ViewStore } from './view-store.ts';

/** Everything that the page's components read and write, made once by `main`. */
export interface Stores {
  readonly documents: DocumentStore;
  readonly compilations: CompilationStore;
  readonly runs: RunStore;
  readonly views: ViewStore;
  readonly catalogue: Catalogue;
  readonly lessons: LessonShelf;
  readonly imports: ImageImports;
  readonly runList: RunList;
  readonly study: LessonStore;
  readonly ownBlocks: OwnBlocks;
  readonly projects: ProjectStore;
  readonly seeds: SeedStore;
  readonly advice: AdviceStore;
  readonly rate: RateStore;
}

const StoresContext = createContext<Stores | undefined>(undefined);

/** Hands the stores to the components below it. */
export const StoresProvider = StoresContext.Provider;

/** The stores themselves, for event handlers that read without subscribing. */
export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('no StoresProvider above');
  return stores;
}

/** Part of a store's state: the same for as long as it says the same, one level deep. */
function usePart<State, T>(
  store: Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>,
  select: (state: State) => T,
): T {
  const last = useRef<{ readonly part: T }>(undefined);
  return useStore(store, (state) => {
    const part = select(state);
    if (last.current && isAlike(last.current.part, part)) return last.current.part;
    last.current = { part };
    return part;
  });
}

/** Part of the document's state; compared shallowly. */
export const useDocument = <T>(select: (state: DocumentState) => T): T =>
  usePart(useStores().documents, select);

/** Part of what is known of the graph. */
export const useCompilation = <T>(select: (state: Compilation) => T): T =>
  usePart(useStores().compilations, select);

/** Part of the training's state. */
export const useRun = <T>(select: (state: RunState) => T): T => usePart(useStores().runs, select);

/** Part of the view's state. */
export const useView = <T>(select: (state: ViewState) => T): T =>
  usePart(useStores().views, select);

/** Changes the document. */
export const useDispatch = (): ((commands: readonly Command[], gesture?: string) => void) =>
  useStores().documents.getState().dispatch;

/** Undo and redo, and whether there is anything to undo or redo. */
export function useHistory(): {
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  /** What undo would take back, and what redo would do again. */
  undoStep: StepName | undefined;
  redoStep: StepName | undefined;
} {
  const { documents } = useStores();
  const undoStep = useDocument(({ step }) => step);
  const history = usePart(documents.temporal, ({ undo, redo, pastStates, futureStates }) => ({
    undo,
    redo,
    canUndo: pastStates.length > 0,
    canRedo: futureStates.length > 0,
    redoStep: futureStates.at(-1)?.step,
  }));
  return { ...history, undoStep: history.canUndo ? undoStep : undefined };
}

/** Part of what is known of images that are being read. */
export const useImports = <T>(select: (state: ImportState) => T): T =>
  usePart(useStores().imports, select);

/** Part of the list of runs. */
export const useRuns = <T>(select: (state: RunListState) => T): T =>
  usePart(useStores().runList, select);
/** Part of what is known of the person's own blocks. */
export const useOwnBlocks = <T>(select: (state: OwnBlocksState) => T): T =>
  usePart(useStores().ownBlocks, select);

/** Part of what is known of the person's way through the course. */
export const useStudy = <T>(select: (state: LessonState) => T): T =>
  usePart(useStores().study, select);

/** Part of what is known of how the work is kept. */
export const useKeeping = <T>(select: (state: ProjectState) => T): T =>
  usePart(useStores().projects, select);

/** Part of what is known of many seeds. */
export const useSeeds = <T>(select: (state: SeedState) => T): T =>
  usePart(useStores().seeds, select);

/** Part of what a run suggests to try. */
export const useAdvice = <T>(select: (state: AdviceState) => T): T =>
  usePart(useStores().advice, select);

/** Part of what is known of the search for a learning rate. */
export const useRate = <T>(select: (state: RateState) => T): T => usePart(useStores().rate, select);
