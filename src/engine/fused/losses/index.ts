import type { LossSpec } from '../../../core/loss.ts';
import { binaryCrossentropy } from './binary-crossentropy.ts';
import { categoricalCrossentropy } from './categorical-crossentropy.ts';
import { meanSquaredError } from './mean-squared-error.ts';
import type { Objective, Score } from './objective.ts';

const objectives: Readonly<Record<LossSpec['type'], (spec: LossSpec, score: Score) => Objective>> =
  { meanSquaredError, binaryCrossentropy, categoricalCrossentropy };

/** The loss of a network on its workspace. */
export const createObjective = (spec: LossSpec, score: Score): Objective =>
  objectives[spec.type](spec, score);
