import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { backend_util, KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { Tf } from '../../../layers/define-layer.ts';

interface Call<Input extends string, Attrs> {
  readonly inputs: Readonly<Record<Input, TensorInfo>>;
  readonly attrs: Attrs;
  readonly backend: BackendWasm;
}

/** A kernel of the wasm backend, made once TensorFlow.js is at hand. */
export type WasmKernel = (core: Tf['core']) => KernelConfig;

/** Types a kernel by its inputs and attributes. */
export const defineKernel =
  <Input extends string, Attrs>(
    kernelName: string,
    run: (core: Tf['core'], call: Call<Input, Attrs>) => TensorInfo,
  ): WasmKernel =>
  (core) => ({
    kernelName,
    backendName: 'wasm',
    kernelFunc: (call) => run(core, call as unknown as Call<Input, Attrs>),
  });

interface WindowAttrs {
  readonly strides: number | [number, number];
  readonly pad: Parameters<typeof backend_util.computeConv2DInfo>[4];
  readonly dilations?: number | [number, number];
  readonly dataFormat?: string;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil' | undefined;
}

type Shape4 = [number, number, number, number];

/** The window of a convolution over images [n, h, w, c], the only order that is used here. */
export function windowOf(
  { backend_util }: Tf['core'],
  input: readonly number[],
  filter: readonly number[],
  { strides, pad, dilations = 1, dataFormat, dimRoundingMode }: WindowAttrs,
  depthwise = false,
): backend_util.Conv2DInfo {
  if (dataFormat === 'NCHW') throw new Error('wasm convolves images with channels last');
  const shapes = [[...input] as Shape4, [...filter] as Shape4] as const;
  return backend_util.computeConv2DInfo(
    ...shapes,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    depthwise,
  );
}
