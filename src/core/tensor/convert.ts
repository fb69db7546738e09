import { err, ok, type Result } from '../result.ts';
import { withinLimit } from './axes.ts';
import type { TensorProblem } from './problem.ts';
import { type Dtype, type Tensor, tensorOf } from './tensor.ts';

/** The same values as another type; to whole numbers, what is behind the point is cut off. */
export const cast = ({ shape, values }: Tensor, dtype: Dtype): Tensor =>
  tensorOf(dtype, shape, (i) => values[i] ?? 0);

/** Each number n as `depth` numbers, 1 at place n and 0 elsewhere, along a new last axis. */
export function oneHot(tensor: Tensor, depth: number): Result<Tensor, TensorProblem> {
  if (tensor.dtype !== 'int32') {
    return err({ code: 'dtype-unfit', expected: 'int32', got: tensor.dtype });
  }
  const shape = withinLimit([...tensor.shape, depth]);
  if (!shape.ok) return shape;
  return ok(
    tensorOf('float32', shape.value, (i) =>
      Number(tensor.values[Math.floor(i / depth)] === i % depth),
    ),
  );
}

/** The same value everywhere, in the shape and type of another tensor. */
export const filledLike = ({ dtype, shape }: Tensor, value: 0 | 1): Tensor =>
  tensorOf(dtype, shape, () => value);
