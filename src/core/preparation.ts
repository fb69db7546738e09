/**
 * How values are scaled, as measured on the training rows: `minMax` to (v − min) / (max − min + 1e-7),
 * `standard` to mean 0 and (population) standard deviation 1.
 */
export const scalings = ['none', 'minMax', 'standard'] as const;

/** One way to scale values. */
export type ScalingMethod = (typeof scalings)[number];

/** What is done to samples before a network sees them; the samples themselves stay as they are. */
export interface Preparation {
  /** All values of all inputs together. */
  readonly standardise: boolean;
  /** Each column of a table by itself, labels that are numbers too: by its index, the rest alike. */
  readonly columns?: {
    readonly rest: ScalingMethod;
    readonly byIndex: Readonly<Record<string, ScalingMethod>>;
  };
  /** Drawn anew for every training row of every batch. */
  readonly augmentation: Augmentation | undefined;
}

/** How far a training image may be moved, turned and scaled at random, each way. */
export interface Augmentation {
  /** In pixels, down and across. */
  readonly shift: number;
  /** In degrees. */
  readonly rotate: number;
  /** As a share of the size. */
  readonly zoom: number;
}

/** Samples as they are. */
export const asTheyAre: Preparation = { standardise: false, augmentation: undefined };
