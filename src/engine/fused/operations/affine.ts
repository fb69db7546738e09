import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';
import { createProduct } from '../product.ts';

/**
 * y = x·W + b. With g = ∂L/∂y: ∂L/∂W = xᵀ·g, ∂L/∂b = Σ g over the rows, ∂L/∂x = g·Wᵀ; the penalties
 * add l1·sign(W) + 2·l2·W, with sign(0) = −1 as tfjs has it.
 */
export function affine({ l1, l2 }: OperationOf<'affine'>, space: Workspace): Kernel {
  const { values: x, gradient: dx, width: inputs } = soleInput(space);
  const { values: y, width: units } = space.output;
  const g = incoming(space);
  const [kernel, bias] = space.weights;
  if (!kernel?.gradient) throw new Error('an affine operation without a kernel');
  const { values: w, gradient: dw } = kernel;
  const product = createProduct(space.arena, {
    x,
    w,
    y,
    g,
    dw,
    dx,
    bias: bias?.values,
    inputs,
    units,
  });
  const db = bias?.gradient;
  return {
    forward: product.forward,
    backward(rows) {
      product.backward(rows);
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
    },
  };
}
