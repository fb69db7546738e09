import { defineActivation } from './activation.ts';

/** A ReLU with a rounded corner; always positive (Dugas et al. 2001). */
export const softplus = defineActivation({
  kind: 'softplus',
  title: { en: 'Softplus', ko: '소프트플러스' },
  aliases: ['smooth relu', 'activation', '활성화'],
  identifier: 'softplus',
  operation: { op: 'pointwise', name: 'softplus' },
  keras: { names: [], activations: { softplus: {} } },

  what: {
    en: 'A ReLU with a rounded corner. Its output is always positive, and its slope is the sigmoid.',
    ko: '모서리를 둥글게 한 ReLU예요. 결과가 늘 양수이고, 기울기는 시그모이드예요.',
  },
  formula: 'f(z) = ln(1 + eᶻ)',
});
