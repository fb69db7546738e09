import { defineActivation } from './activation.ts';

/** Passes each value by the share of the normal distribution below it (Hendrycks and Gimpel 2016). */
export const gelu = defineActivation({
  kind: 'gelu',
  title: { en: 'GELU', ko: 'GELU' },
  aliases: ['gaussian error linear unit', 'activation', '젤루', '활성화'],
  identifier: 'gelu',
  operation: { op: 'pointwise', name: 'gelu' },
  keras: { names: [], activations: { gelu: {} } },

  what: {
    en: 'Multiplies each value by the share of a normal distribution that lies below it: a smooth ReLU, used in transformers.',
    ko: '값마다 정규분포에서 그 값보다 작은 비율을 곱해요. 부드러운 ReLU이고 트랜스포머에서 많이 써요.',
  },
  formula: 'f(z) = z · Φ(z)',
});
