import { err, ok, type Result } from '../result.ts';
import { type Broadcast, broadcastShapes, stretch } from './broadcast.ts';
import type { TensorProblem } from './problem.ts';
import { type Dtype, type Tensor, tensorOf } from './tensor.ts';

/** Arithmetic of two values; whole numbers wrap at 32 bits as they do in TensorFlow. */
const rules = {
  add: { float: (a: number, b: number) => a + b, whole: (a: number, b: number) => (a + b) | 0 },
  subtract: {
    float: (a: number, b: number) => a - b,
    whole: (a: number, b: number) => (a - b) | 0,
  },
  multiply: { float: (a: number, b: number) => a * b, whole: Math.imul },
};

/** What is done with two values at the same place. */
export type Rule = keyof typeof rules;

/** A result and how its operands were stretched to meet. */
interface Elementwise extends Pick<Broadcast, 'stretched'> {
  readonly tensor: Tensor;
}

/** Two tensors joined value by value, stretched where a size is 1. */
export function elementwise(
  rule: Rule,
  first: Tensor,
  second: Tensor,
): Result<Elementwise, TensorProblem> {
  const dtype = commonNumber(first, second);
  if (!dtype.ok) return dtype;
  const met = broadcastShapes(first.shape, second.shape);
  if (!met.ok) return met;
  const { shape, stretched } = met.value;
  const [a, b] = [stretch(first, shape).values, stretch(second, shape).values];
  const apply = dtype.value === 'int32' ? rules[rule].whole : rules[rule].float;
  const tensor = tensorOf(dtype.value, shape, (i) => apply(a[i] ?? 0, b[i] ?? 0));
  return ok({ tensor, stretched });
}

/** The type that both have. TensorFlow never changes one by itself; that is what cast is for. */
export function commonNumber(first: Tensor, second: Tensor): Result<Dtype, TensorProblem> {
  if (first.dtype !== second.dtype) {
    return err({ code: 'dtypes-differ', first: first.dtype, second: second.dtype });
  }
  return requireNumber(first);
}

/** A failure for true and false where numbers are read. */
export const requireNumber = ({ dtype }: Tensor): Result<Dtype, TensorProblem> =>
  dtype === 'bool' ? err({ code: 'dtype-unfit', expected: 'number', got: dtype }) : ok(dtype);
