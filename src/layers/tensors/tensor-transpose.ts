import * as z from 'zod';
import { readWholes } from '../../core/tensor/read-parts.ts';
import { transpose } from '../../core/tensor/rearrange.ts';
import { defineCalculation } from '../define-layer.ts';
import { text } from '../params.ts';
import { first, typed } from './operands.ts';

/** Puts the axes of a tensor into another order. */
export const tensorTranspose = defineCalculation({
  kind: 'tensorTranspose',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Transpose', ko: '전치' },
  aliases: ['permute', 'swap axes', 'tf.transpose', '축 바꾸기'],
  params: z.object({
    perm: text('', { read: readWholes }, { en: 'Order of the axes', ko: '축의 차례' }),
  }),
  arity: { min: 1, max: 1 },
  face: (p) => {
    const perm = `[${p.perm.replace(/[[\]\s]/g, '')}]`;
    return perm.length < 3 || perm.length > 14 ? undefined : { en: perm, ko: perm };
  },
  calculate: (p, inputs) => {
    const perm = typed(readWholes(p.perm));
    return perm.ok ? transpose(first(inputs), perm.value) : perm;
  },
  help: {
    what: {
      en: 'Puts the axes into another order: 1, 0, 2 swaps the two outer ones. With nothing given they are reversed; rows become columns.',
      ko: '축의 차례를 바꿔요. 1, 0, 2는 바깥 두 축을 맞바꿔요. 비워 두면 거꾸로 놓여서 행이 열이 돼요.',
    },
    formula: 'yⱼᵢ = xᵢⱼ',
    rule: {
      en: 'The sizes go along with their axes: [2, 2, 3] with 1, 2, 0 gives [2, 3, 2].',
      ko: '크기도 축을 따라가요. [2, 2, 3]에 1, 2, 0이면 [2, 3, 2]예요.',
    },
  },
  examples: [
    { params: {}, inputs: ['[[1, 2, 3], [4, 5, 6]]'], output: '[[1, 4], [2, 5], [3, 6]]' },
    {
      params: { perm: '1, 2, 0' },
      inputs: ['[[[0, 1]], [[2, 3]]]'],
      output: '[[[0, 2], [1, 3]]]',
    },
  ],
});
