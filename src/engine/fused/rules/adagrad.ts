import { EPSILON, type Parameters, type Rule } from './rule.ts';

/** Where tfjs starts the sum of squares. */
const INITIAL = 0.1;

/** s ← s + g²; w ← w − η·g / √(s + ε) (Duchi et al. 2011). */
export function adagrad(parameters: Parameters): Rule {
  const squares = new Float64Array(parameters.weights.length).fill(INITIAL);
  const update = (rate: number): number => {
    const { weights, gradients, before } = parameters;
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const w = weights[i] as number;
      const g = gradients[i] as number;
      const s = (squares[i] as number) + g * g;
      const next = Math.fround(w - (rate * g) / Math.sqrt(s + EPSILON));
      squares[i] = s;
      before[i] = w;
      weights[i] = next;
      sum += next;
    }
    return sum;
  };
  return { update, memory: squares };
}
