/** Steps that are as fine as the first updates: from here on distances are shares of the step. */
const FINE = 100;
/** How far two recorded moments lie apart at the least, on the bent line of `bend`. */
const FINEST = 0.01;

/**
 * Where a step lies on a line that is straight at first and logarithmic later: equal distances on it are
 * single updates at the beginning and equal shares of the way later.
 */
export const bend = (steps: number): number => Math.log1p(steps / FINE);

/**
 * The step after which the next moment is due. steps: since the recording began; room: how many moments
 * can be kept. A stride is 1, 2 or 5 times a power of ten, so that moments lie on round steps.
 */
export function nextDue(step: number, steps: number, room: number): number {
  const apart = Math.max(FINEST, bend(steps) / Math.max(1, room - 1));
  const stride = roundDown(apart * (FINE + steps));
  return (Math.floor(step / stride) + 1) * stride;
}

/** The largest of 1, 2, 5, 10, 20, 50 … that is not above a number; at least 1. */
function roundDown(value: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))));
  return power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1);
}
