import { defineActivation } from './activation.ts';

/** Squashes every value into (−1, 1). */
export const tanh = defineActivation({
  kind: 'tanh',
  title: { en: 'Tanh', ko: '하이퍼볼릭 탄젠트' },
  aliases: ['hyperbolic tangent', 'activation', '탄젠트', '활성화'],
  identifier: 'tanh',
  operation: { op: 'tanh' },
  keras: { names: [], activations: { tanh: {} } },
  what: {
    en: 'Squashes any number into the range from −1 to 1, with 0 staying 0.',
    ko: '어떤 수든 −1과 1 사이의 값으로 바꾸고, 0은 그대로 0이에요.',
  },
  formula: 'tanh(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)',
});
