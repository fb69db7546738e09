/** Updates that are recorded one by one. */
const EACH = 200;
/** How far two recorded moments lie apart later, as a share of the way, at the most. */
const SPARSE = 0.03;
/** Steps that are as fine as the first updates when memory is short; from here on distances are shares of the step. */
const FINE = 100;

/**
 * Where a step lies on a line that is straight at first and logarithmic later: equal distances on it are
 * single updates at the beginning and equal shares of the way later.
 */
export const bend = (steps: number): number => Math.log1p(steps / FINE);

/**
 * The step after which the next moment is due. steps: since the recording began; room: how many moments
 * can be kept; taken: how many were. While there is room, all that is wanted is kept; after that a moment that
 * comes makes another one go, and little is taken that would soon be thinned out. A stride is 1, 2 or 5 times a
 * power of ten, so that moments lie on round steps. It depends on nothing that a machine measures: a run has the
 * same moments wherever executors of the same make run it, since what they remember decides about the room.
 */
export function nextDue(step: number, steps: number, room: number, taken: number): number {
  const wanted = roundDown(steps < EACH ? 1 : SPARSE * steps);
  const stride = taken < room ? wanted : Math.max(wanted, roundUp(afforded(steps, room)));
  return (Math.floor(step / stride) + 1) * stride;
}

/** How far moments may lie apart here if so many are spread evenly over the whole way. */
const afforded = (steps: number, room: number): number =>
  (bend(steps) / Math.max(1, room - 1)) * (FINE + steps);

/** The largest of 1, 2, 5, 10, 20, 50 … that is not above a number; at least 1. */
export function roundDown(value: number): number {
  let power = 1;
  while (power * 10 <= value) power *= 10;
  return power * (value >= 5 * power ? 5 : value >= 2 * power ? 2 : 1);
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is not below a number. */
function roundUp(value: number): number {
  let power = 1;
  while (power * 5 < value) power *= 10;
  return power * (value <= power ? 1 : value <= 2 * power ? 2 : 5);
}
