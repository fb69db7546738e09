import { defineActivation } from './activation.ts';

/** A ReLU whose negative side bends smoothly towards −1, so that a unit never goes quite silent (Clevert et al. 2015). */
export const elu = defineActivation({
  kind: 'elu',
  title: { en: 'ELU', ko: 'ELU' },
  aliases: ['exponential linear unit', 'activation', '엘루', '활성화'],
  identifier: 'elu',
  operation: { op: 'pointwise', name: 'elu' },
  keras: {
    names: ['ELU'],
    activations: { elu: {} },
    read: (c) => {
      c.plain({ alpha: [1] });
      return {};
    },
  },

  what: {
    en: 'Lets positive numbers pass and bends negative ones smoothly towards −1. The unit keeps a gradient, and its mean stays near 0.',
    ko: '양수는 그대로 보내고, 음수는 −1 쪽으로 부드럽게 휘어요. 기울기가 남고 평균이 0 가까이에 머물러요.',
  },
  formula: 'f(z) = z ≥ 0 ? z : eᶻ − 1',
});
