import { defineMerge } from './merge.ts';

/** Adds tensors of one shape, value by value: the join of a skip connection (He et al. 2016). */
export const add = defineMerge({
  kind: 'add',
  title: { en: 'Add', ko: '더하기' },
  aliases: ['sum', 'residual', 'skip connection', '합', '잔차'],
  what: {
    en: 'Adds what arrives, value by value. With a wire that skips layers it makes a residual block.',
    ko: '들어온 값들을 자리마다 더해요. 층을 건너뛰는 선과 함께 쓰면 잔차 블록이 돼요.',
  },
  formula: 'y = x₁ + x₂ + …',
  build: ({ tf, name }) => tf.layers.layers.add({ name }),
  operation: { op: 'sum' },
  keras: { names: ['Add'] },
});
