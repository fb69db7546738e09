import type { LossSpec } from '../../../core/loss.ts';
import { binaryCrossentropy } from './binary-crossentropy.ts';
import { categoricalCrossentropy } from './categorical-crossentropy.ts';
import { meanSquaredError } from './mean-squared-error.ts';

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

const objectives: Readonly<Record<LossSpec['type'], (spec: LossSpec, score: Score) => Objective>> =
  { meanSquaredError, binaryCrossentropy, categoricalCrossentropy };

/** The loss of a network on its workspace. */
export const createObjective = (spec: LossSpec, score: Score): Objective =>
  objectives[spec.type](spec, score);
