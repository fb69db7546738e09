import type { Tensor4D } from '@tensorflow/tfjs-core';
import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { readWeightParams, readWindow } from './keras.ts';
import { count, pair } from './params.ts';
import { only, requireRank } from './shape-rules.ts';
import { biasOf, filtersFace, weightConfig, weightParams, withPlainCall } from './weight-params.ts';
import { padding, strides } from './window-params.ts';

/** One side after a transposed window. SAME: n · s; VALID: n · s + max(k − s, 0). Dumoulin and Visin 2016. */
const spreadSide = (n: number, k: number, s: number, kind: 'same' | 'valid'): number =>
  kind === 'same' ? n * s : n * s + Math.max(k - s, 0);

/** Paints its filters around every pixel: a convolution turned round. Input [h, w, c], output [h', w', filters]. */
export const conv2dTranspose = defineLayer({
  kind: 'conv2dTranspose',
  role: 'compute',
  family: 'convolution',
  title: { en: 'Transposed conv', ko: '전치 합성곱' },
  aliases: ['deconvolution', 'conv2dtranspose', 'upsample', '역합성곱', '합성곱'],
  params: z.object({
    filters: count(8, { min: 1, max: 4096 }, { en: 'Filters', ko: '필터 수' }),
    kernel: pair([3, 3], { min: 1, max: 64 }, { en: 'Kernel', ko: '커널 크기' }),
    strides: strides([2, 2]),
    padding: padding('same'),
    ...weightParams,
  }),
  arity: { min: 1, max: 1 },
  sizeParam: 'filters',
  face: (p) => filtersFace(p.filters, p.kernel),
  infer: (p, inputs) => {
    const image = requireRank(only(inputs), 3);
    if (!image.ok) return image;
    const [h = 0, w = 0] = image.value;
    return ok([
      spreadSide(h, p.kernel[0], p.strides[0], p.padding),
      spreadSide(w, p.kernel[1], p.strides[1], p.padding),
      p.filters,
    ]);
  },
  weights: (p, inputs) => [
    {
      name: 'kernel',
      shape: [...p.kernel, p.filters, only(inputs)[2] ?? 0],
      initialiser: p.kernelInitialiser,
      trainable: true,
    },
    ...biasOf(p, p.filters),
  ],
  build: ({ tf, name }, p) => {
    const layer = tf.layers.layers.conv2dTranspose({
      name,
      filters: p.filters,
      kernelSize: p.kernel,
      strides: p.strides,
      padding: p.padding,
      ...weightConfig(tf, p),
    });
    return withPlainCall(tf, layer, (x, kernel) => {
      const [rows = 0, h = 0, w = 0] = x.shape;
      const shape: [number, number, number, number] = [
        rows,
        spreadSide(h, p.kernel[0], p.strides[0], p.padding),
        spreadSide(w, p.kernel[1], p.strides[1], p.padding),
        p.filters,
      ];
      return tf.core.conv2dTranspose(
        x as Tensor4D,
        kernel as Tensor4D,
        shape,
        p.strides,
        p.padding,
      );
    });
  },
  reading: ({ kernel, strides, padding }) => {
    // The padding of the convolution that this one turns round.
    const before = (axis: 0 | 1): number =>
      padding === 'valid' ? 0 : Math.floor(Math.max(0, kernel[axis] - strides[axis]) / 2);
    return {
      how: 'nearby',
      scale: strides,
      from: [before(0) - kernel[0] + 1, before(1) - kernel[1] + 1],
      to: [before(0), before(1)],
    };
  },
  keras: {
    names: ['Conv2DTranspose', 'Deconvolution2D', 'Convolution2DTranspose'],
    starts: ['kernelInitialiser', 'biasInitialiser'],
    read: (c) => {
      c.plain({ dilation_rate: [1, [1, 1]], output_padding: [null] });
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
      en: 'Paints each filter around every pixel, as strongly as the pixel is. Makes images larger, in ways that it learns.',
      ko: '픽셀마다 그 값의 세기로 필터 무늬를 그려 넣어요. 학습한 방식으로 이미지를 키워요.',
    },
    formula: 'y = Σᵢⱼ xᵢⱼ · kernel, moved to (i, j) · stride',
    rule: {
      en: 'Same: n × stride. Valid: n × stride, and k − stride more where the kernel is larger.',
      ko: 'same: n × 스트라이드. valid: n × 스트라이드에, 커널이 더 크면 k − 스트라이드만큼 더해요.',
    },
  },
  examples: [
    { params: { filters: 16 }, inputs: [[7, 7, 32]], output: [14, 14, 16], weights: 4624 },
    {
      params: { filters: 2, kernel: [3, 2], strides: [1, 2], padding: 'valid', useBias: false },
      inputs: [[5, 4, 3]],
      output: [7, 8, 2],
      weights: 36,
    },
    {
      params: { filters: 1, kernel: [2, 2], strides: [3, 3], padding: 'valid' },
      inputs: [[2, 3, 1]],
      output: [6, 9, 1],
      weights: 5,
    },
  ],
});
