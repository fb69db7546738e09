import type { Operation } from '../../../core/operation.ts';
import { incoming, type Kernel, type Workspace } from '../operation.ts';

/** y = x₁ · x₂ · …, so an input's gradient is the output's times the product of the others. */
export function product(_: Operation, space: Workspace): Kernel {
  const { values: y, width } = space.output;
  const { inputs } = space;
  const g = incoming(space);

  function productWithout(skipped: number, i: number): number {
    let result = 1;
    for (let k = 0; k < inputs.length; k++) {
      if (k !== skipped) result *= inputs[k]?.values[i] as number;
    }
    return result;
  }

  return {
    forward(rows) {
      for (let i = rows * width - 1; i >= 0; i--) y[i] = productWithout(-1, i);
    },
    backward(rows) {
      for (let k = 0; k < inputs.length; k++) {
        const dx = inputs[k]?.gradient;
        if (!dx) continue;
        for (let i = rows * width - 1; i >= 0; i--) dx[i] = (g[i] as number) * productWithout(k, i);
      }
    },
  };
}
