import type { Conv2DBackpropFilterAttrs } from '@tensorflow/tfjs-core';
import { addressOf, arithmeticOf, roomFor } from './arithmetic.ts';
import { forColumns, inputTaps } from './convolution.ts';
import { defineKernel, windowOf } from './define-kernel.ts';

/**
 * Gradient of a convolution's filter. Forward, output = columns · filter, so ∂L/∂filter =
 * columnsᵀ · dy, summed over all places of the batch. x [n, h, w, c], dy [n, h', w', f]; result
 * [kh, kw, c, f]. Stock tfjs has none for wasm.
 */
export const conv2dBackpropFilter = defineKernel<'x' | 'dy', Conv2DBackpropFilterAttrs>(
  'Conv2DBackpropFilter',
  (core, { inputs, attrs, backend }) => {
    const { x, dy } = inputs;
    const window = windowOf(core, x.shape, attrs.filterShape, attrs);
    const { gemmTransposed } = arithmeticOf(backend);
    const out = roomFor(backend, attrs.filterShape);
    const row = 4 * window.outChannels;
    const slopes = addressOf(backend, dy);
    const to = addressOf(backend, out);
    const taps = inputTaps(window);
    forColumns(backend, x, window.batchSize, taps, ({ address, stride }, first, count) => {
      const filters = window.outChannels;
      const [m, more] = [stride / 4, first > 0 ? 1 : 0];
      gemmTransposed(
        address,
        stride,
        slopes + first * row,
        row,
        to,
        row,
        m,
        count,
        filters,
        more,
        0,
      );
    });
    return out;
  },
);
