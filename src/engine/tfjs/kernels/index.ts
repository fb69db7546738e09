import type { Tf } from '../../../layers/define-layer.ts';
import { hasVectors } from './arithmetic.ts';
import { batchMatMul } from './batch-mat-mul.ts';
import { cast } from './cast.ts';
import { conv2d } from './conv2d.ts';
import { conv2dBackpropFilter } from './conv2d-backprop-filter.ts';
import { conv2dBackpropInput } from './conv2d-backprop-input.ts';
import { depthwiseBackpropFilter } from './depthwise-backprop-filter.ts';
import { depthwiseBackpropInput } from './depthwise-backprop-input.ts';
import { identity } from './identity.ts';
import { maxPoolGrad } from './max-pool-grad.ts';

const kernels = [
  batchMatMul,
  cast,
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
  identity,
  maxPoolGrad,
];

/**
 * Registers the kernels that stock tfjs lacks or does slowly, for the wasm backend. Without vectors in
 * WebAssembly nothing is changed.
 */
export function registerKernels(core: Tf['core']): void {
  if (!hasVectors()) return;
  const { getKernel, registerKernel, unregisterKernel } = core;
  for (const kernel of kernels) {
    const config = kernel(core);
    const { kernelName, backendName } = config;
    if (getKernel(kernelName, backendName)) unregisterKernel(kernelName, backendName);
    registerKernel(config);
  }
}
