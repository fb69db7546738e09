import { isWhole } from '../../engine/data/balance.ts';
import type { Series } from '../../engine/figures/history.ts';
import type { RunFacts } from './advice.ts';

/** The training loss at hand, in the loss's own unit. */
export const lossNow = ({ frame }: RunFacts): number => frame.train?.loss ?? Number.NaN;

/** Whether every batch is the whole set as it is, so that a loss that rises does so by itself. */
export const isSteady = ({ ir, document }: RunFacts): boolean =>
  isWhole(ir.source.spec, document.training);

/**
 * Whether little has been learnt: most of what the best answer that is the same for every row costs is
 * still there. False where that cost is not known.
 */
export const isPoor = (facts: RunFacts): boolean =>
  lossNow(facts) > POOR * (facts.known.data?.idle ?? Number.POSITIVE_INFINITY);

const POOR = 0.5;

/** The points of a curve from a step on. */
export function since({ steps, values }: Series, step: number): readonly number[] {
  const from = steps.findIndex((each) => each >= step);
  return from < 0 ? [] : [...values.subarray(from)];
}

/** A rate as a person would type it: one digit, rounded down. */
export function roundRate(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  // A hair above the digit is the digit.
  return Number((Math.floor(value / power + 1e-9) * power).toPrecision(1));
}
