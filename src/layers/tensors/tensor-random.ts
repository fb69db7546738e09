import * as z from 'zod';
import { drawNormal, drawUniform } from '../../core/philox.ts';
import { ok } from '../../core/result.ts';
import { sizeOf } from '../../core/shape.ts';
import { withinLimit } from '../../core/tensor/axes.ts';
import { readShape } from '../../core/tensor/read-parts.ts';
import { defineCalculation } from '../define-layer.ts';
import { choice, count, text } from '../params.ts';
import { typed } from './operands.ts';

const draws = { normal: drawNormal, uniform: drawUniform };

/** Seeded random values: the very numbers of TensorFlow 1. */
export const tensorRandom = defineCalculation({
  kind: 'tensorRandom',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Random values', ko: '난수' },
  aliases: ['random normal', 'random uniform', 'tf.random_normal', '무작위', '랜덤'],
  params: z.object({
    distribution: choice(
      'normal',
      {
        normal: { en: 'normal, N(0, 1)', ko: '정규분포 N(0, 1)' },
        uniform: { en: 'uniform, 0 to 1', ko: '균등분포 0~1' },
      },
      { en: 'Distribution', ko: '분포' },
    ),
    shape: text('3', { read: readShape }, { en: 'Shape', ko: '모양' }),
    seed: count(777, { min: 0, max: 2_147_483_647 }, { en: 'Seed', ko: '시드' }),
    operation: count(3, { min: 0, max: 2_147_483_647 }, { en: 'Operation seed', ko: '연산 시드' }),
  }),
  arity: { min: 0, max: 0 },
  face: (p) => ({ en: p.distribution, ko: p.distribution === 'normal' ? '정규' : '균등' }),
  calculate: (p) => {
    const sizes = typed(readShape(p.shape));
    if (!sizes.ok) return sizes;
    const shape = sizes.value;
    const fits = withinLimit(shape);
    if (!fits.ok) return fits;
    const values = draws[p.distribution](sizeOf(shape), p);
    return ok({ dtype: 'float32', shape, values });
  },
  help: {
    what: {
      en: 'Draws values at random. The same seeds give the same values, and they are those of TensorFlow 1. There the operation seed is the number of operations made before, plus 3: the first draw of a graph has 3.',
      ko: '값을 무작위로 뽑아요. 시드가 같으면 값도 같고, TensorFlow 1이 뽑는 바로 그 값이에요. 거기서 연산 시드는 앞서 만든 연산의 수에 3을 더한 값이에요. 그래프의 첫 난수는 3이에요.',
    },
    formula: 'x ~ N(0, 1)',
    rule: {
      en: 'The shape you ask for; nothing for a single number.',
      ko: '적은 모양 그대로예요. 비워 두면 숫자 하나예요.',
    },
  },
  examples: [
    {
      params: {},
      inputs: [],
      output: '[2.208669424057007, -0.732250452041626, 0.3353314697742462]',
    },
    {
      params: { distribution: 'uniform', shape: '2', operation: 9 },
      inputs: [],
      output: '[0.08186948299407959, 0.42999184131622314]',
    },
  ],
});
