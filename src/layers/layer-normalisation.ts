import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { initialiser, number } from './params.ts';
import { only } from './shape-rules.ts';
import { given } from './weight-params.ts';

const one = { type: 'constant', value: 1 } as const;
const zero = { type: 'zeros' } as const;

/** Centres and scales the last axis of every sample by itself, then learns its own scale (Ba et al. 2016). */
export const layerNormalisation = defineLayer({
  kind: 'layerNormalisation',
  role: 'compute',
  family: 'regularisation',
  title: { en: 'Layer norm', ko: '층 정규화' },
  aliases: ['layer normalization', 'layernorm', 'ln', '레이어 정규화'],
  params: z.object({
    epsilon: number(0.001, { min: 1e-7, max: 1 }, { en: 'Epsilon', ko: '엡실론' }),
    gamma: initialiser(one, { en: 'Scale starts from', ko: '크기 초깃값' }, given('gamma')),
    beta: initialiser(zero, { en: 'Shift starts from', ko: '이동 초깃값' }, given('beta')),
  }),
  arity: { min: 1, max: 1 },
  face: () => undefined,
  infer: (_, inputs) => ok(only(inputs)),
  weights: (p, inputs) => {
    const shape = [only(inputs).at(-1) ?? 0];
    return [
      { name: 'gamma', shape, initialiser: p.gamma, trainable: true },
      { name: 'beta', shape, initialiser: p.beta, trainable: true },
    ];
  },
  build: ({ tf, name }, p) =>
    tf.layers.layers.layerNormalization({ name, axis: -1, epsilon: p.epsilon }),
  operation: ({ epsilon }) => ({ op: 'layerNorm', epsilon }),
  keras: {
    names: ['LayerNormalization'],
    starts: ['gamma', 'beta'],
    read: (c) => {
      c.plain({
        center: [true],
        scale: [true],
        rms_scaling: [false],
        beta_regularizer: [null],
        gamma_regularizer: [null],
        beta_constraint: [null],
        gamma_constraint: [null],
      });
      c.lastAxis('axis');
      return { epsilon: c.number('epsilon', 0.001) };
    },
  },
  help: {
    what: {
      en: 'Shifts and scales the numbers of each sample to mean 0 and spread 1, whatever the rest of the batch is, then learns a shift and a scale.',
      ko: '배치의 다른 데이터와 상관없이 표본 하나의 값들을 평균 0, 퍼짐 1로 맞춘 뒤, 알맞은 이동과 크기를 학습해요.',
    },
    formula: 'y = γ · (x − μ) / √(σ² + ε) + β',
    rule: { en: 'The shape stays as it is.', ko: '모양은 그대로예요.' },
  },
  examples: [
    { params: {}, inputs: [[10]], output: [10], weights: 20 },
    { params: {}, inputs: [[8, 8, 3]], output: [8, 8, 3], weights: 6 },
  ],
});
