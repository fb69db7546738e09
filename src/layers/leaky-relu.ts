import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { number } from './params.ts';
import { only } from './shape-rules.ts';

/** A ReLU that lets a little of the negative side pass (Maas et al. 2013). */
export const leakyRelu = defineLayer({
  kind: 'leakyRelu',
  role: 'compute',
  family: 'activation',
  title: { en: 'Leaky ReLU', ko: '리키 ReLU' },
  aliases: ['lrelu', 'activation', '리키 렐루', '활성화'],
  params: z.object({
    alpha: number(
      0.1,
      { min: 0, max: 1, step: 0.01 },
      { en: 'Slope below zero', ko: '0 아래의 기울기' },
    ),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => ({ en: `slope ${p.alpha}`, ko: `기울기 ${p.alpha}` }),
  infer: (_, inputs) => ok(only(inputs)),
  weights: () => [],
  build: ({ tf, name }, p) => tf.layers.layers.leakyReLU({ name, alpha: p.alpha }),
  operation: ({ alpha }) => ({ op: 'leakyRelu', slope: alpha }),
  reading: () => ({ how: 'each' }),
  keras: {
    names: ['LeakyReLU'],
    activations: { leaky_relu: { alpha: 0.2 } },
    read: (c) => ({
      alpha: c.has('negative_slope') ? c.number('negative_slope') : c.number('alpha', 0.3),
    }),
  },
  help: {
    what: {
      en: 'Like ReLU, but negative numbers keep a small slope, so that a unit cannot fall silent for good.',
      ko: 'ReLU와 같지만 음수에도 작은 기울기를 남겨서, 유닛이 영영 꺼지지 않게 해요.',
    },
    formula: 'f(z) = max(αz, z)',
    rule: { en: 'The shape stays as it is.', ko: '모양은 그대로예요.' },
  },
  examples: [
    { params: { alpha: 0.2 }, inputs: [[6]], output: [6], weights: 0 },
    { params: {}, inputs: [[3, 3, 1]], output: [3, 3, 1], weights: 0 },
  ],
});
