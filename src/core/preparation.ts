/** What is done to images before a network sees them; the samples themselves stay as they are. */
export interface Preparation {
  /** Values are shifted and scaled to mean 0 and standard deviation 1, as measured on the training rows. */
  readonly standardise: boolean;
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

/** Images as they are. */
export const asTheyAre: Preparation = { standardise: false, augmentation: undefined };
