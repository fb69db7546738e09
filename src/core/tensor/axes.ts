import { err, ok, type Result } from '../result.ts';
import { type Shape, sizeOf } from '../shape.ts';
import type { TensorProblem } from './problem.ts';
import { MAX_TENSOR_RANK, MAX_TENSOR_VALUES } from './tensor.ts';

/** An axis counted from the front; −1 names the last of `count`. */
export function frontAxis(
  axis: number,
  shape: Shape,
  count = shape.length,
): Result<number, TensorProblem> {
  if (count === 0) return err({ code: 'axis-none' });
  const front = axis < 0 ? axis + count : axis;
  return front >= 0 && front < count
    ? ok(front)
    : err({ code: 'axis-range', axis, got: shape, most: count });
}

/** A failure where a tensor of this shape would be too large to be shown while it is edited. */
export const withinLimit = (shape: Shape): Result<Shape, TensorProblem> =>
  sizeOf(shape) > MAX_TENSOR_VALUES || shape.length > MAX_TENSOR_RANK
    ? err({ code: 'too-many-values', shape, limit: MAX_TENSOR_VALUES })
    : ok(shape);

/** Values before, along and after an axis: a tensor as [outer, size, inner]. */
export const aroundAxis = (
  shape: Shape,
  axis: number,
): { readonly outer: number; readonly size: number; readonly inner: number } => ({
  outer: sizeOf(shape.slice(0, axis)),
  size: shape[axis] ?? 1,
  inner: sizeOf(shape.slice(axis + 1)),
});
