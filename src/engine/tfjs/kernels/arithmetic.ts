import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { assemble, single } from '../../wasm/assembler.ts';
import { gemm } from '../../wasm/gemm.ts';
import { gather } from './gather.ts';
import { spread } from './spread.ts';

type Addressed = (...numbers: number[]) => void;

/** Our own WebAssembly on the memory of tfjs's wasm backend. Addresses and strides in bytes. */
export interface Arithmetic {
  /** (source, table, taps, run, imageBytes, places, from, count, out) */
  readonly gather: Addressed;
  /** (a, aStride, b, bStride, c, cStride, m, inner, n, accumulate, bias) */
  readonly gemm: Addressed;
  /** The same with A given as [inner, m]. */
  readonly gemmTransposed: Addressed;
  /** (values, slopes, out, table, taps, places, images, imageBytes, run) */
  readonly spread: Addressed;
}

const tiles = { precision: single, rows: [6, 1], columns: [8, 4] } as const;

const sources = (fused: boolean) => [
  gather,
  spread,
  gemm({ ...tiles, name: 'gemm', transposed: false, fused }),
  gemm({ ...tiles, name: 'gemmTransposed', transposed: true, fused }),
];

/** Where tfjs's two builds, with threads and without, keep their memory. */
interface HeapOwner {
  readonly wasmMemory?: WebAssembly.Memory;
  readonly asm: { readonly memory: WebAssembly.Memory };
}

/** Whether this machine's WebAssembly has vectors of four numbers: every browser since 2023. */
export const hasVectors = (): boolean => WebAssembly.validate(assemble(sources(false)));

const known = new WeakMap<BackendWasm, Arithmetic>();

/** The kernels' arithmetic for a backend; made once. */
export function arithmeticOf(backend: BackendWasm): Arithmetic {
  const found = known.get(backend);
  if (found) return found;
  const { wasmMemory, asm } = backend.wasm as unknown as HeapOwner;
  const memory = wasmMemory ?? asm.memory;
  const shared =
    typeof SharedArrayBuffer !== 'undefined' && memory.buffer instanceof SharedArrayBuffer;
  // One instruction for a·b + c where the machine has it: Chrome 114, Firefox 145.
  const fused = assemble(sources(true), shared);
  const module = new WebAssembly.Module(
    WebAssembly.validate(fused) ? fused : assemble(sources(false), shared),
  );
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const made = exports as unknown as Arithmetic;
  known.set(backend, made);
  return made;
}

/** Where a tensor lies in the heap, in bytes. */
export const addressOf = (backend: BackendWasm, { dataId }: TensorInfo): number =>
  backend.dataIdMap.get(dataId).memoryOffset;

/** A tensor's numbers in the heap. Allocating may move the heap: take views after that. */
export const viewOf = (backend: BackendWasm, tensor: TensorInfo): Float32Array =>
  backend.typedArrayFromHeap(tensor) as Float32Array;

/** Room for a tensor in the heap, with whatever numbers were there. */
export const roomFor = (backend: BackendWasm, shape: readonly number[]): TensorInfo =>
  backend.makeOutput([...shape], 'float32');
