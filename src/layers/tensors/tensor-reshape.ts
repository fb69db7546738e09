import * as z from 'zod';
import { readWholes } from '../../core/tensor/read-parts.ts';
import { reshapeTensor } from '../../core/tensor/rearrange.ts';
import { defineCalculation } from '../define-layer.ts';
import { text } from '../params.ts';
import { first, typed } from './operands.ts';

/** Lays all values of a tensor out in another shape. */
export const tensorReshape = defineCalculation({
  kind: 'tensorReshape',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Reshape (tensor)', ko: '텐서 모양 바꾸기' },
  aliases: ['view', 'shape', 'tf.reshape', '리셰이프'],
  params: z.object({
    shape: text('-1, 3', { read: readWholes }, { en: 'Shape', ko: '모양' }),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => {
    const shape = `[${p.shape.replace(/[[\]\s]/g, '').replaceAll('-', '−')}]`;
    return shape.length > 14 ? undefined : { en: shape, ko: shape };
  },
  calculate: (p, inputs) => {
    const shape = typed(readWholes(p.shape));
    return shape.ok ? reshapeTensor(first(inputs), shape.value) : shape;
  },
  help: {
    what: {
      en: 'Lays the same values out in another shape, in the same order. It changes all axes; the layer “Reshape” leaves the batch axis alone.',
      ko: '같은 값들을 같은 차례로 다른 모양에 놓아요. 모든 축을 바꿔요. 층인 ‘모양 바꾸기’는 배치 축을 그대로 둬요.',
    },
    formula: '[2, 2, 3] → [4, 3]',
    rule: {
      en: 'As many values as before. One size may be −1: whatever is left.',
      ko: '값의 개수는 그대로예요. 크기 하나는 −1로 둘 수 있고, 남는 만큼이 돼요.',
    },
  },
  examples: [
    { params: {}, inputs: ['[[0, 1], [2, 3], [4, 5]]'], output: '[[0, 1, 2], [3, 4, 5]]' },
    { params: { shape: '[1, -1]' }, inputs: ['[1.5, 2.5]'], output: '[[1.5, 2.5]]' },
  ],
});
