import { EPSILON, type Parameters, type Rule } from './rule.ts';

const FIRST = 0.9;
const SECOND = 0.999;

/**
 * m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; w ← w − η·m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and
 * v̂ = v / (1 − β₂ᵗ), which make up for the start at zero (Kingma and Ba 2015, algorithm 1).
 */
export function adam(parameters: Parameters): Rule {
  const { length } = parameters.weights;
  const memory = new Float64Array(2 * length + 2);
  const firsts = memory.subarray(0, length);
  const seconds = memory.subarray(length, 2 * length);
  /** β₁ᵗ and β₂ᵗ. */
  const powers = memory.subarray(2 * length).fill(1);
  const update = (rate: number): number => {
    const { weights, gradients, before } = parameters;
    const firstPower = FIRST * (powers[0] as number);
    const secondPower = SECOND * (powers[1] as number);
    powers[0] = firstPower;
    powers[1] = secondPower;
    const pace = rate / (1 - firstPower);
    const rest = 1 - secondPower;
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const w = weights[i] as number;
      const g = gradients[i] as number;
      const m = FIRST * (firsts[i] as number) + (1 - FIRST) * g;
      const v = SECOND * (seconds[i] as number) + (1 - SECOND) * g * g;
      const next = Math.fround(w - (pace * m) / (Math.sqrt(v / rest) + EPSILON));
      firsts[i] = m;
      seconds[i] = v;
      before[i] = w;
      weights[i] = next;
      sum += next;
    }
    return sum;
  };
  return { update, memory };
}
