import type { LossSpec } from '../../../core/loss.ts';
import type { Objective, Score } from './objective.ts';

/** L = mean (h − y)² or Σ (h − y)², so ∂L/∂h = 2·(h − y), over the number of terms for the mean. */
export function meanSquaredError({ reduction }: LossSpec, score: Score): Objective {
  const { output, target, gradient, width } = score;
  return (rows) => {
    const count = rows * width;
    const share = reduction === 'sum' ? 1 : 1 / count;
    let total = 0;
    for (let i = 0; i < count; i++) {
      const off = (output[i] as number) - (target[i] as number);
      total += off * off;
      gradient[i] = 2 * off * share;
    }
    return total * share;
  };
}
