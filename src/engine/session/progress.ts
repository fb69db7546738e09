import type { RunFailure } from '../run-failure.ts';

/** Where training stands. */
export interface Place {
  readonly step: number;
  readonly epoch: number;
}

/** Before the first update. */
export const beginning: Place = { step: 0, epoch: 0 };

/** Where the weights of a run come from, if its seed alone did not give them. */
export interface Source {
  /** Numbers among them were set by hand. */
  readonly byHand: boolean;
  /** They were given whole: by a run that is taken up, a link, or a start that was drawn for another network. */
  readonly given: boolean;
}

/** Weights that are drawn from the seed. */
export const fromSeed: Source = { byHand: false, given: false };

/** Whether weights are more than what the seed gives again. */
export const isWorthKeeping = ({ step, byHand, given }: Partial<Place & Source>): boolean =>
  Boolean(step || byHand || given);

/** How far a run has come, how it began and what stopped it. */
export interface Progress extends Place, Source {
  /** How many runs were begun. */
  readonly starts: number;
  /** How often weights were set from outside; a run in which a hand pulls one, or whose executor changes, goes on. */
  readonly written: number;
  readonly failure: RunFailure | undefined;
}

/** Counts updates and epochs; the one place that says how far a run has come. */
export function createProgress() {
  let now: Progress = { ...beginning, ...fromSeed, starts: 0, written: 0, failure: undefined };
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
    /** Training goes on from there, with the weights that were set. */
    goOn: ({ step, epoch }: Place): void => {
      epochBefore = epoch;
      change({ step, epoch, written: now.written + 1 });
    },
    /** A run of its own begins. */
    begin: ({ byHand, given }: Source): void => {
      change({ starts: now.starts + 1, byHand, given, failure: undefined });
    },
    fail: (failure: RunFailure): void => change({ failure }),
    forgive: (): void => change({ failure: undefined }),
  };
}

/** How far a run has come, kept in one place. */
export type ProgressKeeper = ReturnType<typeof createProgress>;
