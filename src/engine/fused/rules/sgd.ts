import type { Parameters, Rule } from './rule.ts';

const nothing = new Float64Array(0);

/** w ← w − η·g */
export function sgd(parameters: Parameters): Rule {
  const update = (rate: number): number => {
    const { weights, gradients, before, cell, vectors } = parameters;
    if (vectors) {
      cell[0] = rate;
      cell[1] = rate;
      vectors.sgd(
        weights.byteOffset,
        gradients.byteOffset,
        before.byteOffset,
        weights.length,
        cell.byteOffset,
      );
      return (cell[0] as number) + (cell[1] as number);
    }
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
  return { update, memory: nothing };
}
