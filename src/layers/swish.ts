import { defineActivation } from './activation.ts';

/** Each value times its own sigmoid (Ramachandran et al. 2017). */
export const swish = defineActivation({
  kind: 'swish',
  title: { en: 'Swish', ko: '스위시' },
  aliases: ['silu', 'sigmoid linear unit', 'activation', '활성화'],
  identifier: 'swish',
  operation: { op: 'pointwise', name: 'swish' },
  keras: { names: [], activations: { swish: {}, silu: {} } },

  what: {
    en: 'Multiplies each value by its own sigmoid: small negative numbers pass a little, large ones not at all.',
    ko: '값에 자기 시그모이드를 곱해요. 작은 음수는 조금 통과하고 큰 음수는 막혀요.',
  },
  formula: 'f(z) = z · σ(z)',
});
