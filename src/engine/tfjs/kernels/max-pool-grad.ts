import type { MaxPoolGradAttrs } from '@tensorflow/tfjs-core';
import { addressOf, arithmeticOf, roomFor, viewOf } from './arithmetic.ts';
import { inputTaps } from './convolution.ts';
import { defineKernel } from './define-kernel.ts';

/**
 * Gradient of max pooling: the slope of each window goes to its largest value, to the first of several.
 * input [n, h, w, c], dy [n, h', w', c]; result like the input.
 */
export const maxPoolGrad = defineKernel<'dy' | 'input', MaxPoolGradAttrs>(
  'MaxPoolGrad',
  ({ backend_util }, { inputs, attrs, backend }) => {
    const { dy, input } = inputs;
    const { filterSize, strides, pad, dimRoundingMode } = attrs;
    const shape = input.shape as [number, number, number, number];
    const window = backend_util.computePool2DInfo(
      shape,
      filterSize,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    const out = roomFor(backend, shape);
    viewOf(backend, out).fill(0);
    const { table, taps, places, run, imageBytes } = inputTaps(window);
    const room = backend.makeOutput([table.length], 'int32', undefined, table);
    arithmeticOf(backend).spread(
      addressOf(backend, input),
      addressOf(backend, dy),
      addressOf(backend, out),
      addressOf(backend, room),
      taps,
      places,
      window.batchSize,
      imageBytes,
      run,
    );
    backend.disposeData(room.dataId);
    return out;
  },
);
