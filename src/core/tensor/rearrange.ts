import { err, ok, type Result } from '../result.ts';
import { type Shape, sameShape, sizeOf } from '../shape.ts';
import { aroundAxis, frontAxis, withinLimit } from './axes.ts';
import type { TensorProblem } from './problem.ts';
import { placeOf, stridesOf, type Tensor, tensorOf } from './tensor.ts';

/** The same values in another shape; one size may be −1: whatever is left. */
export function reshapeTensor(tensor: Tensor, wanted: Shape): Result<Tensor, TensorProblem> {
  const total = tensor.values.length;
  const known = sizeOf(wanted.filter((size) => size !== -1));
  const open = wanted.filter((size) => size === -1).length;
  const isShape = wanted.every((size) => size >= 1 || size === -1);
  const fits = isShape && (open === 1 ? total % known === 0 : open === 0 && known === total);
  if (!fits) return err({ code: 'tensor-size', wanted, got: tensor.shape });
  return relabel(
    tensor,
    wanted.map((size) => (size === -1 ? total / known : size)),
  );
}

/** The axes in another order: axis i of the result is axis `order[i]`. Without an order, reversed. */
export function transpose(tensor: Tensor, order: readonly number[]): Result<Tensor, TensorProblem> {
  const rank = tensor.shape.length;
  const given = order.length === 0 ? tensor.shape.map((_, i) => rank - 1 - i) : order;
  const axes = given.map((axis) => (axis < 0 ? axis + rank : axis));
  const each = new Set(axes).size === rank && axes.every((axis) => axis >= 0 && axis < rank);
  if (!each || axes.length !== rank)
    return err({ code: 'axes-order', axes: given, got: tensor.shape });
  const from = stridesOf(tensor.shape);
  const shape = axes.map((axis) => tensor.shape[axis] ?? 1);
  return ok(
    tensorOf(tensor.dtype, shape, (i) => {
      const place = placeOf(shape, i);
      const index = axes.reduce((sum, axis, k) => sum + (from[axis] ?? 0) * (place[k] ?? 0), 0);
      return tensor.values[index] ?? 0;
    }),
  );
}

/** Without its axes of size 1, or without one of them. */
export function squeeze(tensor: Tensor, over: number | undefined): Result<Tensor, TensorProblem> {
  const { shape } = tensor;
  if (over === undefined)
    return relabel(
      tensor,
      shape.filter((size) => size !== 1),
    );
  const axis = frontAxis(over, shape);
  if (!axis.ok) return axis;
  if (shape[axis.value] !== 1) return err({ code: 'squeeze-size', axis: over, got: shape });
  return relabel(tensor, shape.toSpliced(axis.value, 1));
}

/** With a new axis of size 1 at this place of the result. */
export function expandDims(tensor: Tensor, at: number): Result<Tensor, TensorProblem> {
  const { shape } = tensor;
  const axis = frontAxis(at, shape, shape.length + 1);
  return axis.ok ? relabel(tensor, shape.toSpliced(axis.value, 0, 1)) : axis;
}

/** Tensors of one shape and type side by side along a new axis, in order. */
export function stack(tensors: readonly Tensor[], at: number): Result<Tensor, TensorProblem> {
  const [first] = tensors;
  if (!first) return err({ code: 'product-rank', got: [] });
  const other = tensors.find(({ shape }) => !sameShape(shape, first.shape));
  if (other) return err({ code: 'stack-shapes', first: first.shape, other: other.shape });
  const odd = tensors.find(({ dtype }) => dtype !== first.dtype);
  if (odd) return err({ code: 'dtypes-differ', first: first.dtype, second: odd.dtype });
  const axis = frontAxis(at, first.shape, first.shape.length + 1);
  if (!axis.ok) return axis;
  const shape = withinLimit(first.shape.toSpliced(axis.value, 0, tensors.length));
  if (!shape.ok) return shape;
  const { size, inner } = aroundAxis(shape.value, axis.value);
  return ok(
    tensorOf(first.dtype, shape.value, (i) => {
      const row = Math.floor(i / inner);
      return tensors[row % size]?.values[Math.floor(row / size) * inner + (i % inner)] ?? 0;
    }),
  );
}

function relabel(tensor: Tensor, shape: Shape): Result<Tensor, TensorProblem> {
  const fits = withinLimit(shape);
  return fits.ok ? ok({ ...tensor, shape }) : fits;
}
