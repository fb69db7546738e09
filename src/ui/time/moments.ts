import type { Recording } from '../../engine/frame.ts';
import { shareAt, stepAt } from './scale.ts';

/** Presses of PageUp that lead from one end of the bar to the other. */
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

/** The step a tenth of the bar back or on; `undefined` for the end. */
export function leapFrom(recording: Recording, way: -1 | 1): number | undefined {
  const { end, at = end } = recording;
  const to = shareAt(recording, at) + way / LEAPS;
  return to >= 1 ? undefined : stepAt(recording, Math.max(0, to));
}
