import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Catalogue } from '../../compiler/resolve.ts';
import type { DocumentStore } from '../document-store.ts';
import type { SeedOrder } from './seed-order.ts';
import type { Study } from './study.ts';

/** What stands in the controls. */
export interface SeedSetup {
  readonly count: number;
  readonly first: number;
  /** Updates of each start; as many as the document says where nobody says otherwise. */
  readonly updates: number | undefined;
  /** Key of the setting to vary. */
  readonly setting: string | undefined;
  /** Values to try, by setting, where they are not the usual ones. */
  readonly values: Readonly<Record<string, readonly (number | string)[]>>;
  /** Share of the rows that have to be right to count as solved, from 0 to 1; where labels are classes. */
  readonly share: number;
  /** A loss that counts as solved, where labels are numbers and somebody set it. */
  readonly atMost: number | undefined;
  readonly order: 'outcome' | 'loss' | 'seed';
}

/** Starts that were trained, or are being trained, as the page sees them. */
export interface SeedState {
  readonly setup: SeedSetup;
  readonly arrange: (change: Partial<SeedSetup>) => void;
  /** The newest starts; results stream in. */
  readonly study: Study | undefined;
  readonly running: boolean;
  /** How much is done, from 0 to 1. */
  readonly share: number;
  /** Trains starts of the network on screen. What was asked before is called off. */
  readonly start: (order: Partial<SeedOrder>, catalogue: Catalogue) => Promise<void>;
  /** Stops; what has come stays. */
  readonly cancel: () => void;
}

/** Limits of an order, shown beside the controls that set them. */
export const seedLimits = {
  count: { min: 1, max: 1000 },
  updates: { min: 1, max: 1_000_000 },
} as const;

/** Starts that are trained where nobody says otherwise. */
const USUAL_COUNT = 100;
/** Updates of a start whose document does not say where to stop. */
export const USUAL_UPDATES = 2000;

/** Trains many starts of a network in workers of their own, which live no longer than that takes. */
export function createSeedStore(documents: DocumentStore, spawn: () => Worker): SeedStore {
  let stop: (() => void) | undefined;
  const store = createStore<SeedState>()(() => ({
    setup: {
      count: USUAL_COUNT,
      first: 1,
      updates: undefined,
      setting: undefined,
      values: {},
      share: 1,
      atMost: undefined,
      order: 'outcome',
    },
    arrange: (change) => store.setState({ setup: { ...store.getState().setup, ...change } }),
    study: undefined,
    running: false,
    share: 0,
    start: async (order, catalogue) => {
      stop?.();
      let off = false;
      stop = () => {
        off = true;
        store.setState({ running: false });
      };
      store.setState({ running: true, share: 0, study: undefined });
      // What few need at first comes when it is asked for.
      const { runStudy } = await import('./run-study.ts');
      if (off) return;
      const { document } = documents.getState();
      const wanted = withUsual(order, document.training.stopAt);
      const run = runStudy(wanted, document, catalogue, spawn, (news) => {
        if (!off) store.setState(news);
      });
      stop = () => {
        if (off) return;
        // What has come is told before nobody listens any more.
        run.stop();
        off = true;
        store.setState({ running: false });
      };
      await run.ended;
      if (off) return;
      off = true;
      store.setState({ running: false, share: 1 });
    },
    cancel: () => stop?.(),
  }));
  return store;
}

/** An order with what it leaves out. */
const withUsual = (
  { count = USUAL_COUNT, first = 1, updates, sweep }: Partial<SeedOrder>,
  stopAt: number | null,
): SeedOrder => ({
  count,
  first,
  updates: Math.min(updates ?? stopAt ?? USUAL_UPDATES, seedLimits.updates.max),
  ...(sweep && { sweep }),
});

/** The store of starts. */
export type SeedStore = StoreApi<SeedState>;
