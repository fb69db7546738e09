import { defineActivation } from './activation.ts';

/** An ELU scaled so that deep stacks keep mean 0 and spread 1 (Klambauer et al. 2017). */
export const selu = defineActivation({
  kind: 'selu',
  title: { en: 'SELU', ko: 'SELU' },
  aliases: ['scaled exponential linear unit', 'activation', '셀루', '활성화'],
  identifier: 'selu',
  operation: { op: 'pointwise', name: 'selu' },
  keras: { names: [], activations: { selu: {} } },

  what: {
    en: 'An ELU with two fixed numbers, chosen so that values keep mean 0 and spread 1 through many layers.',
    ko: 'ELU에 정해진 두 수를 곱해서, 층이 깊어도 값의 평균 0과 퍼짐 1이 유지되게 해요.',
  },
  formula: 'f(z) = 1.0507 · (z ≥ 0 ? z : 1.6733 · (eᶻ − 1))',
});
