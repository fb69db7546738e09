import * as z from 'zod';
import { ok } from '../../core/result.ts';
import { cast } from '../../core/tensor/convert.ts';
import { defineCalculation } from '../define-layer.ts';
import { choice } from '../params.ts';
import { first } from './operands.ts';

const titles = {
  float32: { en: 'float32', ko: 'float32' },
  int32: { en: 'int32', ko: 'int32' },
  bool: { en: 'bool', ko: 'bool' },
};

/** Changes the type of all values. */
export const tensorCast = defineCalculation({
  kind: 'tensorCast',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Cast', ko: '자료형 바꾸기' },
  aliases: ['dtype', 'type', 'tf.cast', '형변환', '캐스트'],
  params: z.object({ to: choice('float32', titles, { en: 'Type', ko: '자료형' }) }),
  arity: { min: 1, max: 1 },
  face: (p) => titles[p.to],
  calculate: (p, inputs) => ok(cast(first(inputs), p.to)),
  casts: (to) => ({ to }),
  help: {
    what: {
      en: 'Changes the type of the values. From float32 to int32 what is behind the point is cut off: 1.8 becomes 1. True becomes 1, false 0.',
      ko: '값의 자료형을 바꿔요. float32에서 int32로 가면 소수점 아래를 버려서 1.8이 1이 돼요. 참은 1, 거짓은 0이에요.',
    },
    formula: '1.8 → 1',
    rule: { en: 'The shape stays as it is.', ko: '모양은 그대로예요.' },
  },
  examples: [
    { params: { to: 'int32' }, inputs: ['[1.8, 2.2, -3.7]'], output: '[1, 2, -3]' },
    { params: {}, inputs: ['[true, false]'], output: '[1.0, 0.0]' },
  ],
});
