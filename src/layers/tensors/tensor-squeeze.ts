import * as z from 'zod';
import { squeeze } from '../../core/tensor/rearrange.ts';
import { defineCalculation } from '../define-layer.ts';
import { axisFace, overOf, overParams } from './axis-params.ts';
import { first } from './operands.ts';

/** Takes away axes of size 1. */
export const tensorSqueeze = defineCalculation({
  kind: 'tensorSqueeze',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Squeeze', ko: '축 없애기' },
  aliases: ['remove axis', 'tf.squeeze', '스퀴즈', '차원 줄이기'],
  params: z.object(overParams('all')),
  arity: { min: 1, max: 1 },
  face: (p) => axisFace(overOf(p)),
  calculate: (p, inputs) => squeeze(first(inputs), overOf(p)),
  help: {
    what: {
      en: 'Takes away every axis of size 1, or one of them. The values stay as they are.',
      ko: '크기가 1인 축을 모두, 또는 하나만 없애요. 값은 그대로예요.',
    },
    formula: '[3, 1] → [3]',
    rule: {
      en: 'Only an axis of size 1 can go.',
      ko: '크기가 1인 축만 없앨 수 있어요.',
    },
  },
  examples: [
    { params: {}, inputs: ['[[0], [1], [2]]'], output: '[0, 1, 2]' },
    { params: { over: 'axis', axis: -1 }, inputs: ['[[[1.5], [2.5]]]'], output: '[[1.5, 2.5]]' },
  ],
});
