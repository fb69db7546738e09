import type { Recording } from '../../engine/frame.ts';
import { formatCount, formatShort } from '../kit/format.ts';

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

/** What of a power of ten a round stride is. */
const ROUND = [5, 2, 1];

/** Strides that a bar is divided into at most. */
const MOST_STRIDES = 100;

/** Round steps to be written at the bar, no two of them, and none and an end, nearer than so much of it. */
export function ticksOf(stretch: Stretch, apart: number): number[] {
  const { end } = stretch;
  const ticks: number[] = [];
  for (let unit = 10 ** Math.floor(Math.log10(Math.max(1, end))); unit >= 1; unit /= 10) {
    for (const by of [1, 5, 2]) {
      const step = by * unit;
      if (hasRoom(stretch, ticks, step, apart)) ticks.push(step);
    }
  }
  const regular = ticks.length < 2 ? regularTicks(stretch, apart) : [];
  return regular.length > ticks.length ? regular : ticks.sort((a, b) => a - b);
}

/** Multiples of the largest round stride of which two have room: a bar may begin late, between the roundest steps. */
function regularTicks(stretch: Stretch, apart: number): number[] {
  const { first, end } = stretch;
  const least = Math.max(1, (end - first) / MOST_STRIDES);
  for (let unit = 10 ** Math.floor(Math.log10(Math.max(1, end - first))); unit > 0; unit /= 10) {
    for (const stride of ROUND.map((by) => by * unit)) {
      if (stride < least) return [];
      const ticks: number[] = [];
      for (let step = stride * Math.ceil(first / stride); step < end; step += stride) {
        if (hasRoom(stretch, ticks, step, apart)) ticks.push(step);
      }
      if (ticks.length > 1) return ticks;
    }
  }
  return [];
}

/** Whether a step can be written at the bar beside those that are. */
function hasRoom(stretch: Stretch, ticks: readonly number[], step: number, apart: number): boolean {
  const share = shareAt(stretch, step);
  const isFree = ticks.every((tick) => Math.abs(shareAt(stretch, tick) - share) >= apart);
  const isWithin = share >= apart / 2 && share <= 1 - apart / 2;
  return isFree && isWithin && step > stretch.first && step < stretch.end;
}

/** What is written at a step of the bar: short, unless that would leave out some of its digits. */
export function tickText(step: number): string {
  const isShort = Number(step.toPrecision(3)) === step;
  return isShort ? formatShort(step) : formatCount(step);
}
