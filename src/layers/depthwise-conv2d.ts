import type { Tensor4D } from '@tensorflow/tfjs-core';
import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { readWeightParams, readWindow } from './keras.ts';
import { count, pair } from './params.ts';
import { only, slideWindow } from './shape-rules.ts';
import {
  biasOf,
  filtersFace,
  regulariser,
  weightConfig,
  weightParams,
  withPlainCall,
} from './weight-params.ts';
import { padding, stride } from './window-params.ts';

/** Slides filters of its own over every map by itself. Input [h, w, c], output [h', w', c · multiplier]. */
export const depthwiseConv2d = defineLayer({
  kind: 'depthwiseConv2d',
  role: 'compute',
  family: 'convolution',
  title: { en: 'Depthwise conv', ko: '깊이별 합성곱' },
  aliases: ['depthwise convolution', 'mobilenet', '뎁스와이즈', '합성곱'],
  params: z.object({
    kernel: pair([3, 3], { min: 1, max: 64 }, { en: 'Kernel', ko: '커널 크기' }),
    stride: stride(1),
    multiplier: count(1, { min: 1, max: 64 }, { en: 'Filters a map', ko: '맵마다 필터 수' }),
    padding: padding('same'),
    ...weightParams,
  }),
  arity: { min: 1, max: 1 },
  face: (p) => filtersFace(p.multiplier, p.kernel),
  infer: (p, inputs) => {
    const input = only(inputs);
    const sides = slideWindow(input, { ...p, strides: [p.stride, p.stride], size: p.kernel });
    return sides.ok ? ok([...sides.value, (input[2] ?? 0) * p.multiplier]) : sides;
  },
  weights: (p, inputs) => {
    const channels = only(inputs)[2] ?? 0;
    return [
      {
        name: 'kernel',
        shape: [...p.kernel, channels, p.multiplier],
        initialiser: p.kernelInitialiser,
        trainable: true,
      },
      ...biasOf(p, channels * p.multiplier),
    ];
  },
  build: ({ tf, name }, p) => {
    const strides: [number, number] = [p.stride, p.stride];
    const { useBias } = weightConfig(tf, p);
    const layer = tf.layers.layers.depthwiseConv2d({
      name,
      kernelSize: p.kernel,
      strides,
      depthMultiplier: p.multiplier,
      padding: p.padding,
      useBias,
      depthwiseInitializer: 'zeros',
      biasInitializer: 'zeros',
      ...regulariser(tf, p, 'depthwiseRegularizer'),
    });
    return withPlainCall(tf, layer, (x, kernel) =>
      tf.core.depthwiseConv2d(x as Tensor4D, kernel as Tensor4D, strides, p.padding),
    );
  },
  reading: ({ kernel: size, stride, padding }) => ({
    how: 'window',
    size,
    strides: [stride, stride],
    padding,
    does: 'depthwise',
  }),
  keras: {
    names: ['DepthwiseConv2D'],
    starts: ['kernelInitialiser', 'biasInitialiser'],
    read: (c) => {
      c.plain({ dilation_rate: [1, [1, 1]] });
      return {
        kernel: c.pair('kernel_size'),
        stride: c.side('strides', 1),
        multiplier: c.number('depth_multiplier', 1),
        ...readWindow(c),
        ...readWeightParams(c, 'depthwise'),
      };
    },
  },
  help: {
    what: {
      en: 'Slides a filter of its own over every map, and mixes none of them. Far fewer weights than Conv2D.',
      ko: '맵마다 따로 필터를 옮겨 가며 계산하고, 맵끼리 섞지 않아요. Conv2D보다 가중치가 훨씬 적어요.',
    },
    formula: 'yᵢⱼc = Σ kernelc · patchᵢⱼc + bc',
    rule: {
      en: 'Sides as for Conv2D; the number of maps times the filters a map.',
      ko: '높이와 너비는 합성곱과 같고, 맵의 수는 맵마다 필터 수를 곱한 만큼이에요.',
    },
  },
  examples: [
    { params: {}, inputs: [[28, 28, 32]], output: [28, 28, 32], weights: 320 },
    {
      params: { kernel: [2, 3], stride: 2, multiplier: 3, padding: 'valid', useBias: false },
      inputs: [[7, 6, 2]],
      output: [3, 2, 6],
      weights: 36,
    },
    {
      params: { kernel: [2, 2], stride: 2, multiplier: 2 },
      inputs: [[5, 4, 3]],
      output: [3, 2, 6],
      weights: 30,
    },
  ],
});
