/** How many bars a distribution is drawn with. */
export const BARS = 34;

/** How numbers are spread: the smallest and the largest, their mean, and how many lie in each of equal stretches. */
export interface Spread {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  /** [BARS] */
  readonly counts: Uint32Array;
}

type Numbers = Float32Array | Float64Array;

/** How the finite ones of some numbers are spread; nothing where there are none. */
export function spreadOf(parts: readonly Numbers[]): Spread | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let count = 0;
  for (const part of parts) {
    for (const value of part) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
      sum += value;
      count += 1;
    }
  }
  if (count === 0) return undefined;
  const counts = new Uint32Array(BARS);
  const scale = high > low ? BARS / (high - low) : 0;
  for (const part of parts) {
    for (const value of part) {
      if (!Number.isFinite(value)) continue;
      const bar = Math.min(BARS - 1, Math.floor((value - low) * scale));
      counts[bar] = (counts[bar] ?? 0) + 1;
    }
  }
  return { low, high, mean: sum / count, counts };
}

/** How far within its bounds a value may be and still count as held fast: 5 % of the way between their middle and one. */
const EDGE = 0.95;

/** The share of values past 0.95 of the way from the middle of the bounds to one of them. */
export function saturatedShare(values: Numbers, [low, high]: readonly [number, number]): number {
  const middle = (low + high) / 2;
  const reach = ((high - low) / 2) * EDGE;
  let past = 0;
  for (const value of values) if (Math.abs(value - middle) > reach) past += 1;
  return values.length > 0 ? past / values.length : 0;
}

/** Units, along the last axis, that give 0 for every row and place. */
export function deadUnits(values: Numbers, units: number): number {
  const lives = new Uint8Array(units);
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) lives[i % units] = 1;
  return values.length > 0 ? lives.filter((life) => life === 0).length : 0;
}

/** √(Σx² / n) */
export function rootMeanSquare(values: Numbers): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return values.length > 0 ? Math.sqrt(sum / values.length) : 0;
}
