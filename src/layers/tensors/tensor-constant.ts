import * as z from 'zod';
import { readTensor } from '../../core/tensor/read-tensor.ts';
import { defineCalculation } from '../define-layer.ts';
import { text } from '../params.ts';
import { typed } from './operands.ts';

/** A tensor that is typed in. */
export const tensorConstant = defineCalculation({
  kind: 'tensorConstant',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Constant', ko: '상수' },
  aliases: ['tensor', 'tf.constant', 'value', '텐서', '값'],
  params: z.object({
    value: text('[[1, 2], [3, 4]]', { read: readTensor, lines: 4 }, { en: 'Value', ko: '값' }),
  }),
  arity: { min: 0, max: 0 },
  face: () => undefined,
  calculate: (p) => typed(readTensor(p.value)),
  help: {
    what: {
      en: 'A tensor you type: a number, or brackets in brackets. 3 is a whole number (int32), 3.0 is not (float32), true is a bool.',
      ko: '직접 적는 텐서예요. 숫자 하나이거나, 대괄호 안의 대괄호예요. 3은 정수(int32), 3.0은 실수(float32), true는 참/거짓(bool)이에요.',
    },
    formula: '[[1, 2], [3, 4]]',
    rule: {
      en: 'Each level of brackets is an axis: the outermost is axis 0. The rank is the number of levels.',
      ko: '대괄호 한 겹이 축 하나이고, 가장 바깥이 축 0이에요. 겹의 수가 랭크예요.',
    },
  },
  examples: [
    { params: { value: '[1, 2.5]' }, inputs: [], output: '[1.0, 2.5]' },
    { params: { value: '[[true], [false]]' }, inputs: [], output: '[[true], [false]]' },
  ],
});
