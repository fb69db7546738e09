import type { Tensor } from '@tensorflow/tfjs-core';
import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { channelsLast } from './keras.ts';
import { choice, pair } from './params.ts';
import { only, requireRank } from './shape-rules.ts';

/** Makes an image larger by whole factors. Input [h, w, c], output [h · down, w · across, c]. */
export const upSampling = defineLayer({
  kind: 'upSampling',
  role: 'compute',
  family: 'convolution',
  title: { en: 'Up-sampling', ko: '업샘플링' },
  aliases: ['upsample', 'resize', 'upsampling2d', '확대'],
  params: z.object({
    size: pair([2, 2], { min: 1, max: 16 }, { en: 'Factor', ko: '배율' }),
    interpolation: choice(
      'nearest',
      {
        nearest: { en: 'repeat pixels', ko: '픽셀을 반복해요' },
        bilinear: { en: 'blend pixels', ko: '픽셀 사이를 섞어요' },
      },
      { en: 'Between pixels', ko: '픽셀 사이' },
    ),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => {
    const text = `× ${p.size.join('×')}`;
    return { en: text, ko: text };
  },
  infer: (p, inputs) => {
    const image = requireRank(only(inputs), 3);
    if (!image.ok) return image;
    const [h = 0, w = 0, c = 0] = image.value;
    return ok([h * p.size[0], w * p.size[1], c]);
  },
  weights: () => [],
  build: ({ tf, name }, { size, interpolation }) => {
    const layer = tf.layers.layers.upSampling2d({ name, size, interpolation });
    if (interpolation === 'bilinear') return layer;
    // tfjs's gradient of repeated pixels is wrong on cpu; that of a product is right everywhere.
    layer.call = (inputs) => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor;
      const [n = 0, h = 0, w = 0, c = 0] = x.shape;
      const [down, across] = size;
      const { mul, ones, reshape } = tf.core;
      const rows = mul(reshape(x, [n * h, 1, w * c]), ones([1, down, 1]));
      const columns = mul(reshape(rows, [n * h * down * w, 1, c]), ones([1, across, 1]));
      return reshape(columns, [n, h * down, w * across, c]);
    };
    return layer;
  },
  // Blending reads the neighbours of the pixel that repetition reads.
  reading: ({ size: [down, across], interpolation }) => {
    const more = interpolation === 'bilinear' ? 1 : 0;
    return {
      how: 'nearby',
      scale: [down, across],
      from: [1 - down * (1 + more), 1 - across * (1 + more)],
      to: [down * more, across * more],
    };
  },
  keras: {
    names: ['UpSampling2D'],
    read: (c) => {
      c.plain(channelsLast);
      const interpolation = c.word('interpolation', ['nearest', 'bilinear']);
      // Keras blends at the middles of pixels, TensorFlow.js at their corners.
      if (interpolation === 'bilinear') c.differs('interpolation');
      return { size: c.pair('size', 2), interpolation };
    },
  },
  help: {
    what: {
      en: 'Makes the image larger: repeats every pixel, or blends between neighbours.',
      ko: '이미지를 키워요. 픽셀을 반복하거나 이웃 픽셀 사이를 섞어요.',
    },
    formula: '[h, w, c] → [h·m, w·n, c]',
    rule: {
      en: 'Height and width are multiplied by the factors.',
      ko: '높이와 너비에 배율을 곱해요.',
    },
  },
  examples: [
    { params: {}, inputs: [[7, 7, 4]], output: [14, 14, 4], weights: 0 },
    {
      params: { size: [1, 3], interpolation: 'bilinear' },
      inputs: [[4, 3, 2]],
      output: [4, 9, 2],
      weights: 0,
    },
  ],
});
