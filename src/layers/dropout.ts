import type { Tensor } from '@tensorflow/tfjs-core';
import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { number } from './params.ts';
import { only } from './shape-rules.ts';

/**
 * Zeroes a random share of its inputs while training and scales up the rest (Srivastava et al. 2014).
 * `rate` is the share that is dropped; the course gives the share that is kept.
 */
export const dropout = defineLayer({
  kind: 'dropout',
  role: 'compute',
  family: 'regularisation',
  title: { en: 'Dropout', ko: '드롭아웃' },
  aliases: ['keep prob', 'regularization', '드랍아웃', '규제', '정규화'],
  params: z.object({
    rate: number(0.3, { min: 0, max: 0.95, step: 0.05 }, { en: 'Dropped share', ko: '끄는 비율' }),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => {
    const keep = Math.round((1 - p.rate) * 100) / 100;
    return { en: `keeps ${keep}`, ko: `${keep} 남겨요` };
  },
  infer: (_, inputs) => ok(only(inputs)),
  weights: () => [],
  build: ({ tf, name, nextSeed }, p) => {
    const layer = tf.layers.layers.dropout({ name, rate: p.rate });
    // tfjs draws one mask for ever when it is given a seed, and an unrepeatable one when it is not.
    layer.call = (inputs, settings) => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor;
      const drops = settings['training'] === true && p.rate > 0;
      return drops ? tf.core.dropout(x, p.rate, undefined, nextSeed()) : x;
    };
    return layer;
  },
  operation: ({ rate }) => ({ op: 'dropout', rate }),
  reading: () => ({ how: 'each' }),
  keras: {
    names: ['Dropout'],
    read: (c) => {
      c.plain({ noise_shape: [null] });
      return { rate: c.number('rate') };
    },
  },
  help: {
    what: {
      en: 'While training, switches off a random share of the units at every step, so that none is relied on alone. When it predicts, all of them work.',
      ko: '학습할 때마다 유닛 일부를 무작위로 꺼서 어느 하나에만 기대지 않게 해요. 예측할 때는 모두 켜요.',
    },
    formula: 'y = x · mask / keep',
    rule: { en: 'The shape stays as it is.', ko: '모양은 그대로예요.' },
  },
  examples: [
    { params: { rate: 0.3 }, inputs: [[625]], output: [625], weights: 0 },
    { params: { rate: 0 }, inputs: [[4, 4, 2]], output: [4, 4, 2], weights: 0 },
  ],
});
