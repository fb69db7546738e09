import { defineGlobalPooling } from './global-pooling.ts';

/** The mean of each map (Lin et al. 2013). */
export const globalAveragePool = defineGlobalPooling({
  kind: 'globalAveragePool',
  title: { en: 'Global average pool', ko: '전역 평균 풀링' },
  aliases: ['gap', 'pooling', '글로벌 평균 풀링', '풀링'],
  what: {
    en: 'Averages each map over the whole image. Often put in place of Flatten and a large dense layer.',
    ko: '맵마다 이미지 전체의 평균을 내요. 펼치기와 큰 완전 연결층 대신 자주 써요.',
  },
  formula: 'y = mean(map)',
  takes: 'mean',
  names: ['GlobalAveragePooling2D', 'GlobalAvgPool2D'],
  build: ({ tf, name }) =>
    tf.layers.layers.globalAveragePooling2d({ name, dataFormat: 'channelsLast' }),
});
