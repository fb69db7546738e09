import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Conv2DBackpropInputAttrs, TensorInfo } from '@tensorflow/tfjs-core';
import { addressOf, arithmeticOf, roomFor, viewOf } from './arithmetic.ts';
import { forColumns, outputTaps } from './convolution.ts';
import { defineKernel, windowOf } from './define-kernel.ts';

/**
 * Gradient of a convolution's input, and the transposed convolution: each input place collects from
 * every output place that read it, through the same weight. dy [n, h', w', f], filter [kh, kw, c, f];
 * result [n, h, w, c].
 */
export const conv2dBackpropInput = defineKernel<'dy' | 'filter', Conv2DBackpropInputAttrs>(
  'Conv2DBackpropInput',
  (core, { inputs, attrs, backend }) => {
    const { dy, filter } = inputs;
    const window = windowOf(core, attrs.inputShape, filter.shape, attrs);
    const { gemm } = arithmeticOf(backend);
    const { batchSize, inChannels } = window;
    const out = roomFor(backend, attrs.inputShape);
    const turned = turnedFilter(backend, filter);
    const row = 4 * inChannels;
    const weights = addressOf(backend, turned);
    const to = addressOf(backend, out);
    forColumns(backend, dy, batchSize, outputTaps(window), ({ address, stride }, first, count) => {
      const inner = stride / 4;
      gemm(address, stride, weights, row, to + first * row, row, count, inner, inChannels, 0, 0);
    });
    backend.disposeData(turned.dataId);
    return out;
  },
);

/** The filter with its last two axes swapped: [kh, kw, f, c]. */
function turnedFilter(backend: BackendWasm, filter: TensorInfo): TensorInfo {
  const [height = 1, width = 1, channels = 1, filters = 1] = filter.shape;
  const turned = roomFor(backend, [height, width, filters, channels]);
  const from = viewOf(backend, filter);
  const to = viewOf(backend, turned);
  const size = channels * filters;
  for (let tap = 0; tap < height * width; tap++) {
    for (let c = 0; c < channels; c++) {
      for (let f = 0; f < filters; f++) {
        to[tap * size + f * channels + c] = from[tap * size + c * filters + f] as number;
      }
    }
  }
  return turned;
}
