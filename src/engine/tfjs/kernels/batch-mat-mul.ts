import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { BatchMatMulAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, arithmeticOf, roomFor, viewOf } from './arithmetic.ts';
import { defineKernel } from './define-kernel.ts';

/** Products along the inner axis that are summed at a time: their share of B stays in the cache. */
const INNER_AT_ONCE = 256;

/**
 * Matrix product a·b of [..., m, k] and [..., k, n], either of them transposed when asked for; a batch
 * of one is repeated for the other's. Stock wasm falls back to a plain loop for transposed matrices,
 * which is both halves of a dense layer's gradient.
 */
export const batchMatMul = defineKernel<'a' | 'b', BatchMatMulAttrs>(
  'BatchMatMul',
  ({ broadcast_util, util }, { inputs, attrs, backend }) => {
    const { a, b } = inputs;
    const { transposeA, transposeB } = attrs;
    if (a.dtype !== 'float32' || b.dtype !== 'float32') {
      throw new Error('wasm multiplies matrices of float32 alone');
    }
    const [m, inner] = sidesOf(a, transposeA);
    const [, n] = sidesOf(b, transposeB);
    const outer = [a, b].map(({ shape }) => shape.slice(0, -2)) as [number[], number[]];
    const batch = broadcast_util.assertAndGetBroadcastShape(...outer);
    const [aBatch, bBatch, count] = [...outer, batch].map(util.sizeFromShape) as [
      number,
      number,
      number,
    ];
    const out = roomFor(backend, [...batch, m, n]);
    const right = transposeB ? transposed(backend, b, bBatch, n, inner) : b;
    const { gemm, gemmTransposed } = arithmeticOf(backend);
    const multiply = transposeA ? gemmTransposed : gemm;
    const [from, by, to] = [a, right, out].map((tensor) => addressOf(backend, tensor)) as [
      number,
      number,
      number,
    ];
    const aStride = 4 * (transposeA ? m : inner);
    for (let i = 0; i < count; i++) {
      const left = from + 4 * (aBatch === 1 ? 0 : i) * m * inner;
      const matrix = by + 4 * (bBatch === 1 ? 0 : i) * inner * n;
      const result = to + 4 * i * m * n;
      for (let k = 0; k < inner; k += INNER_AT_ONCE) {
        const step = Math.min(INNER_AT_ONCE, inner - k);
        const part = left + k * (transposeA ? aStride : 4);
        const more = k > 0 ? 1 : 0;
        multiply(part, aStride, matrix + 4 * k * n, 4 * n, result, 4 * n, m, step, n, more, 0);
      }
    }
    if (transposeB) backend.disposeData(right.dataId);
    return out;
  },
);

/** Rows and columns of a matrix as it takes part in the product. */
function sidesOf({ shape }: TensorInfo, turned: boolean): [number, number] {
  const [rows = 1, columns = 1] = shape.slice(-2);
  return turned ? [columns, rows] : [rows, columns];
}

function transposed(
  backend: BackendWasm,
  tensor: TensorInfo,
  batch: number,
  rows: number,
  columns: number,
): TensorInfo {
  const out = roomFor(backend, [batch, columns, rows]);
  const from = viewOf(backend, tensor);
  const to = viewOf(backend, out);
  for (let i = 0; i < batch; i++) {
    const start = i * rows * columns;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        to[start + column * rows + row] = from[start + row * columns + column] as number;
      }
    }
  }
  return out;
}
