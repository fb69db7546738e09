import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ir } from '../compiler/ir.ts';
import type { Training } from '../document/training-schema.ts';
import type { FoundRate, RateTrouble } from './search-rate.ts';

/** A search for a learning rate, as the page sees it. */
export interface RateState {
  readonly running: boolean;
  /** Updates that are done. */
  readonly done: number;
  readonly found: FoundRate | undefined;
  readonly trouble: RateTrouble | undefined;
  /** Looks for a rate on a copy of the network; the run on screen is not touched. */
  readonly search: (ir: Ir, training: Training) => Promise<void>;
  readonly cancel: () => void;
}

/** Looks for a learning rate in a worker of its own, which lives no longer than that takes. */
export function createRateStore(spawn: () => Worker): RateStore {
  let stop: () => void = () => {};
  const store = createStore<RateState>()((set) => ({
    running: false,
    done: 0,
    found: undefined,
    trouble: undefined,
    search: async (ir, training) => {
      stop();
      let off = false;
      stop = () => {
        off = true;
      };
      set({ running: true, done: 0, found: undefined, trouble: undefined });
      // What few need at first comes when it is asked for.
      const { searchRate } = await import('./search-rate.ts');
      if (off) return;
      const { ended, end } = searchRate(spawn, { ir, training }, (done) => {
        if (!off) set({ done });
      });
      stop = () => {
        off = true;
        end();
      };
      const outcome = await ended;
      if (!off) set({ running: false, ...outcome });
    },
    cancel: () => {
      stop();
      set({ running: false });
    },
  }));
  return store;
}

/** The store of the search for a rate. */
export type RateStore = StoreApi<RateState>;
