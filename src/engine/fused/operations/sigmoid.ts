import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/** y = 1 / (1 + e⁻ˣ), so dy/dx = e⁻ˣ / (1 + e⁻ˣ)² = y·(1 − y). */
export function sigmoid(_: OperationOf<'sigmoid'>, space: Workspace): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const g = incoming(space);
  return {
    forward(rows) {
      for (let i = rows * width - 1; i >= 0; i--) y[i] = 1 / (1 + Math.exp(-(x[i] as number)));
    },
    backward(rows) {
      if (!dx) return;
      for (let i = rows * width - 1; i >= 0; i--) {
        const s = y[i] as number;
        dx[i] = (g[i] as number) * s * (1 - s);
      }
    },
  };
}
