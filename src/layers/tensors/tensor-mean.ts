import { ok } from '../../core/result.ts';
import { cast } from '../../core/tensor/convert.ts';
import { reduceMean } from '../../core/tensor/reduce.ts';
import { defineReduction } from './reduction.ts';

/** Mean of the values along an axis. */
export const tensorMean = defineReduction({
  kind: 'tensorMean',
  title: { en: 'Reduce mean', ko: '평균 (축소)' },
  aliases: ['average', 'tf.reduce_mean', '평균'],
  over: 'all',
  reduce: (tensor, over) => {
    const mean = reduceMean(tensor, over);
    if (!mean.ok || tensor.dtype !== 'int32') return mean;
    const exact = reduceMean(cast(tensor, 'float32'), over);
    const differs =
      exact.ok && exact.value.values.some((value, i) => value !== mean.value.values[i]);
    return differs ? ok({ ...mean.value, exact: exact.value.values }) : mean;
  },
  what: {
    en: 'The mean along an axis, or of all values. The mean of whole numbers is a whole number: what is behind the point is cut off, so [1, 2] gives 1. With Cast to float32 before it, it gives 1.5.',
    ko: '한 축을 따라, 또는 모두의 평균이에요. 정수의 평균은 정수예요. 소수점 아래를 버려서 [1, 2]의 평균이 1이에요. 앞에서 float32로 바꾸면 1.5가 나와요.',
  },
  formula: 'y = Σ x / n',
  examples: [
    { params: { over: 'axis', axis: 0 }, inputs: ['[1, 2]'], output: '1' },
    {
      params: { over: 'axis', axis: 1 },
      inputs: ['[[1.0, 2.0], [3.0, 4.0]]'],
      output: '[1.5, 3.5]',
    },
  ],
});
