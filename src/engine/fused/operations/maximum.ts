import type { Operation } from '../../../core/operation.ts';
import { incoming, type Kernel, type Workspace } from '../operation.ts';

/**
 * y = max(x₁, x₂, …), taken pair by pair from the left as tfjs does: the gradient goes to the winner,
 * where two are equal to the left one.
 */
export function maximum(_: Operation, space: Workspace): Kernel {
  const { values: y, width } = space.output;
  const { inputs } = space;
  const g = incoming(space);
  const winners = new Uint8Array(y.length);
  return {
    forward(rows) {
      for (let i = rows * width - 1; i >= 0; i--) {
        let best = inputs[0]?.values[i] as number;
        let winner = 0;
        for (let k = 1; k < inputs.length; k++) {
          const value = inputs[k]?.values[i] as number;
          // Not a number wins, so that it is noticed.
          if (!(value <= best)) {
            best = value;
            winner = k;
          }
        }
        y[i] = best;
        winners[i] = winner;
      }
    },
    backward(rows) {
      for (let k = 0; k < inputs.length; k++) {
        const dx = inputs[k]?.gradient;
        if (!dx) continue;
        for (let i = rows * width - 1; i >= 0; i--) dx[i] = winners[i] === k ? (g[i] as number) : 0;
      }
    },
  };
}
