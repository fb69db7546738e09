import * as z from 'zod';
import { expandDims } from '../../core/tensor/rearrange.ts';
import { defineCalculation } from '../define-layer.ts';
import { axisFace, axisParam } from './axis-params.ts';
import { first } from './operands.ts';

/** Adds an axis of size 1. */
export const tensorExpandDims = defineCalculation({
  kind: 'tensorExpandDims',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Expand dims', ko: '축 늘리기' },
  aliases: ['new axis', 'unsqueeze', 'tf.expand_dims', '차원 늘리기'],
  params: z.object({ axis: axisParam(1) }),
  arity: { min: 1, max: 1 },
  face: (p) => axisFace(p.axis),
  calculate: (p, inputs) => expandDims(first(inputs), p.axis),
  help: {
    what: {
      en: 'Adds an axis of size 1 at a place. The values stay as they are.',
      ko: '크기가 1인 축을 한 자리에 더해요. 값은 그대로예요.',
    },
    formula: '[3] → [3, 1]',
    rule: {
      en: 'The new axis stands at the given place of the result.',
      ko: '새 축은 결과에서 적은 자리에 와요.',
    },
  },
  examples: [
    { params: {}, inputs: ['[0, 1, 2]'], output: '[[0], [1], [2]]' },
    { params: { axis: 0 }, inputs: ['[true]'], output: '[[true]]' },
  ],
});
