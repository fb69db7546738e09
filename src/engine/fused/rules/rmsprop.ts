import { EPSILON, type Parameters, type Rule } from './rule.ts';

const DECAY = 0.9;

/** s ← ρ·s + (1 − ρ)·g²; w ← w − η·g / √(s + ε) (Tieleman and Hinton 2012). */
export function rmsprop(parameters: Parameters): Rule {
  const squares = new Float64Array(parameters.weights.length);
  const update = (rate: number): number => {
    const { weights, gradients, before } = parameters;
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const w = weights[i] as number;
      const g = gradients[i] as number;
      const s = DECAY * (squares[i] as number) + (1 - DECAY) * g * g;
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
