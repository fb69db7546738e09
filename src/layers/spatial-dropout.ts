import type { Tensor } from '@tensorflow/tfjs-core';
import * as z from 'zod';
import { defineLayer } from './define-layer.ts';
import { channelsLast } from './keras.ts';
import { number } from './params.ts';
import { only, requireRank } from './shape-rules.ts';

/** Drops whole maps while training and scales up the rest (Tompson et al. 2015). Input [h, w, c], output the same. */
export const spatialDropout = defineLayer({
  kind: 'spatialDropout',
  role: 'compute',
  family: 'regularisation',
  title: { en: 'Spatial dropout', ko: '공간 드롭아웃' },
  aliases: ['spatialdropout2d', 'keep prob', 'regularization', '드롭아웃', '규제'],
  params: z.object({
    rate: number(0.3, { min: 0, max: 0.95, step: 0.05 }, { en: 'Dropped share', ko: '끄는 비율' }),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => {
    const keep = Math.round((1 - p.rate) * 100) / 100;
    return { en: `keeps ${keep}`, ko: `${keep} 남겨요` };
  },
  infer: (_, inputs) => requireRank(only(inputs), 3),
  weights: () => [],
  build: ({ tf, name, nextSeed }, p) => {
    const layer = tf.layers.layers.dropout({ name, rate: p.rate });
    layer.call = (inputs, settings) => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor;
      if (settings['training'] !== true || p.rate === 0) return x;
      const [rows = 0, , , channels = 0] = x.shape;
      return tf.core.dropout(x, p.rate, [rows, 1, 1, channels], nextSeed());
    };
    return layer;
  },
  reading: () => ({ how: 'each' }),
  derivative: ({ rate }) => ({ of: 'mask', scale: 1 / (1 - rate) }),
  keras: {
    names: ['SpatialDropout2D'],
    read: (c) => {
      c.plain(channelsLast);
      return { rate: c.number('rate') };
    },
  },
  help: {
    what: {
      en: 'While training, switches off a random share of the maps as a whole. Neighbouring pixels say nearly the same, so dropping single ones would hide little.',
      ko: '학습할 때 맵을 통째로 무작위로 꺼요. 이웃한 픽셀은 거의 같은 말을 해서, 하나씩 끄면 가려지는 것이 별로 없어요.',
    },
    formula: 'y = x · mask(map) / keep',
    rule: { en: 'The shape stays as it is.', ko: '모양은 그대로예요.' },
  },
  examples: [
    { params: {}, inputs: [[14, 14, 32]], output: [14, 14, 32], weights: 0 },
    { params: { rate: 0 }, inputs: [[4, 4, 2]], output: [4, 4, 2], weights: 0 },
  ],
});
