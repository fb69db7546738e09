import * as z from 'zod';
import { oneHot } from '../../core/tensor/convert.ts';
import { defineCalculation } from '../define-layer.ts';
import { count } from '../params.ts';
import { first } from './operands.ts';

/** Each number as a row with a single 1. */
export const tensorOneHot = defineCalculation({
  kind: 'tensorOneHot',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'One-hot', ko: '원-핫' },
  aliases: ['classes', 'tf.one_hot', '원핫', '클래스'],
  params: z.object({
    depth: count(3, { min: 1, max: 1000 }, { en: 'Depth', ko: '깊이' }),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => ({ en: `depth ${p.depth}`, ko: `깊이 ${p.depth}` }),
  calculate: (p, inputs) => oneHot(first(inputs), p.depth),
  help: {
    what: {
      en: 'Each number n becomes a row of zeros with a 1 at place n. A number outside of 0 … depth − 1 gives zeros alone.',
      ko: '숫자 n마다 n번째만 1이고 나머지는 0인 줄이 돼요. 0부터 깊이 − 1까지가 아니면 모두 0이에요.',
    },
    formula: '2 → [0, 0, 1]',
    rule: {
      en: 'A new innermost axis: [4, 1] with depth 3 gives [4, 1, 3].',
      ko: '가장 안쪽에 축이 하나 늘어요. [4, 1]에 깊이 3이면 [4, 1, 3]이에요.',
    },
  },
  examples: [
    { params: {}, inputs: ['[0, 2]'], output: '[[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]' },
    { params: { depth: 2 }, inputs: ['[[1], [5]]'], output: '[[[0.0, 1.0]], [[0.0, 0.0]]]' },
  ],
});
