import type { Recording } from '../../engine/frame.ts';

/** Moments between two presses of PageUp: a tenth of what is recorded. */
const LEAPS = 10;

/**
 * The step of the recorded moment beside the one on screen: −1 is back, 1 on. Gives `undefined` for the end,
 * and the moment itself where there is no other.
 */
export function momentBeside({ steps, at, end }: Recording, way: -1 | 1): number | undefined {
  const all = [...(steps ?? [])];
  if (way === 1) return at === undefined ? undefined : all.find((step) => step > at && step < end);
  const before = all.findLast((step) => step < (at ?? end));
  return before ?? at;
}

/** The step a tenth of the way back or on; `undefined` for the end. */
export function leapFrom({ first, end, at }: Recording, way: -1 | 1): number | undefined {
  const to = (at ?? end) + (way * (end - first)) / LEAPS;
  return to >= end ? undefined : Math.max(first, Math.round(to));
}
