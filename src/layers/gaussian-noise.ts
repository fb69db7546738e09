import type { Tensor } from '@tensorflow/tfjs-core';
import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { number } from './params.ts';
import { only } from './shape-rules.ts';

/** Adds normal noise while training, so that the network does not rely on exact values (Bishop 1995). */
export const gaussianNoise = defineLayer({
  kind: 'gaussianNoise',
  role: 'compute',
  family: 'regularisation',
  title: { en: 'Gaussian noise', ko: '가우스 잡음' },
  aliases: ['noise', 'regularization', '노이즈', '규제'],
  params: z.object({
    deviation: number(0.1, { min: 0, max: 5, step: 0.05 }, { en: 'Deviation', ko: '표준편차' }),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => ({ en: `± ${p.deviation}`, ko: `± ${p.deviation}` }),
  infer: (_, inputs) => ok(only(inputs)),
  weights: () => [],
  build: ({ tf, name, nextSeed }, { deviation }) => {
    const layer = tf.layers.layers.gaussianNoise({ name, stddev: deviation });
    layer.call = (inputs, settings) => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor;
      if (settings['training'] !== true || deviation === 0) return x;
      return tf.core.add(x, tf.core.randomNormal(x.shape, 0, deviation, 'float32', nextSeed()));
    };
    return layer;
  },
  operation: ({ deviation }) => ({ op: 'noise', deviation }),
  reading: () => ({ how: 'each' }),
  keras: { names: ['GaussianNoise'], read: (c) => ({ deviation: c.number('stddev') }) },
  help: {
    what: {
      en: 'While training, shakes every value a little, so that no answer hangs on an exact number. When it predicts, nothing is added.',
      ko: '학습할 때 값을 조금씩 흔들어서, 정확한 숫자 하나에 답이 매달리지 않게 해요. 예측할 때는 아무것도 더하지 않아요.',
    },
    formula: 'y = x + N(0, s²)',
    rule: { en: 'The shape stays as it is.', ko: '모양은 그대로예요.' },
  },
  examples: [
    { params: {}, inputs: [[10]], output: [10], weights: 0 },
    { params: { deviation: 0 }, inputs: [[4, 4, 2]], output: [4, 4, 2], weights: 0 },
  ],
});
