import { defineActivation } from './activation.ts';

/** Turns the last axis into shares that sum to 1. */
export const softmax = defineActivation({
  kind: 'softmax',
  title: { en: 'Softmax', ko: '소프트맥스' },
  aliases: ['normalized exponential', 'classes', 'activation', '활성화'],
  identifier: 'softmax',
  operation: { op: 'softmax' },
  keras: {
    names: ['Softmax'],
    activations: { softmax: {} },
    read: (c) => {
      c.lastAxis('axis');
      return {};
    },
  },
  output: 'distribution',
  what: {
    en: 'Turns a row of scores into shares that are positive and sum to 1: one probability a class.',
    ko: '점수 한 줄을 모두 더하면 1이 되는 비율로 바꿔요. 클래스마다 확률이 하나씩 나와요.',
  },
  formula: 'softmax(z)ᵢ = e^zᵢ / Σⱼ e^zⱼ',
});
