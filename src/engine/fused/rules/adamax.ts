import { EPSILON, type Parameters, type Rule } from './rule.ts';

const FIRST = 0.9;
const SECOND = 0.999;

/**
 * m ← β₁·m + (1 − β₁)·g; u ← max(β₂·u, |g|); w ← w − η / (1 − β₁ᵗ)·m / (u + ε) (Kingma and Ba 2015,
 * algorithm 2).
 */
export function adamax(parameters: Parameters): Rule {
  const { length } = parameters.weights;
  const memory = new Float64Array(2 * length + 1);
  const firsts = memory.subarray(0, length);
  const largest = memory.subarray(length, 2 * length);
  /** β₁ᵗ. */
  const powers = memory.subarray(2 * length).fill(1);
  const update = (rate: number): number => {
    const { weights, gradients, before } = parameters;
    const power = FIRST * (powers[0] as number);
    powers[0] = power;
    const pace = rate / (1 - power);
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const w = weights[i] as number;
      const g = gradients[i] as number;
      const m = FIRST * (firsts[i] as number) + (1 - FIRST) * g;
      const u = Math.max(SECOND * (largest[i] as number), Math.abs(g));
      const next = Math.fround(w - (pace * m) / (u + EPSILON));
      firsts[i] = m;
      largest[i] = u;
      before[i] = w;
      weights[i] = next;
      sum += next;
    }
    return sum;
  };
  return { update, memory };
}
