import type { Tensor4D } from '@tensorflow/tfjs-core';
import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { readWeightParams, readWindow } from './keras.ts';
import { count, pair } from './params.ts';
import { only, slideWindow } from './shape-rules.ts';
import { biasOf, filtersFace, weightConfig, weightParams, withPlainCall } from './weight-params.ts';
import { padding, strides } from './window-params.ts';

/** Slides learned filters over an image. Input [h, w, c], output [h', w', filters]. */
export const conv2d = defineLayer({
  kind: 'conv2d',
  role: 'compute',
  family: 'convolution',
  title: { en: 'Conv2D', ko: '합성곱' },
  aliases: ['convolution', 'cnn', 'filter', 'kernel', '컨볼루션', '2차원 합성곱', '필터'],
  params: z.object({
    filters: count(8, { min: 1, max: 4096 }, { en: 'Filters', ko: '필터 수' }),
    kernel: pair([3, 3], { min: 1, max: 64 }, { en: 'Kernel', ko: '커널 크기' }),
    strides: strides([1, 1]),
    padding: padding('same'),
    ...weightParams,
  }),
  arity: { min: 1, max: 1 },
  sizeParam: 'filters',
  face: (p) => filtersFace(p.filters, p.kernel),
  infer: (p, inputs) => {
    const sides = slideWindow(only(inputs), { ...p, size: p.kernel });
    return sides.ok ? ok([...sides.value, p.filters]) : sides;
  },
  weights: (p, inputs) => [
    {
      name: 'kernel',
      shape: [...p.kernel, only(inputs)[2] ?? 0, p.filters],
      initialiser: p.kernelInitialiser,
      trainable: true,
    },
    ...biasOf(p, p.filters),
  ],
  build: ({ tf, name }, p) => {
    const layer = tf.layers.layers.conv2d({
      name,
      filters: p.filters,
      kernelSize: p.kernel,
      strides: p.strides,
      padding: p.padding,
      ...weightConfig(tf, p),
    });
    return withPlainCall(tf, layer, (x, kernel) =>
      tf.core.conv2d(x as Tensor4D, kernel as Tensor4D, p.strides, p.padding),
    );
  },
  reading: ({ kernel: size, strides, padding }) => ({
    how: 'window',
    size,
    strides,
    padding,
    does: 'convolve',
  }),
  keras: {
    names: ['Conv2D', 'Convolution2D'],
    starts: ['kernelInitialiser', 'biasInitialiser'],
    read: (c) => {
      c.plain({ dilation_rate: [1, [1, 1]], groups: [1] });
      return {
        filters: c.number('filters'),
        kernel: c.pair('kernel_size'),
        strides: c.pair('strides', 1),
        ...readWindow(c),
        ...readWeightParams(c),
      };
    },
  },
  help: {
    what: {
      en: 'Slides small learned filters over the image. Each filter answers where it finds its pattern.',
      ko: '학습한 작은 필터를 이미지 위로 옮겨 가며, 필터의 무늬가 어디 있는지 찾아요.',
    },
    formula: 'yᵢⱼ = Σ kernel · patchᵢⱼ + b',
    rule: {
      en: 'Valid: (n − k) / stride + 1, rounded down. Same: n / stride, rounded up. One map per filter.',
      ko: 'valid: (n − k) / 스트라이드 + 1(내림). same: n / 스트라이드(올림). 필터마다 맵이 하나 나와요.',
    },
  },
  examples: [
    {
      params: { filters: 32, kernel: [5, 5], padding: 'valid' },
      inputs: [[28, 28, 1]],
      output: [24, 24, 32],
      weights: 832,
    },
    {
      params: { filters: 32, useBias: false },
      inputs: [[28, 28, 1]],
      output: [28, 28, 32],
      weights: 288,
    },
    {
      params: { filters: 2, kernel: [2, 3], strides: [2, 1], padding: 'same' },
      inputs: [[7, 5, 3]],
      output: [4, 5, 2],
      weights: 38,
    },
    {
      params: { filters: 1, kernel: [2, 2], padding: 'valid' },
      inputs: [[3, 3, 1]],
      output: [2, 2, 1],
      weights: 5,
    },
  ],
});
