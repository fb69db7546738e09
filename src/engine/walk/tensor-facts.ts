import type { Shape } from '../../core/shape.ts';

/** What the numbers of a tensor are like. */
export interface TensorFacts {
  /** Of one row, or of a weight tensor. */
  readonly shape: Shape;
  /** Rows that were looked at. */
  readonly rows: number;
  readonly count: number;
  readonly min: number;
  readonly mean: number;
  readonly max: number;
  /** Share of exact zeros, from 0 to 1. */
  readonly zeros: number;
  /** Place of the number of the largest size. */
  readonly peak: number;
  /** All of them, where they are few: [rows, ...shape]. */
  readonly numbers: Float64Array | undefined;
}

/** So many numbers can be read one by one. */
const FEW = 256;

/** Looks through numbers [rows, ...shape]. */
export function factsOf(values: ArrayLike<number>, shape: Shape, rows: number): TensorFacts {
  const count = values.length;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let zeros = 0;
  let peak = 0;
  let reach = -1;
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    if (value === 0) zeros += 1;
    if (Math.abs(value) > reach) {
      reach = Math.abs(value);
      peak = i;
    }
  }
  const numbers = count <= FEW ? Float64Array.from(values) : undefined;
  return { shape, rows, count, min, mean: sum / count, max, zeros: zeros / count, peak, numbers };
}
