import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/** y = tanh x = 2σ(2x) − 1, so dy/dx = 1 − y². */
export function tanh(_: OperationOf<'tanh'>, space: Workspace): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const g = incoming(space);
  return {
    forward(rows) {
      for (let i = rows * width - 1; i >= 0; i--) y[i] = Math.tanh(x[i] as number);
    },
    backward(rows) {
      if (!dx) return;
      for (let i = rows * width - 1; i >= 0; i--) {
        const t = y[i] as number;
        dx[i] = (g[i] as number) * (1 - t * t);
      }
    },
  };
}
