import * as z from 'zod';
import { ok } from '../core/result.ts';
import { defineLayer } from './define-layer.ts';
import { readWeightParams } from './keras.ts';
import { count } from './params.ts';
import { only, requireRank } from './shape-rules.ts';
import { biasOf, weightConfig, weightParams, withPlainCall } from './weight-params.ts';

/** Every unit reads every input. Input [n], output [units]: x·W + b. */
export const dense = defineLayer({
  kind: 'dense',
  role: 'compute',
  family: 'core',
  title: { en: 'Dense', ko: '완전 연결층' },
  aliases: ['fc', 'fully connected', 'linear', 'affine', '덴스', '밀집층', '완전연결'],
  params: z.object({
    units: count(2, { min: 1, max: 16_384 }, { en: 'Units', ko: '유닛 수' }),
    ...weightParams,
  }),
  arity: { min: 1, max: 1 },
  sizeParam: 'units',
  face: (p) => ({ en: p.units === 1 ? '1 unit' : `${p.units} units`, ko: `유닛 ${p.units}개` }),
  infer: (p, inputs) => {
    const row = requireRank(only(inputs), 1);
    return row.ok ? ok([p.units]) : row;
  },
  weights: (p, inputs) => [
    {
      name: 'kernel',
      shape: [only(inputs)[0] ?? 0, p.units],
      initialiser: p.kernelInitialiser,
      trainable: true,
    },
    ...biasOf(p, p.units),
  ],
  build: ({ tf, name }, p) =>
    withPlainCall(
      tf,
      tf.layers.layers.dense({ name, units: p.units, ...weightConfig(tf, p) }),
      (x, kernel) => tf.core.matMul(x, kernel),
    ),
  operation: ({ l1, l2 }) => ({ op: 'affine', l1, l2 }),
  reading: () => ({ how: 'product' }),
  keras: {
    names: ['Dense'],
    starts: ['kernelInitialiser', 'biasInitialiser'],
    read: (c) => ({ units: c.number('units'), ...readWeightParams(c) }),
  },
  help: {
    what: {
      en: 'Each unit multiplies every input by a weight of its own, adds them up and adds a bias.',
      ko: '유닛마다 모든 입력에 자기 가중치를 곱해 더하고, 편향을 더해요.',
    },
    formula: 'z = x·W + b',
    rule: {
      en: 'A row of n numbers becomes a row of as many numbers as there are units.',
      ko: '숫자 n개짜리 한 줄이 유닛 수만큼의 숫자 한 줄이 돼요.',
    },
  },
  examples: [
    { params: { units: 2 }, inputs: [[2]], output: [2], weights: 6 },
    { params: { units: 10 }, inputs: [[784]], output: [10], weights: 7850 },
    { params: { units: 3, useBias: false }, inputs: [[4]], output: [3], weights: 12 },
    { params: { units: 5, l1: 0.01, l2: 0.02 }, inputs: [[1]], output: [5], weights: 10 },
  ],
});
