import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/**
 * While training y = x·m with m = 0 for a random share `rate` and 1 / (1 − rate) for the rest, so that
 * E[y] = x (Srivastava et al. 2014); else y = x. dy/dx = m.
 */
export function dropout({ rate }: OperationOf<'dropout'>, space: Workspace): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const g = incoming(space);
  const mask = new Float64Array(y.length);
  const scale = 1 / (1 - rate);
  return {
    forward(rows, training) {
      const count = rows * width;
      if (!training || rate === 0) {
        for (let i = 0; i < count; i++) y[i] = x[i] as number;
        return;
      }
      const random = space.random();
      for (let i = 0; i < count; i++) {
        const m = random.uniform() < rate ? 0 : scale;
        mask[i] = m;
        y[i] = (x[i] as number) * m;
      }
    },
    backward(rows) {
      if (!dx) return;
      for (let i = rows * width - 1; i >= 0; i--) {
        dx[i] = rate === 0 ? (g[i] as number) : (g[i] as number) * (mask[i] as number);
      }
    },
  };
}
