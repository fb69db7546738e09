import type { Operation } from '../../../core/operation.ts';
import { incoming, type Kernel, type Workspace } from '../operation.ts';

/** y = share · (x₁ + x₂ + …), so each input's gradient is the output's times the share. */
function sharedSum(space: Workspace, share: number): Kernel {
  const { values: y, width } = space.output;
  const g = incoming(space);
  const values = space.inputs.map((input) => input.values);
  const gradients = space.inputs.flatMap(({ gradient }) => (gradient ? [gradient] : []));
  return {
    forward(rows) {
      for (let i = rows * width - 1; i >= 0; i--) {
        let total = 0;
        for (let k = 0; k < values.length; k++) total += values[k]?.[i] as number;
        y[i] = share * total;
      }
    },
    backward(rows) {
      for (let k = 0; k < gradients.length; k++) {
        const dx = gradients[k] as Float64Array;
        for (let i = rows * width - 1; i >= 0; i--) dx[i] = share * (g[i] as number);
      }
    },
  };
}

/** y = x₁ + x₂ + … */
export const sum = (_: Operation, space: Workspace): Kernel => sharedSum(space, 1);

/** y = (x₁ + x₂ + …) / n. */
export const mean = (_: Operation, space: Workspace): Kernel =>
  sharedSum(space, 1 / space.inputs.length);
