import { EPSILON, type Parameters, type Rule } from './rule.ts';

const DECAY = 0.95;

/**
 * d = √(u + ε) / √(s + ε)·g; s ← ρ·s + (1 − ρ)·g²; u ← ρ·u + (1 − ρ)·d²; w ← w − η·d (Zeiler 2012). As in
 * tfjs, d is divided by the s before this gradient; Zeiler divides by the one after it.
 */
export function adadelta(parameters: Parameters): Rule {
  const { length } = parameters.weights;
  const memory = new Float64Array(2 * length);
  const squares = memory.subarray(0, length);
  const updates = memory.subarray(length, 2 * length);
  const update = (rate: number): number => {
    const { weights, gradients, before } = parameters;
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const w = weights[i] as number;
      const g = gradients[i] as number;
      const s = squares[i] as number;
      const u = updates[i] as number;
      const d = (Math.sqrt(u + EPSILON) / Math.sqrt(s + EPSILON)) * g;
      const next = Math.fround(w - rate * d);
      squares[i] = DECAY * s + (1 - DECAY) * g * g;
      updates[i] = DECAY * u + (1 - DECAY) * d * d;
      before[i] = w;
      weights[i] = next;
      sum += next;
    }
    return sum;
  };
  return { update, memory };
}
