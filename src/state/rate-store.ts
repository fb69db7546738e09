import type * as ComlinkModule from 'comlink';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ir } from '../compiler/ir.ts';
import type { Training } from '../document/training-schema.ts';
import type { RateApi } from '../engine/rate-api.ts';
import type { RateCurve } from '../engine/rate-finder.ts';

/** A search for a learning rate, as the page sees it. */
export interface RateState {
  readonly running: boolean;
  /** Updates that are done. */
  readonly done: number;
  /** What was found, and for which network and settings. */
  readonly found: { readonly curve: RateCurve; readonly ir: Ir } | undefined;
  readonly trouble: string | undefined;
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
      const Comlink: typeof ComlinkModule = await import('comlink');
      if (off) return;
      const worker = spawn();
      stop = () => {
        off = true;
        worker.terminate();
      };
      try {
        const broken = new Promise<never>((_, reject) => {
          worker.onerror = ({ message }) => reject(new Error(message));
        });
        const api = Comlink.wrap<RateApi>(worker);
        const hear = Comlink.proxy((done: number) => {
          if (!off) set({ done });
        });
        const curve = await Promise.race([api.find({ ir, training }, hear), broken]);
        if (!off) set({ running: false, found: { curve, ir } });
      } catch (error) {
        const trouble = error instanceof Error ? error.message : String(error);
        if (!off) set({ running: false, trouble });
      } finally {
        worker.terminate();
      }
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
