import { definePooling } from './pooling.ts';

/** Averages each window. */
export const averagePool = definePooling({
  kind: 'averagePool',
  title: { en: 'Average pool', ko: '평균 풀링' },
  aliases: ['averagepooling', 'mean pooling', 'pooling', '애버리지 풀링', '풀링'],
  what: {
    en: 'Replaces each window by its average.',
    ko: '창마다 값들의 평균을 내요.',
  },
  formula: 'yᵢⱼ = mean(windowᵢⱼ)',
  names: ['AveragePooling2D', 'AvgPool2D'],
  does: 'mean',
  build: ({ tf, name }, window) => tf.layers.layers.averagePooling2d({ name, ...window }),
});
