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
  let step = 0;
  let epoch = 0;
  /** The epoch before the last update, to go back to with it. */
  let epochBefore = 0;
  let story: Omit<Progress, keyof Place> = {
    ...fromSeed,
    starts: 0,
    written: 0,
    failure: undefined,
  };
  const tell = (part: Partial<typeof story>): void => {
    story = { ...story, ...part };
  };
  return {
    now: (): Progress => ({ ...story, step, epoch }),
    place: (): Place => ({ step, epoch }),
    /** Updates or epochs so far. Asked several times an update: of a small network, objects would take a fifth. */
    reached: (unit: keyof Place): number => (unit === 'step' ? step : epoch),
    /** One update was carried out. */
    count: (endsEpoch: boolean): void => {
      epochBefore = epoch;
      step += 1;
      if (endsEpoch) epoch += 1;
    },
    /** Updates that were carried out were taken back; the last epoch goes with them. */
    takeBack: (steps: number): void => {
      if (steps <= 0) return;
      step -= steps;
      epoch = epochBefore;
    },
    /** Training goes on from there, with the weights that were set. */
    goOn: (place: Place): void => {
      ({ step, epoch } = place);
      epochBefore = epoch;
      tell({ written: story.written + 1 });
    },
    /** A run of its own begins. */
    begin: ({ byHand, given }: Source): void => {
      tell({ starts: story.starts + 1, byHand, given, failure: undefined });
    },
    fail: (failure: RunFailure): void => tell({ failure }),
    forgive: (): void => tell({ failure: undefined }),
  };
}

/** How far a run has come, kept in one place. */
export type ProgressKeeper = ReturnType<typeof createProgress>;
