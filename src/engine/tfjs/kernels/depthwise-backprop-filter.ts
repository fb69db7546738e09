import type { DepthwiseConv2dNativeBackpropFilterAttrs } from '@tensorflow/tfjs-core';
import { roomFor, viewOf } from './arithmetic.ts';
import { defineKernel, windowOf } from './define-kernel.ts';
import { forTaps } from './depthwise.ts';

/**
 * Gradient of a depthwise convolution's filter: each tap's weight meets its pixel at every place, so its
 * gradient is Σ x·dy over places and images. x [n, h, w, c], dy [n, h', w', c·m], result [kh, kw, c, m].
 */
export const depthwiseBackpropFilter = defineKernel<
  'x' | 'dy',
  DepthwiseConv2dNativeBackpropFilterAttrs
>('DepthwiseConv2dNativeBackpropFilter', (core, { inputs, attrs, backend }) => {
  const { x, dy } = inputs;
  const window = windowOf(core, x.shape, attrs.filterShape, attrs, true);
  const out = roomFor(backend, attrs.filterShape);
  const [pixels, slopes, gradient] = [
    viewOf(backend, x),
    viewOf(backend, dy),
    viewOf(backend, out),
  ];
  const { inChannels, outChannels } = window;
  const multiplier = outChannels / inChannels;
  gradient.fill(0);
  forTaps(window, (input, output, filter) => {
    for (let k = 0; k < outChannels; k++) {
      const pixel = pixels[input + Math.floor(k / multiplier)] as number;
      const at = filter + k;
      gradient[at] = (gradient[at] as number) + pixel * (slopes[output + k] as number);
    }
  });
  return out;
});
