import * as z from 'zod';
import { stack } from '../../core/tensor/rearrange.ts';
import { defineCalculation } from '../define-layer.ts';
import { axisFace, axisParam } from './axis-params.ts';

/** Puts tensors side by side along a new axis. */
export const tensorStack = defineCalculation({
  kind: 'tensorStack',
  role: 'calculation',
  family: 'tensor',
  title: { en: 'Stack', ko: '쌓기' },
  aliases: ['pack', 'zip', 'tf.stack', '스택', '묶기'],
  params: z.object({ axis: axisParam(0) }),
  arity: { min: 2, max: 16 },
  face: (p) => axisFace(p.axis),
  calculate: (p, inputs) => stack(inputs, p.axis),
  help: {
    what: {
      en: 'Puts tensors of one shape side by side along a new axis, in the order of their wires. Along axis 1 it pairs them up, as zip does.',
      ko: '모양이 같은 텐서들을 새 축을 따라 선의 차례대로 쌓아요. 축 1로 쌓으면 zip처럼 짝지어져요.',
    },
    formula: '[2], [2], [2] → [3, 2]',
    rule: {
      en: 'All inputs have one shape and one type; the new axis is as long as there are inputs.',
      ko: '입력들의 모양과 자료형이 모두 같아야 해요. 새 축의 크기는 입력의 개수예요.',
    },
  },
  examples: [
    { params: {}, inputs: ['[1, 4]', '[2, 5]', '[3, 6]'], output: '[[1, 4], [2, 5], [3, 6]]' },
    {
      params: { axis: 1 },
      inputs: ['[1, 4]', '[2, 5]', '[3, 6]'],
      output: '[[1, 2, 3], [4, 5, 6]]',
    },
  ],
});
