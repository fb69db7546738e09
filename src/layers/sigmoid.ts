import { defineActivation } from './activation.ts';

/** Squashes every value into (0, 1). */
export const sigmoid = defineActivation({
  kind: 'sigmoid',
  title: { en: 'Sigmoid', ko: '시그모이드' },
  aliases: ['logistic', 'activation', '로지스틱', '활성화'],
  identifier: 'sigmoid',
  operation: { op: 'sigmoid' },
  keras: { names: [], activations: { sigmoid: {} } },
  output: 'probability',
  what: {
    en: 'Squashes any number into the range from 0 to 1, so that it can be read as a probability. Its slope is at most 0.25.',
    ko: '어떤 수든 0과 1 사이의 값으로 바꿔서 확률처럼 읽을 수 있게 해요. 기울기는 0.25를 넘지 않아요.',
  },
  formula: 'σ(z) = 1 / (1 + e⁻ᶻ)',
});
