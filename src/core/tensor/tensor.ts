import { type Shape, sizeOf } from '../shape.ts';

/** What the values of a tensor are: numbers with a point, whole numbers, or true and false. */
export const dtypes = ['float32', 'int32', 'bool'] as const;

/** The type of a tensor's values. */
export type Dtype = (typeof dtypes)[number];

/** Whole tensor, no axis hidden. `values` run with the last axis fastest; true is 1, false 0. */
export interface Tensor {
  readonly dtype: Dtype;
  readonly shape: Shape;
  readonly values: readonly number[];
}

/** A result, and what a person should know of how it came about. */
export interface CalculatedTensor extends Tensor {
  /** For each input, the axes of the result along which it was repeated. */
  readonly stretched?: readonly (readonly number[])[];
  /** The exact values, where whole numbers had to cut them off. */
  readonly exact?: readonly number[];
}

/** Most values of a tensor that is calculated while the person edits. */
export const MAX_TENSOR_VALUES = 10_000;

/** Most values of all tensors of a calculation together. */
export const MAX_CALCULATED_VALUES = 300_000;

/** Most axes a tensor may have. */
export const MAX_TENSOR_RANK = 6;

/** A value as its type stores it: rounded to float32, cut off towards 0, or 0 and 1. */
function stored(dtype: Dtype, value: number): number {
  if (dtype === 'float32') return Math.fround(value);
  return dtype === 'int32' ? value | 0 : Number(value !== 0);
}

/** A tensor whose i-th value is `valueAt(i)`, stored as its type. */
export const tensorOf = (
  dtype: Dtype,
  shape: Shape,
  valueAt: (index: number) => number,
): Tensor => ({
  dtype,
  shape,
  values: Array.from({ length: sizeOf(shape) }, (_, i) => stored(dtype, valueAt(i))),
});

/** How many values lie between neighbours along each axis. */
export function stridesOf(shape: Shape): number[] {
  const strides = Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  }
  return strides;
}

/** The place of the i-th value along each axis. */
export function placeOf(shape: Shape, index: number): number[] {
  const place = Array<number>(shape.length);
  let left = index;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const size = shape[axis] ?? 1;
    place[axis] = left % size;
    left = Math.floor(left / size);
  }
  return place;
}
