import { defineMerge } from './merge.ts';

/** Keeps the largest of tensors of one shape, value by value (maxout: Goodfellow et al. 2013). */
export const maximum = defineMerge({
  kind: 'maximum',
  title: { en: 'Maximum', ko: '최댓값' },
  aliases: ['max', 'maxout', '맥스아웃'],
  what: {
    en: 'Keeps the largest of what arrives, value by value. Only the winner gets the gradient.',
    ko: '들어온 값들 가운데 자리마다 가장 큰 것을 남겨요. 이긴 쪽으로만 기울기가 흘러요.',
  },
  formula: 'y = max(x₁, x₂, …)',
  build: ({ tf, name }) => tf.layers.layers.maximum({ name }),
  operation: { op: 'maximum' },
  keras: { names: ['Maximum'] },
});
