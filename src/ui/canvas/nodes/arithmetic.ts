import { sizeOf } from '../../../core/shape.ts';
import type { WeightSpec } from '../../../core/weights.ts';

/** Number of weights in a layer. */
export const countWeights = (weights: readonly WeightSpec[]): number =>
  weights.reduce((total, { shape }) => total + sizeOf(shape), 0);

/** The count as it comes about: `3×3×1×32 + 32`. */
export const weightArithmetic = (weights: readonly WeightSpec[]): string =>
  weights.map(({ shape }) => shape.join('×')).join(' + ');
