import * as z from 'zod';
import { matrixProduct } from '../../core/tensor/product.ts';
import { defineCalculation } from '../define-layer.ts';
import { first, second } from './operands.ts';

/** Matrix product of two whole tensors. */
export const tensorProduct = defineCalculation({
  kind: 'tensorProduct',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Matrix product', ko: '행렬 곱' },
  aliases: ['matmul', 'dot', 'tf.matmul', '행렬곱', '내적'],
  params: z.object({}),
  arity: { min: 2, max: 2 },
  face: () => undefined,
  sign: '·',
  calculate: (_, inputs) => matrixProduct(first(inputs), second(inputs)),
  help: {
    what: {
      en: 'Each row of the first with each column of the second: products of pairs, added up. The first is the one whose wire was drawn first.',
      ko: '첫째의 행과 둘째의 열을 짝지어 곱하고 더해요. 먼저 이은 선이 첫째예요.',
    },
    formula: 'yᵢⱼ = Σₖ aᵢₖ · bₖⱼ',
    rule: {
      en: '[n, k]·[k, m] gives [n, m]: the inner sizes must be equal.',
      ko: '[n, k]·[k, m]은 [n, m]이에요. 안쪽 크기가 같아야 해요.',
    },
  },
  examples: [
    { params: {}, inputs: ['[[3, 3]]', '[[2], [2]]'], output: '[[12]]' },
    {
      params: {},
      inputs: ['[[[1.0, 2.0]], [[3.0, 4.0]]]', '[[0.5], [2.0]]'],
      output: '[[[4.5]], [[9.5]]]',
    },
  ],
});
