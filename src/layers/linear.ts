import { defineActivation } from './activation.ts';

/** Passes everything as it is: for comparing with the others. */
export const linear = defineActivation({
  kind: 'linear',
  title: { en: 'Linear', ko: '선형' },
  aliases: ['identity', 'none', 'activation', '항등', '활성화'],
  identifier: 'linear',
  operation: { op: 'identity' },
  keras: { names: ['Identity'], activations: { linear: {} } },
  what: {
    en: 'Passes every value as it is. Put it where an activation was to see what the activation did.',
    ko: '값을 그대로 보내요. 활성화 함수 자리에 놓으면 그 함수가 무슨 일을 했는지 비교할 수 있어요.',
  },
  formula: 'f(z) = z',
});
