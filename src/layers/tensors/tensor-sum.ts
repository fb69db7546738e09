import { reduceSum } from '../../core/tensor/reduce.ts';
import { defineReduction } from './reduction.ts';

/** Adds up the values along an axis. */
export const tensorSum = defineReduction({
  kind: 'tensorSum',
  title: { en: 'Reduce sum', ko: '합 (축소)' },
  aliases: ['total', 'tf.reduce_sum', '합계', '더하기'],
  over: 'all',
  reduce: reduceSum,
  what: {
    en: 'Adds up the values along an axis, or all of them.',
    ko: '한 축을 따라, 또는 모두 더해요.',
  },
  formula: 'y = Σ x',
  examples: [
    { params: {}, inputs: ['[[1.0, 2.0], [3.0, 4.0]]'], output: '10.0' },
    { params: { over: 'axis', axis: -1 }, inputs: ['[[1, 2], [3, 4]]'], output: '[3, 7]' },
  ],
});
