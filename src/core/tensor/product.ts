import { err, ok, type Result } from '../result.ts';
import { commonNumber } from './arithmetic.ts';
import { withinLimit } from './axes.ts';
import { broadcastShapes, stretch } from './broadcast.ts';
import type { TensorProblem } from './problem.ts';
import { type Tensor, tensorOf } from './tensor.ts';

/**
 * Matrix product over the last two axes: [..., n, k]·[..., k, m] → [..., n, m]. Axes before them are
 * stretched as in an addition.
 */
export function matrixProduct(first: Tensor, second: Tensor): Result<Tensor, TensorProblem> {
  const flat = [first, second].find(({ shape }) => shape.length < 2);
  if (flat) return err({ code: 'product-rank', got: flat.shape });
  const [n, columns] = first.shape.slice(-2) as [number, number];
  const [rows, m] = second.shape.slice(-2) as [number, number];
  if (columns !== rows) {
    return err({
      code: 'product-sizes',
      first: first.shape,
      second: second.shape,
      columns,
      rows,
    });
  }
  const dtype = commonNumber(first, second);
  if (!dtype.ok) return dtype;
  const batch = broadcastShapes(first.shape.slice(0, -2), second.shape.slice(0, -2));
  if (!batch.ok) return batch;
  const shape = withinLimit([...batch.value.shape, n, m]);
  if (!shape.ok) return shape;
  const a = stretch(first, [...batch.value.shape, n, columns]).values;
  const b = stretch(second, [...batch.value.shape, rows, m]).values;
  const whole = dtype.value === 'int32';
  return ok(
    tensorOf(dtype.value, shape.value, (i) => {
      const [column, row] = [i % m, Math.floor(i / m)];
      const matrix = Math.floor(row / n);
      let sum = 0;
      for (let k = 0; k < columns; k++) {
        const x = a[row * columns + k] ?? 0;
        const y = b[(matrix * rows + k) * m + column] ?? 0;
        sum = whole ? (sum + Math.imul(x, y)) | 0 : Math.fround(sum + Math.fround(x * y));
      }
      return sum;
    }),
  );
}
