import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Finding, RuleId } from './advice.ts';

/** Something to try, as it was found in a run. */
export interface Advice extends Finding {
  /** The update at which it was found. */
  readonly step: number;
}

/** What was found in the run on screen, as the page sees it. */
export interface AdviceState {
  /** Newest first. */
  readonly advice: readonly Advice[];
  /** Rules whose change was made since the document was opened. */
  readonly followed: readonly RuleId[];
  /** Rules that the person has heard enough of: what they find waits in the list. */
  readonly putAside: readonly RuleId[];
  readonly add: (advice: readonly Advice[]) => void;
  /** Another run begins: what was found of the last one is no longer so. */
  readonly clear: () => void;
  /** Another document: nothing is known of it, and nothing was put aside. */
  readonly forget: () => void;
  readonly follow: (id: RuleId) => void;
  readonly dismiss: (id: RuleId) => void;
  readonly bringBack: (id: RuleId) => void;
}

/** What a run suggests to try. */
export const createAdviceStore = (): AdviceStore =>
  createStore<AdviceState>()((set, get) => ({
    advice: [],
    followed: [],
    putAside: [],
    add: (found) => set({ advice: [...found, ...get().advice] }),
    clear: () => {
      if (get().advice.length > 0) set({ advice: [] });
    },
    forget: () => set({ advice: [], followed: [], putAside: [] }),
    follow: (id) => set({ followed: [...get().followed.filter((each) => each !== id), id] }),
    dismiss: (id) => set({ putAside: [...get().putAside.filter((each) => each !== id), id] }),
    bringBack: (id) => set({ putAside: get().putAside.filter((each) => each !== id) }),
  }));

/** The store of what to try. */
export type AdviceStore = StoreApi<AdviceState>;
