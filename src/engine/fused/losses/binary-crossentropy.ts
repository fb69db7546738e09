import { CLIP, flushed, type LossSpec } from '../../../core/loss.ts';
import type { Objective, Score } from './objective.ts';

/**
 * L = −mean(y·ln p + (1 − y)·ln(1 − p)), so ∂L/∂p = (1 − y)/(1 − p) − y/p, over the number of terms.
 * Clipped, p is kept in [1e-7, 1 − 1e-7] and the gradient outside is 0.
 */
export function binaryCrossentropy(spec: LossSpec, score: Score): Objective {
  if (spec.on === 'logits') return onLogits(score);
  return spec.stability === 'naive' ? naive(score) : clipped(score);
}

function clipped({ output, target, gradient, width }: Score): Objective {
  return (rows) => {
    const count = rows * width;
    const share = 1 / count;
    let total = 0;
    for (let i = 0; i < count; i++) {
      const p = output[i] as number;
      const y = target[i] as number;
      const q = p < CLIP ? CLIP : p > 1 - CLIP ? 1 - CLIP : p;
      // A label of 0 or 1 leaves one of the two logarithms.
      if (y !== 0) total -= y * Math.log(q);
      if (y !== 1) total -= (1 - y) * Math.log(1 - q);
      gradient[i] = q === p ? share * ((1 - y) / (1 - p) - y / p) : 0;
    }
    return total * share;
  };
}

/** As written, in single precision: a p that rounds to 0 or 1 makes 0·ln 0, which is not a number. */
function naive({ output, target, gradient, width }: Score): Objective {
  return (rows) => {
    const count = rows * width;
    const share = 1 / count;
    let total = 0;
    for (let i = 0; i < count; i++) {
      const p = flushed(output[i] as number);
      const y = target[i] as number;
      total -= y * Math.log(p) + (1 - y) * Math.log(1 - p);
      gradient[i] = share * ((1 - y) / (1 - p) - y / p);
    }
    return total * share;
  };
}

/** On logits: with p = σ(z), L = mean(ln(1 + eᶻ) − y·z), so ∂L/∂z = σ(z) − y. */
function onLogits({ output, target, gradient, width }: Score): Objective {
  return (rows) => {
    const count = rows * width;
    const share = 1 / count;
    let total = 0;
    for (let i = 0; i < count; i++) {
      const z = output[i] as number;
      const y = target[i] as number;
      total += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - z * y;
      gradient[i] = share * (1 / (1 + Math.exp(-z)) - y);
    }
    return total * share;
  };
}
