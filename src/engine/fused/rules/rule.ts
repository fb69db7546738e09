/** What an update rule reads and changes: one entry a trained weight. */
export interface Parameters {
  readonly weights: Float64Array;
  readonly gradients: Float64Array;
  /** The rule leaves here what the weights were. */
  readonly before: Float64Array;
}

/**
 * One update of all weights, rounded to single precision as weights are kept everywhere else.
 * Returns their sum, which is finite exactly when every weight is.
 */
export type Rule = (learningRate: number) => number;

/** Keeps divisions by a gradient's size from dividing by nothing; tfjs's value in single precision. */
export const EPSILON = 1e-7;
