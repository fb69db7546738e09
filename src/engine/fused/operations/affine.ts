import type { OperationOf } from '../../../core/operation.ts';
import { multiply } from '../multiply.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/**
 * y = x·W + b. With g = ∂L/∂y: ∂L/∂W = xᵀ·g, ∂L/∂b = Σ g over the rows, ∂L/∂x = g·Wᵀ; the penalties
 * add l1·sign(W) + 2·l2·W, with sign(0) = −1 as tfjs has it.
 */
export function affine({ l1, l2 }: OperationOf<'affine'>, space: Workspace): Kernel {
  const { values: x, gradient: dx, width: n } = soleInput(space);
  const { values: y, width: units } = space.output;
  const g = incoming(space);
  const [kernel, bias] = space.weights;
  if (!kernel?.gradient) throw new Error('an affine operation without a kernel');
  const { values: w, gradient: dw } = kernel;
  const b = bias?.values;
  const db = bias?.gradient;
  const input = { values: x, row: n, column: 1 };
  const inputT = { values: x, row: 1, column: n };
  const weights = { values: w, row: units, column: 1 };
  const weightsT = { values: w, row: 1, column: units };
  const slope = { values: g, row: units, column: 1 };
  return {
    forward: (rows) => multiply(input, weights, y, rows, n, units, b),
    backward(rows) {
      multiply(inputT, slope, dw, n, rows, units);
      if (l1 > 0 || l2 > 0) {
        for (let i = 0; i < dw.length; i++) {
          const weight = w[i] as number;
          dw[i] = (dw[i] as number) + (weight > 0 ? l1 : -l1) + 2 * l2 * weight;
        }
      }
      if (db) {
        for (let unit = 0; unit < units; unit++) {
          let sum = 0;
          for (let at = unit, r = 0; r < rows; r++, at += units) sum += g[at] as number;
          db[unit] = sum;
        }
      }
      if (dx) multiply(slope, weightsT, dx, rows, units, n);
    },
  };
}
