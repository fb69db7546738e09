import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/** While training y = x + n with n drawn from N(0, deviation²), else y = x. dy/dx = 1 either way. */
export function noise({ deviation }: OperationOf<'noise'>, space: Workspace): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const g = incoming(space);
  return {
    forward(rows, training) {
      const random = training && deviation > 0 ? space.random() : undefined;
      for (let i = 0; i < rows * width; i++) {
        y[i] = (x[i] as number) + (random ? deviation * random.normal() : 0);
      }
    },
    backward(rows) {
      if (!dx) return;
      for (let i = rows * width - 1; i >= 0; i--) dx[i] = g[i] as number;
    },
  };
}
