import * as z from 'zod';
import { readSlices } from '../../core/tensor/read-parts.ts';
import { slice } from '../../core/tensor/slice.ts';
import { defineCalculation } from '../define-layer.ts';
import { text } from '../params.ts';
import { first, typed } from './operands.ts';

/** Part of a tensor. */
export const tensorSlice = defineCalculation({
  kind: 'tensorSlice',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Slice', ko: '잘라 내기' },
  aliases: ['part', 'index', 'range', '슬라이스', '인덱싱', '부분'],
  params: z.object({
    part: text('0:2', { read: readSlices }, { en: 'Part', ko: '부분' }),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => {
    const part = `[${p.part
      .trim()
      .replace(/^\[|\]$/g, '')
      .replaceAll('-', '−')}]`;
    return part.length > 14 ? undefined : { en: part, ko: part };
  },
  calculate: (p, inputs) => {
    const parts = typed(readSlices(p.part));
    return parts.ok ? slice(first(inputs), parts.value) : parts;
  },
  help: {
    what: {
      en: 'Takes part of a tensor, as Python does. 2:5 keeps places 2, 3 and 4; 4:-1 stops before the last; a single number picks one place. Commas go on to the next axis.',
      ko: '파이썬처럼 텐서의 일부를 가져와요. 2:5는 2, 3, 4번째, 4:-1은 마지막 앞까지, 숫자 하나는 그 자리만이에요. 쉼표 뒤는 다음 축이에요.',
    },
    formula: 't[2:5]',
    rule: {
      en: 'A range keeps its axis; a single place takes the axis away.',
      ko: '범위로 자르면 축이 남고, 한 자리만 고르면 그 축이 사라져요.',
    },
  },
  examples: [
    { params: { part: '4:-1' }, inputs: ['[0, 1, 2, 3, 4, 5, 6]'], output: '[4, 5]' },
    { params: { part: ':, 1' }, inputs: ['[[1.5, 2.5], [3.5, 4.5]]'], output: '[2.5, 4.5]' },
  ],
});
