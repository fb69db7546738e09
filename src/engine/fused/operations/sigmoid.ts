import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/** y = 1 / (1 + e⁻ˣ), so dy/dx = e⁻ˣ / (1 + e⁻ˣ)² = y·(1 − y). */
export function sigmoid(_: OperationOf<'sigmoid'>, space: Workspace): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const g = incoming(space);
  const { vectors } = space.arena;
  const [from, to] = [x.byteOffset, y.byteOffset];
  return {
    forward(rows) {
      if (vectors) vectors.sigmoid(from, to, rows * width);
      else for (let i = rows * width - 1; i >= 0; i--) y[i] = 1 / (1 + Math.exp(-(x[i] as number)));
    },
    backward(rows) {
      if (!dx) return;
      if (vectors) {
        vectors.sigmoidSlope(to, g.byteOffset, dx.byteOffset, rows * width);
        return;
      }
      for (let i = rows * width - 1; i >= 0; i--) {
        const s = y[i] as number;
        dx[i] = (g[i] as number) * s * (1 - s);
      }
    },
  };
}
