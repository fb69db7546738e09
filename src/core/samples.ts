import type { Shape } from './shape.ts';

/** What a sample's label is: one of `count` classes, or `size` real numbers. */
export type TargetSpec =
  | { readonly type: 'classes'; readonly count: number }
  | { readonly type: 'numbers'; readonly size: number };

/** What a data set holds, without the numbers: enough to check a graph against it. */
export interface SampleSpec {
  /** Shape of one input. */
  readonly input: Shape;
  readonly target: TargetSpec;
}

/** Inputs and labels, row-major. */
export interface Samples {
  readonly spec: SampleSpec;
  readonly rows: number;
  /** [rows, ...input] */
  readonly x: Float32Array;
  /** [rows] class indices, or [rows, size] numbers. */
  readonly y: Float32Array;
}

/** How labels are laid out for the loss: one number, or one column a class. */
export type TargetEncoding = 'value' | 'oneHot';

/** Labels as the loss reads them. Returns [rows, width], row-major. */
export function encodeTargets(samples: Samples, encoding: TargetEncoding): Float32Array {
  const { target } = samples.spec;
  if (encoding === 'value' || target.type === 'numbers') return samples.y;
  const encoded = new Float32Array(samples.rows * target.count);
  for (let row = 0; row < samples.rows; row++) {
    encoded[row * target.count + (samples.y[row] ?? 0)] = 1;
  }
  return encoded;
}

/** The given rows of a sample set, in the given order. */
export function takeRows(samples: Samples, rows: ArrayLike<number>): Samples {
  const xWidth = samples.rows === 0 ? 0 : samples.x.length / samples.rows;
  const yWidth = samples.rows === 0 ? 0 : samples.y.length / samples.rows;
  const x = new Float32Array(rows.length * xWidth);
  const y = new Float32Array(rows.length * yWidth);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    x.set(samples.x.subarray(row * xWidth, (row + 1) * xWidth), i * xWidth);
    y.set(samples.y.subarray(row * yWidth, (row + 1) * yWidth), i * yWidth);
  }
  return { spec: samples.spec, rows: rows.length, x, y };
}
