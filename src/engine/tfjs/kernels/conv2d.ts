import type { Conv2DAttrs } from '@tensorflow/tfjs-core';
import { addressOf, arithmeticOf, roomFor } from './arithmetic.ts';
import { forColumns, inputTaps } from './convolution.ts';
import { defineKernel, windowOf } from './define-kernel.ts';

/**
 * Convolution as a matrix product: every output place's window of the input is a row, every filter a
 * column. x [n, h, w, c], filter [kh, kw, c, f], output [n, h', w', f]. In training the filter is new at
 * every step, which costs stock tfjs the set-up of an XNNPACK operator each time.
 */
export const conv2d = defineKernel<'x' | 'filter', Conv2DAttrs>('Conv2D', (core, call) => {
  const { inputs, attrs, backend } = call;
  const { x, filter } = inputs;
  const window = windowOf(core, x.shape, filter.shape, attrs);
  const { gemm } = arithmeticOf(backend);
  const { batchSize, outChannels, outShape } = window;
  const out = roomFor(backend, outShape);
  const row = 4 * outChannels;
  const filters = addressOf(backend, filter);
  const to = addressOf(backend, out);
  forColumns(backend, x, batchSize, inputTaps(window), ({ address, stride }, first, count) => {
    const inner = stride / 4;
    gemm(address, stride, filters, row, to + first * row, row, count, inner, outChannels, 0, 0);
  });
  return out;
});
