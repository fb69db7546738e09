import { definePooling } from './pooling.ts';

/** Keeps the largest value of each window. */
export const maxPool = definePooling({
  kind: 'maxPool',
  title: { en: 'Max pool', ko: '최대 풀링' },
  aliases: ['maxpooling', 'pooling', 'subsampling', '맥스 풀링', '풀링'],
  what: {
    en: 'Keeps the largest value in each window, so that small shifts matter less.',
    ko: '창마다 가장 큰 값만 남겨서, 위치가 조금 달라져도 결과가 비슷해요.',
  },
  formula: 'yᵢⱼ = max(windowᵢⱼ)',
  names: ['MaxPooling2D', 'MaxPool2D'],
  does: 'max',
  build: ({ tf, name }, window) => tf.layers.layers.maxPooling2d({ name, ...window }),
});
