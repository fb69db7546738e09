import { assemble, double } from '../wasm/assembler.ts';
import { gemm } from '../wasm/gemm.ts';
import { sgdVectors } from './vector-sgd.ts';
import { sigmoidSlopeVectors, sigmoidVectors } from './vector-sigmoid.ts';
import { transposeVectors } from './vector-transpose.ts';

type Addressed = (...numbers: number[]) => void;

/** The hot loops in WebAssembly, two numbers at a time. Addresses and strides in bytes. */
export interface Vectors {
  /** (a, aStride, b, bStride, c, cStride, m, inner, n, accumulate, bias) */
  readonly gemm: Addressed;
  /** The same with A given as [inner, m]. */
  readonly gemmTransposed: Addressed;
  /** (from, rows, columns, to) */
  readonly transpose: Addressed;
  /** (from, to, count) */
  readonly sigmoid: Addressed;
  /** (outputs, slopes, to, count) */
  readonly sigmoidSlope: Addressed;
  /** (weights, gradients, before, count, cell): the rate is in the cell, the sum is left there. */
  readonly sgd: Addressed;
}

const tiles = { precision: double, rows: [4, 1], columns: [4, 2] } as const;

const sources = (fused: boolean) => [
  gemm({ ...tiles, name: 'gemm', transposed: false, fused }),
  gemm({ ...tiles, name: 'gemmTransposed', transposed: true, fused }),
  transposeVectors,
  sigmoidVectors(fused),
  sigmoidSlopeVectors,
  sgdVectors,
];

let compiled: WebAssembly.Module | 'none' | undefined;

/** The loops on a memory; nothing on a machine whose WebAssembly has no vectors. */
export function vectorsOn(memory: WebAssembly.Memory): Vectors | undefined {
  compiled ??= compile();
  if (compiled === 'none') return undefined;
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  return exports as unknown as Vectors;
}

function compile(): WebAssembly.Module | 'none' {
  const bytes = [true, false].map((fused) => assemble(sources(fused)));
  const valid = bytes.find((module) => WebAssembly.validate(module));
  return valid ? new WebAssembly.Module(valid) : 'none';
}
