import type { Parameters, Rule } from './rule.ts';

/**
 * m ← μ·m + g; w ← w − η·m (Polyak 1964). Nesterov looks one step ahead: w ← w − η·(g + μ·m), the form
 * of Sutskever et al. 2013 with the look-ahead folded into the weights.
 */
export function momentum(parameters: Parameters, share: number, nesterov: boolean): Rule {
  const moments = new Float64Array(parameters.weights.length);
  const update = (rate: number): number => {
    const { weights, gradients, before } = parameters;
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      const w = weights[i] as number;
      const g = gradients[i] as number;
      const m = share * (moments[i] as number) + g;
      const next = Math.fround(w - rate * (nesterov ? g + share * m : m));
      moments[i] = m;
      before[i] = w;
      weights[i] = next;
      sum += next;
    }
    return sum;
  };
  return { update, memory: moments };
}
