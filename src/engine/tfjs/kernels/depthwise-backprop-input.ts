import type { DepthwiseConv2dNativeBackpropInputAttrs } from '@tensorflow/tfjs-core';
import { roomFor, viewOf } from './arithmetic.ts';
import { defineKernel, windowOf } from './define-kernel.ts';
import { forTaps } from './depthwise.ts';

/**
 * Gradient of a depthwise convolution's input: a pixel gets the slope of every place that read it, times
 * the weight it was read with. dy [n, h', w', c·m], filter [kh, kw, c, m], result [n, h, w, c].
 */
export const depthwiseBackpropInput = defineKernel<
  'dy' | 'filter',
  DepthwiseConv2dNativeBackpropInputAttrs
>('DepthwiseConv2dNativeBackpropInput', (core, { inputs, attrs, backend }) => {
  const { dy, filter } = inputs;
  const window = windowOf(core, attrs.inputShape, filter.shape, attrs, true);
  const out = roomFor(backend, attrs.inputShape);
  const [slopes, weights] = [viewOf(backend, dy), viewOf(backend, filter)];
  const gradient = viewOf(backend, out);
  const { inChannels, outChannels } = window;
  const multiplier = outChannels / inChannels;
  gradient.fill(0);
  forTaps(window, (input, output, tap) => {
    for (let k = 0; k < outChannels; k++) {
      const at = input + Math.floor(k / multiplier);
      gradient[at] =
        (gradient[at] as number) + (weights[tap + k] as number) * (slopes[output + k] as number);
    }
  });
  return out;
});
