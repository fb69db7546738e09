import type { Operation, OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/** y = x above zero and slope·x below, so dy/dx is 1 or the slope; at zero the slope, as in tfjs. */
export function leakyRelu({ slope }: OperationOf<'leakyRelu'>, space: Workspace): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const g = incoming(space);
  return {
    forward(rows) {
      for (let i = rows * width - 1; i >= 0; i--) {
        const z = x[i] as number;
        y[i] = z < 0 ? slope * z : z;
      }
    },
    backward(rows) {
      if (!dx) return;
      for (let i = rows * width - 1; i >= 0; i--) {
        const d = g[i] as number;
        dx[i] = (x[i] as number) > 0 ? d : slope * d;
      }
    },
  };
}

/** y = max(0, x): the leaky one with no slope below zero. */
export const relu = (_: Operation, space: Workspace): Kernel =>
  leakyRelu({ op: 'leakyRelu', slope: 0 }, space);
