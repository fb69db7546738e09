import { defineGlobalPooling } from './global-pooling.ts';

/** The largest value of each map. */
export const globalMaxPool = defineGlobalPooling({
  kind: 'globalMaxPool',
  title: { en: 'Global max pool', ko: '전역 최대 풀링' },
  aliases: ['gmp', 'pooling', '글로벌 최대 풀링', '풀링'],
  what: {
    en: 'Keeps the largest value of each map: whether its pattern is anywhere in the image.',
    ko: '맵마다 가장 큰 값만 남겨요. 그 무늬가 이미지 어딘가에 있는지만 봐요.',
  },
  formula: 'y = max(map)',
  takes: 'max',
  names: ['GlobalMaxPooling2D', 'GlobalMaxPool2D'],
  build: ({ tf, name }) =>
    tf.layers.layers.globalMaxPooling2d({ name, dataFormat: 'channelsLast' }),
});
