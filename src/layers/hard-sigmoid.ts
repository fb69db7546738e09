import { defineActivation } from './activation.ts';

/** Three straight lines in place of the sigmoid: cheaper, and exactly 0 and 1 at its ends (Courbariaux et al. 2015). */
export const hardSigmoid = defineActivation({
  kind: 'hardSigmoid',
  title: { en: 'Hard sigmoid', ko: '하드 시그모이드' },
  aliases: ['activation', 'piecewise', '활성화'],
  identifier: 'hardSigmoid',
  operation: { op: 'pointwise', name: 'hardSigmoid' },
  // Keras 3 means another function by the name: relu6(z + 3) / 6.
  keras: { names: [], activations: { hard_sigmoid: {} } },
  output: 'probability',
  what: {
    en: 'A sigmoid made of three straight lines. Beyond ±2.5 it is exactly 0 or 1, and passes no gradient.',
    ko: '직선 세 개로 만든 시그모이드예요. ±2.5를 넘으면 정확히 0이나 1이고, 기울기가 흐르지 않아요.',
  },
  formula: 'f(z) = min(1, max(0, 0.2·z + 0.5))',
});
