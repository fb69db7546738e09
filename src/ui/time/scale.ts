import type { Recording } from '../../engine/frame.ts';

/** What of a recording the bar covers. */
type Stretch = Pick<Recording, 'first' | 'end'>;

/** Up to so many steps the bar is even. */
const EVEN = 1000;

/** Steps that are still about evenly apart at the beginning of a longer bar. */
const FINE = 100;

/**
 * Where on the bar a step is, from 0 to 1. In long runs most is learnt early: from so many steps on, each ten times
 * as many take the same room.
 */
export function shareAt({ first, end }: Stretch, step: number): number {
  const [all, done] = [Math.max(1, end - first), Math.min(end, Math.max(first, step)) - first];
  return all <= EVEN ? done / all : Math.log1p(done / FINE) / Math.log1p(all / FINE);
}

/** The step at a place of the bar. */
export function stepAt({ first, end }: Stretch, share: number): number {
  const all = Math.max(1, end - first);
  const done = all <= EVEN ? share * all : FINE * Math.expm1(share * Math.log1p(all / FINE));
  return Math.min(end, first + Math.round(done));
}

/** Round steps to be written at the bar, no two of them, and none and an end, nearer than so much of it. */
export function ticksOf(stretch: Stretch, apart: number): number[] {
  const { first, end } = stretch;
  const ticks: number[] = [];
  for (let unit = 10 ** Math.floor(Math.log10(Math.max(1, end))); unit >= 1; unit /= 10) {
    for (const by of [1, 5, 2]) {
      const step = by * unit;
      const share = shareAt(stretch, step);
      const isFree = ticks.every((tick) => Math.abs(shareAt(stretch, tick) - share) >= apart);
      const isWithin = step > first && share >= apart / 2 && share <= 1 - apart / 2;
      if (isFree && isWithin && step < end) ticks.push(step);
    }
  }
  return ticks.sort((a, b) => a - b);
}
