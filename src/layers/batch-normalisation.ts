import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { initialiser, number } from './params.ts';
import { only } from './shape-rules.ts';
import { given } from './weight-params.ts';

const one = { type: 'constant', value: 1 } as const;
const zero = { type: 'zeros' } as const;

/** Centres and scales each channel over the batch, then learns its own scale (Ioffe and Szegedy 2015). */
export const batchNormalisation = defineLayer({
  kind: 'batchNormalisation',
  role: 'compute',
  family: 'regularisation',
  title: { en: 'Batch norm', ko: '배치 정규화' },
  aliases: ['batch normalization', 'batchnorm', 'bn', '배치 노멀라이제이션'],
  params: z.object({
    momentum: number(
      0.99,
      { min: 0, max: 0.9999, step: 0.01 },
      { en: 'Memory of past batches', ko: '지난 배치를 기억하는 정도' },
    ),
    epsilon: number(0.001, { min: 1e-7, max: 1 }, { en: 'Epsilon', ko: '엡실론' }),
    gamma: initialiser(one, { en: 'Scale starts from', ko: '크기 초깃값' }, given('gamma')),
    beta: initialiser(zero, { en: 'Shift starts from', ko: '이동 초깃값' }, given('beta')),
    mean: initialiser(zero, { en: 'Mean starts from', ko: '평균 초깃값' }, given('mean')),
    variance: initialiser(
      one,
      { en: 'Variance starts from', ko: '분산 초깃값' },
      given('variance'),
    ),
  }),
  arity: { min: 1, max: 1 },
  face: () => undefined,
  infer: (_, inputs) => ok(only(inputs)),
  weights: (p, inputs) => {
    const shape = [only(inputs).at(-1) ?? 0];
    return [
      { name: 'gamma', shape, initialiser: p.gamma, trainable: true },
      { name: 'beta', shape, initialiser: p.beta, trainable: true },
      { name: 'moving mean', shape, initialiser: p.mean, trainable: false },
      { name: 'moving variance', shape, initialiser: p.variance, trainable: false },
    ];
  },
  build: ({ tf, name }, p) =>
    tf.layers.layers.batchNormalization({ name, momentum: p.momentum, epsilon: p.epsilon }),
  operation: ({ momentum, epsilon }) => ({ op: 'batchNorm', momentum, epsilon }),
  reading: () => ({ how: 'each' }),
  keras: {
    names: ['BatchNormalization'],
    starts: ['gamma', 'beta', 'mean', 'variance'],
    read: (c) => {
      c.plain({
        center: [true],
        scale: [true],
        renorm: [false],
        beta_regularizer: [null],
        gamma_regularizer: [null],
        beta_constraint: [null],
        gamma_constraint: [null],
      });
      c.lastAxis('axis');
      return { momentum: c.number('momentum', 0.99), epsilon: c.number('epsilon', 0.001) };
    },
  },
  help: {
    what: {
      en: 'Shifts and scales every channel to mean 0 and spread 1 over the batch, then learns a shift and a scale of its own.',
      ko: '배치 안에서 채널마다 평균을 0, 퍼짐을 1로 맞춘 뒤, 알맞은 이동과 크기를 학습해요.',
    },
    formula: 'y = γ · (x − μ) / √(σ² + ε) + β',
    rule: { en: 'The shape stays as it is.', ko: '모양은 그대로예요.' },
  },
  examples: [
    { params: {}, inputs: [[10]], output: [10], weights: 40 },
    { params: {}, inputs: [[8, 8, 3]], output: [8, 8, 3], weights: 12 },
  ],
});
