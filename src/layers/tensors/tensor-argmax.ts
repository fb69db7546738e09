import { argmax } from '../../core/tensor/reduce.ts';
import { defineReduction } from './reduction.ts';

/** Where along an axis the largest value stands. */
export const tensorArgmax = defineReduction({
  kind: 'tensorArgmax',
  title: { en: 'Argmax', ko: '최댓값의 자리 (argmax)' },
  aliases: ['index of the largest', 'tf.argmax', '가장 큰 값'],
  over: 'axis',
  reduce: argmax,
  what: {
    en: 'Where along an axis the largest value stands, counted from 0. This is how scores become a class.',
    ko: '한 축을 따라 가장 큰 값이 몇 번째인지 0부터 세요. 점수를 클래스로 바꿀 때 써요.',
  },
  formula: 'y = argmaxᵢ xᵢ',
  examples: [
    { params: {}, inputs: ['[[0, 1, 2], [2, 1, 0]]'], output: '[1, 0, 0]' },
    { params: { over: 'all' }, inputs: ['[[0.5, 1.5], [3.5, 2.5]]'], output: '2' },
  ],
});
