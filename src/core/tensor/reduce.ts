import { ok, type Result } from '../result.ts';
import { requireNumber } from './arithmetic.ts';
import { aroundAxis, frontAxis } from './axes.ts';
import type { TensorProblem } from './problem.ts';
import { type Dtype, type Tensor, tensorOf } from './tensor.ts';

/** Which axis disappears; without one, all of them. */
export type Over = number | undefined;

/** Sum along an axis. */
export const reduceSum = (tensor: Tensor, over: Over): Result<Tensor, TensorProblem> =>
  reduce(tensor, over, tensor.dtype, (values) => add(tensor.dtype, values));

/** Mean along an axis. Of whole numbers it is a whole number: what is behind the point is cut off. */
export const reduceMean = (tensor: Tensor, over: Over): Result<Tensor, TensorProblem> =>
  reduce(tensor, over, tensor.dtype, (values) => add(tensor.dtype, values) / values.length);

/** Where along an axis the largest value stands, the first of equals. Without an axis, in the flat order. */
export const argmax = (tensor: Tensor, over: Over): Result<Tensor, TensorProblem> =>
  reduce(tensor, over, 'int32', (values) =>
    values.reduce((best, value, i) => (value > (values[best] ?? value) ? i : best), 0),
  );

const add = (dtype: Dtype, values: readonly number[]): number =>
  values.reduce(
    (sum, value) => (dtype === 'int32' ? (sum + value) | 0 : Math.fround(sum + value)),
    0,
  );

function reduce(
  tensor: Tensor,
  over: Over,
  dtype: Dtype,
  combine: (values: readonly number[]) => number,
): Result<Tensor, TensorProblem> {
  const numbers = requireNumber(tensor);
  if (!numbers.ok) return numbers;
  if (over === undefined) return ok(tensorOf(dtype, [], () => combine(tensor.values)));
  const axis = frontAxis(over, tensor.shape);
  if (!axis.ok) return axis;
  const { size, inner } = aroundAxis(tensor.shape, axis.value);
  const shape = tensor.shape.toSpliced(axis.value, 1);
  return ok(
    tensorOf(dtype, shape, (i) => {
      const start = Math.floor(i / inner) * size * inner + (i % inner);
      return combine(Array.from({ length: size }, (_, k) => tensor.values[start + k * inner] ?? 0));
    }),
  );
}
