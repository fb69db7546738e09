import type { Parameters, Rule } from './rule.ts';

/** w ← w − η·g */
export const sgd =
  ({ weights, gradients, before }: Parameters): Rule =>
  (rate) => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const w = weights[i] as number;
      const next = Math.fround(w - rate * (gradients[i] as number));
      before[i] = w;
      weights[i] = next;
      sum += next;
    }
    return sum;
  };
