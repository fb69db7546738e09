import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { readWeightParams, readWindow } from './keras.ts';
import { count, initialiserSchema, pair, paramMeta } from './params.ts';
import { only, slideWindow } from './shape-rules.ts';
import { biasOf, filtersFace, given, regulariser, weightParams } from './weight-params.ts';
import { padding, stride } from './window-params.ts';

/**
 * A depthwise convolution, then one of 1×1 that mixes the maps (Chollet 2016). Input [h, w, c], output
 * [h', w', filters].
 */
export const separableConv2d = defineLayer({
  kind: 'separableConv2d',
  role: 'compute',
  family: 'convolution',
  title: { en: 'Separable conv', ko: '분리 합성곱' },
  aliases: ['separable convolution', 'xception', 'mobilenet', '합성곱'],
  params: z.object({
    filters: count(8, { min: 1, max: 4096 }, { en: 'Filters', ko: '필터 수' }),
    kernel: pair([3, 3], { min: 1, max: 64 }, { en: 'Kernel', ko: '커널 크기' }),
    stride: stride(1),
    multiplier: count(1, { min: 1, max: 64 }, { en: 'Filters a map', ko: '맵마다 필터 수' }),
    padding: padding('same'),
    ...weightParams,
    pointwiseInitialiser: initialiserSchema
      .nullable()
      .default(null)
      .register(paramMeta, {
        title: { en: '1×1 kernel starts from', ko: '1×1 커널 초깃값' },
        control: { type: 'initialiser' },
        ...given('pointwiseInitialiser'),
      }),
  }),
  arity: { min: 1, max: 1 },
  sizeParam: 'filters',
  face: (p) => filtersFace(p.filters, p.kernel),
  infer: (p, inputs) => {
    const window = { ...p, strides: [p.stride, p.stride] as const, size: p.kernel };
    const sides = slideWindow(only(inputs), window);
    return sides.ok ? ok([...sides.value, p.filters]) : sides;
  },
  weights: (p, inputs) => {
    const channels = only(inputs)[2] ?? 0;
    const { kernelInitialiser: initialiser, multiplier } = p;
    const depthwise = [...p.kernel, channels, multiplier];
    const pointwise = [1, 1, channels * multiplier, p.filters];
    return [
      { name: 'depthwise kernel', shape: depthwise, initialiser, trainable: true },
      {
        name: 'pointwise kernel',
        shape: pointwise,
        initialiser: p.pointwiseInitialiser ?? initialiser,
        trainable: true,
      },
      ...biasOf(p, p.filters),
    ];
  },
  build: ({ tf, name }, p) => {
    const strides: [number, number] = [p.stride, p.stride];
    const layer = tf.layers.layers.separableConv2d({
      name,
      filters: p.filters,
      kernelSize: p.kernel,
      strides,
      depthMultiplier: p.multiplier,
      padding: p.padding,
      useBias: p.useBias,
      depthwiseInitializer: 'zeros',
      pointwiseInitializer: 'zeros',
      biasInitializer: 'zeros',
      ...regulariser(tf, p, 'depthwiseRegularizer'),
      ...regulariser(tf, p, 'pointwiseRegularizer'),
    });
    layer.call = (inputs) => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor4D;
      const [depthwise, pointwise, bias] = layer.weights.map((weight) => weight.read());
      const kernel = depthwise as Tensor4D;
      const apart = tf.core.depthwiseConv2d(x, kernel, strides, p.padding);
      const mixed: Tensor = tf.core.conv2d(apart, pointwise as Tensor4D, 1, 'valid');
      return bias ? tf.core.add(mixed, bias) : mixed;
    };
    return layer;
  },
  reading: ({ kernel: size, stride, padding }) => ({
    how: 'window',
    size,
    strides: [stride, stride],
    padding,
    does: 'separable',
  }),
  keras: {
    names: ['SeparableConv2D', 'SeparableConvolution2D'],
    starts: ['kernelInitialiser', 'pointwiseInitialiser', 'biasInitialiser'],
    read: (c) => {
      c.plain({ dilation_rate: [1, [1, 1]], pointwise_constraint: [null] });
      const weights = readWeightParams(c, 'depthwise');
      const pointwise = c.start('pointwise_initializer');
      const isSame = JSON.stringify(pointwise) === JSON.stringify(weights.kernelInitialiser);
      const { l1, l2 } = c.penalty('pointwise_regularizer');
      if (l1 !== weights.l1 || l2 !== weights.l2) c.refuse('pointwise_regularizer');
      return {
        filters: c.number('filters'),
        kernel: c.pair('kernel_size'),
        stride: c.side('strides', 1),
        multiplier: c.number('depth_multiplier', 1),
        ...readWindow(c),
        ...weights,
        ...(pointwise && !isSame && { pointwiseInitialiser: pointwise }),
      };
    },
  },
  help: {
    what: {
      en: 'First looks at every map by itself, then mixes the maps pixel by pixel. Nearly what Conv2D does, for far fewer weights.',
      ko: '먼저 맵마다 따로 보고, 그다음 픽셀마다 맵들을 섞어요. Conv2D와 비슷한 일을 훨씬 적은 가중치로 해요.',
    },
    formula: 'y = Σc w₁ₓ₁ · (kernelc · patchc) + b',
    rule: {
      en: 'Sides as for Conv2D; one map a filter.',
      ko: '높이와 너비는 합성곱과 같고, 필터마다 맵이 하나 나와요.',
    },
  },
  examples: [
    { params: { filters: 64 }, inputs: [[14, 14, 32]], output: [14, 14, 64], weights: 2400 },
    {
      params: { filters: 4, kernel: [2, 3], stride: 2, multiplier: 2, padding: 'valid' },
      inputs: [[7, 6, 2]],
      output: [3, 2, 4],
      weights: 44,
    },
    {
      params: { filters: 3, useBias: false },
      inputs: [[5, 5, 1]],
      output: [5, 5, 3],
      weights: 12,
    },
  ],
});
