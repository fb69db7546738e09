import type { Vectors } from '../vectors.ts';

/** What an update rule reads and changes: one entry a trained weight. It may move to other memory. */
export interface Parameters {
  weights: Float64Array;
  gradients: Float64Array;
  /** The rule leaves here what the weights were. */
  before: Float64Array;
  /** Two numbers that a rule on vectors is told its rate in and leaves its sum in. */
  cell: Float64Array;
  vectors: Vectors | undefined;
}

/** How weights are changed, and what is remembered from one update to the next. */
export interface Rule {
  /**
   * One update of all weights, rounded to single precision as weights are kept everywhere else.
   * Returns their sum, which is finite exactly when every weight is.
   */
  readonly update: (learningRate: number) => number;
  /** Every number that the next update depends on; the rule reads what is written here. */
  readonly memory: Float64Array;
}

/** Keeps divisions by a gradient's size from dividing by nothing; tfjs's value in single precision. */
export const EPSILON = 1e-7;
