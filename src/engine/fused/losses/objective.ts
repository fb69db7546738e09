/** What a loss reads and writes: [rows, width] each. */
export interface Score {
  readonly output: Float64Array;
  readonly target: Float64Array;
  /** ∂L/∂output */
  readonly gradient: Float64Array;
  readonly width: number;
}

/** Loss of a batch in the loss's own unit; fills the gradient. Agrees with `core/loss`. */
export type Objective = (rows: number) => number;
