import { defineMerge } from './merge.ts';

/** Averages tensors of one shape, value by value: an ensemble, when they are predictions. */
export const average = defineMerge({
  kind: 'average',
  title: { en: 'Average', ko: '평균' },
  aliases: ['mean', 'ensemble', '앙상블'],
  what: {
    en: 'Averages what arrives, value by value. Over the predictions of several networks it makes an ensemble.',
    ko: '들어온 값들을 자리마다 평균 내요. 여러 네트워크의 예측을 모으면 앙상블이 돼요.',
  },
  formula: 'y = (x₁ + x₂ + …) / n',
  build: ({ tf, name }) => tf.layers.layers.average({ name }),
  operation: { op: 'mean' },
  keras: { names: ['Average'] },
});
