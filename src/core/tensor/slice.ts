import { err, ok, type Result } from '../result.ts';
import { frontAxis } from './axes.ts';
import type { TensorProblem } from './problem.ts';
import { placeOf, stridesOf, type Tensor, tensorOf } from './tensor.ts';

/** What is kept along one axis: one place, and the axis disappears, or all from `start` before `end`. */
export type SlicePart =
  | { readonly at: number }
  | { readonly start: number | undefined; readonly end: number | undefined };

/** Part of a tensor, as Python's brackets take it. Parts count from the first axis; the rest is whole. */
export function slice(tensor: Tensor, parts: readonly SlicePart[]): Result<Tensor, TensorProblem> {
  const { shape } = tensor;
  if (parts.length > shape.length) {
    return err({ code: 'slice-rank', given: parts.length, got: shape });
  }
  const starts: number[] = [];
  const sizes: number[] = [];
  for (const [axis, size] of shape.entries()) {
    const part = parts[axis] ?? { start: undefined, end: undefined };
    if ('at' in part) {
      const place = frontAxis(part.at, [], size);
      if (!place.ok) {
        return err({ code: 'slice-range', part: String(part.at), axis, got: shape });
      }
      starts.push(place.value);
      sizes.push(1);
      continue;
    }
    const start = bound(part.start ?? 0, size);
    const end = bound(part.end ?? size, size);
    if (end <= start) {
      const text = `${part.start ?? ''}:${part.end ?? ''}`;
      return err({ code: 'slice-range', part: text, axis, got: shape });
    }
    starts.push(start);
    sizes.push(end - start);
  }
  const strides = stridesOf(shape);
  const kept = sizes.filter((_, axis) => !('at' in (parts[axis] ?? {})));
  return ok(
    tensorOf(tensor.dtype, kept, (i) => {
      const place = placeOf(sizes, i);
      const index = strides.reduce(
        (sum, stride, axis) => sum + stride * ((starts[axis] ?? 0) + (place[axis] ?? 0)),
        0,
      );
      return tensor.values[index] ?? 0;
    }),
  );
}

/** A bound counted from the front and kept within the axis, as Python does. */
const bound = (value: number, size: number): number =>
  Math.max(0, Math.min(size, value < 0 ? value + size : value));
