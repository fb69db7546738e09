import { err, ok, type Result } from '../result.ts';
import type { Shape } from '../shape.ts';
import { withinLimit } from './axes.ts';
import type { TensorProblem } from './problem.ts';
import { placeOf, stridesOf, type Tensor, tensorOf } from './tensor.ts';

/** Two shapes made one: an axis of size 1, or one that is missing in front, is repeated. */
export interface Broadcast {
  readonly shape: Shape;
  /** Axes of the result along which the first and the second operand are repeated. */
  readonly stretched: readonly [readonly number[], readonly number[]];
}

/** NumPy's rule: shapes are aligned at their last axes; sizes agree, or one of them is 1. */
export function broadcastShapes(first: Shape, second: Shape): Result<Broadcast, TensorProblem> {
  const rank = Math.max(first.length, second.length);
  const stretched: [number[], number[]] = [[], []];
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const fromEnd = axis - rank;
    const [a, b] = [sizeAt(first, fromEnd), sizeAt(second, fromEnd)];
    if (a !== b && a !== 1 && b !== 1) {
      return err({ code: 'broadcast-sizes', first, second, axis: fromEnd, left: a, right: b });
    }
    shape.push(Math.max(a, b));
    if (a < b) stretched[0].push(axis);
    if (b < a) stretched[1].push(axis);
  }
  const fits = withinLimit(shape);
  return fits.ok ? ok({ shape, stretched }) : fits;
}

/** Size of an axis counted from the end; one that is missing has size 1. */
const sizeAt = (shape: Shape, fromEnd: number): number =>
  fromEnd >= -shape.length ? (shape.at(fromEnd) ?? 1) : 1;

/** An operand repeated until it has the given shape. */
export function stretch(tensor: Tensor, shape: Shape): Tensor {
  const skip = shape.length - tensor.shape.length;
  const strides = stridesOf(tensor.shape).map((stride, axis) =>
    tensor.shape[axis] === 1 ? 0 : stride,
  );
  return tensorOf(tensor.dtype, shape, (i) => {
    const place = placeOf(shape, i);
    const from = strides.reduce((sum, stride, axis) => sum + stride * (place[axis + skip] ?? 0), 0);
    return tensor.values[from] ?? 0;
  });
}
