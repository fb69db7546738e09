import { roundDown } from '../recording/stride.ts';

/** How far two regular steps lie apart, as a share of the way, at the most. */
const APART = 0.02;

/**
 * Whether a curve has a point after so many updates: after each of the first hundred, then 2 % apart at the
 * most, on round steps. It depends on nothing that a machine measures: a run has the same curve at every pace.
 */
export const isRegular = (step: number): boolean =>
  step % roundDown(Math.max(1, APART * step)) === 0;
