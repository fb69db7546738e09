import { defineActivation } from './activation.ts';

/** Lets positive values pass and zeroes the rest (Nair and Hinton 2010). */
export const relu = defineActivation({
  kind: 'relu',
  title: { en: 'ReLU', ko: 'ReLU' },
  aliases: ['rectified linear unit', 'activation', '렐루', '활성화'],
  identifier: 'relu',
  operation: { op: 'relu' },
  keras: {
    names: ['ReLU'],
    activations: { relu: {} },
    read: (c) => {
      c.plain({ max_value: [null], negative_slope: [0], threshold: [0] });
      return {};
    },
  },
  what: {
    en: 'Lets positive numbers pass unchanged and turns negative ones into 0. Its gradient does not fade where it is open.',
    ko: '양수는 그대로 보내고 음수는 0으로 바꿔요. 열린 쪽에서는 기울기가 줄지 않아요.',
  },
  formula: 'relu(z) = max(0, z)',
});
