import type { RunFailure } from '../frame.ts';

/** Where training stands. */
export interface Place {
  readonly step: number;
  readonly epoch: number;
}

/** Before the first update. */
export const beginning: Place = { step: 0, epoch: 0 };

/** How far a run has come, how it began and what stopped it. */
export interface Progress extends Place {
  /** How often weights were set. */
  readonly starts: number;
  /** The weights were set by hand: they are worth keeping before the first update too. */
  readonly byHand: boolean;
  readonly failure: RunFailure | undefined;
}

/** Counts updates and epochs; the one place that says how far a run has come. */
export function createProgress() {
  let now: Progress = { ...beginning, starts: 0, byHand: false, failure: undefined };
  /** The epoch before the last update, to go back to with it. */
  let epochBefore = 0;
  const change = (part: Partial<Progress>): void => {
    now = { ...now, ...part };
  };
  return {
    now: (): Progress => now,
    place: (): Place => ({ step: now.step, epoch: now.epoch }),
    /** One update was carried out. */
    count: (endsEpoch: boolean): void => {
      epochBefore = now.epoch;
      change({ step: now.step + 1, epoch: now.epoch + (endsEpoch ? 1 : 0) });
    },
    /** Updates that were carried out were taken back; the last epoch goes with them. */
    takeBack: (steps: number): void => {
      if (steps > 0) change({ step: now.step - steps, epoch: epochBefore });
    },
    /** Training goes on from there. */
    goOn: ({ step, epoch }: Place): void => {
      epochBefore = epoch;
      change({ step, epoch });
    },
    /** Other weights were set. */
    begin: (byHand: boolean): void => {
      change({ starts: now.starts + 1, byHand, failure: undefined });
    },
    fail: (failure: RunFailure): void => change({ failure }),
    forgive: (): void => change({ failure: undefined }),
  };
}

/** How far a run has come, kept in one place. */
export type ProgressKeeper = ReturnType<typeof createProgress>;
