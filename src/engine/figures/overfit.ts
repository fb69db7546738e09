import type { Curves } from './curves.ts';
import type { Series } from './history.ts';

/** How far test and training are apart, and since when they drift. */
export interface Overfit {
  /** Test loss above training loss, at the end. */
  readonly gap: number;
  /** The update with the lowest test loss, where it has risen since and training has not. */
  readonly since: number | undefined;
}

/** The test loss must have risen by this share before it is called overfitting: less is chance. */
const RISE = 0.05;
/** Fewer measurements than this tell nothing. */
const FEWEST = 8;

/** The gap between test and training, where both were measured. */
export function overfitOf({ train, test }: Pick<Curves, 'train' | 'test'>): Overfit | undefined {
  const last = test.values.at(-1);
  const now = train.values.at(-1);
  if (last === undefined || now === undefined) return undefined;
  const gap = last - now;
  const lowest = test.values.indexOf(Math.min(...test.values));
  const low = test.values[lowest] ?? last;
  const step = test.steps[lowest] ?? 0;
  const then = valueAt(train, step);
  const isRising = test.values.length >= FEWEST && gap > 0 && last > low * (1 + RISE) && now < then;
  return { gap, since: isRising ? step : undefined };
}

/** A curve's value when a step was done, or the last one measured before. */
export function valueAt({ steps, values }: Series, step: number): number {
  const at = steps.findLastIndex((each) => each <= step);
  return values[Math.max(0, at)] ?? Number.NaN;
}
