import { CLIP, flushed, type LossSpec } from '../../../core/loss.ts';
import type { Objective, Score } from './objective.ts';

/**
 * L = −mean over rows of Σᵢ yᵢ·ln pᵢ, so ∂L/∂pᵢ = −yᵢ/pᵢ over the number of rows. Clipped, p is kept in
 * [1e-7, 1 − 1e-7] and the gradient outside is 0.
 */
export function categoricalCrossentropy(spec: LossSpec, score: Score): Objective {
  return spec.on === 'logits' ? onLogits(score) : onShares(score, spec.stability === 'naive');
}

function onShares({ output, target, gradient, width }: Score, naive: boolean): Objective {
  return (rows) => {
    const share = 1 / rows;
    let total = 0;
    for (let i = rows * width - 1; i >= 0; i--) {
      const p = naive ? flushed(output[i] as number) : (output[i] as number);
      const y = target[i] as number;
      const q = naive ? p : p < CLIP ? CLIP : p > 1 - CLIP ? 1 - CLIP : p;
      // Naive, 0·ln 0 is not a number, and must show.
      if (naive || y !== 0) total -= y * Math.log(q);
      gradient[i] = q === p ? (-share * y) / p : 0;
    }
    return total * share;
  };
}

/** On logits: with p = softmax(z) and Σ y = 1, L = mean(ln Σ eᶻ − Σ y·z), so ∂L/∂z = p·Σy − y. */
function onLogits({ output, target, gradient, width }: Score): Objective {
  return (rows) => {
    const share = 1 / rows;
    let total = 0;
    for (let r = 0, at = 0; r < rows; r++, at += width) {
      let top = output[at] as number;
      for (let i = at + 1; i < at + width; i++) top = Math.max(top, output[i] as number);
      let sum = 0;
      let labels = 0;
      for (let i = at; i < at + width; i++) {
        const e = Math.exp((output[i] as number) - top);
        gradient[i] = e;
        sum += e;
        labels += target[i] as number;
      }
      const log = top + Math.log(sum);
      for (let i = at; i < at + width; i++) {
        const y = target[i] as number;
        total += y * (log - (output[i] as number));
        gradient[i] = share * (((gradient[i] as number) / sum) * labels - y);
      }
    }
    return total * share;
  };
}
