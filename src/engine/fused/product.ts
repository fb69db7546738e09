import type { Arena } from './arena.ts';
import { multiply } from './multiply.ts';
import type { Kernel } from './operation.ts';

/** The matrices of a dense layer: x [rows, inputs], w [inputs, units], y and g = ∂L/∂y [rows, units]. */
interface Matrices {
  readonly x: Float64Array;
  readonly w: Float64Array;
  readonly y: Float64Array;
  readonly g: Float64Array;
  readonly dw: Float64Array;
  readonly dx: Float64Array | undefined;
  readonly bias: Float64Array | undefined;
  readonly inputs: number;
  readonly units: number;
}

/** y = x·w + bias; back, dw = xᵀ·g and dx = g·wᵀ. On vectors where the machine has them. */
export const createProduct = (arena: Arena, matrices: Matrices): Kernel =>
  arena.vectors ? onVectors(arena, matrices) : onNumbers(matrices);

function onNumbers({ x, w, y, g, dw, dx, bias, inputs, units }: Matrices): Kernel {
  const rowsOf = (values: Float64Array, width: number) => ({ values, row: width, column: 1 });
  const turned = (values: Float64Array, width: number) => ({ values, row: 1, column: width });
  const [input, inputT] = [rowsOf(x, inputs), turned(x, inputs)];
  const [weights, weightsT] = [rowsOf(w, units), turned(w, units)];
  const slope = rowsOf(g, units);
  return {
    forward: (rows) => multiply(input, weights, y, rows, inputs, units, bias),
    backward(rows) {
      multiply(inputT, slope, dw, inputs, rows, units);
      if (dx) multiply(slope, weightsT, dx, rows, units, inputs);
    },
  };
}

function onVectors(arena: Arena, { x, w, y, g, dw, dx, bias, inputs, units }: Matrices): Kernel {
  const { vectors, room } = arena;
  if (!vectors) throw new Error('this arena has no vectors');
  const { gemm, gemmTransposed, transpose } = vectors;
  const [xAt, wAt, yAt, gAt, dwAt] = [x, w, y, g, dw].map((values) => values.byteOffset) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [inRow, outRow] = [8 * inputs, 8 * units];
  const biasAt = bias?.byteOffset ?? 0;
  const dxAt = dx?.byteOffset ?? 0;
  const turned = dx ? room(w.length).byteOffset : 0;
  return {
    forward: (rows) => gemm(xAt, inRow, wAt, outRow, yAt, outRow, rows, inputs, units, 0, biasAt),
    backward(rows) {
      gemmTransposed(xAt, inRow, gAt, outRow, dwAt, outRow, inputs, rows, units, 0, 0);
      if (!dx) return;
      transpose(wAt, inputs, units, turned);
      gemm(gAt, outRow, turned, inRow, dxAt, inRow, rows, units, inputs, 0, 0);
    },
  };
}
