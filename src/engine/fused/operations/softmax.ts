import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/**
 * yᵢ = e^xᵢ / Σⱼ e^xⱼ along the last axis; the largest x is taken off first, which changes nothing but
 * keeps e^x finite. As ∂yᵢ/∂xⱼ = yᵢ·(δᵢⱼ − yⱼ), ∂L/∂xⱼ = yⱼ·(gⱼ − Σᵢ gᵢ·yᵢ).
 */
export function softmax(_: OperationOf<'softmax'>, space: Workspace): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const { channels } = space;
  const g = incoming(space);
  return {
    forward(rows) {
      const end = rows * width;
      for (let at = 0; at < end; at += channels) {
        let top = x[at] as number;
        for (let i = at + 1; i < at + channels; i++) top = Math.max(top, x[i] as number);
        let sum = 0;
        for (let i = at; i < at + channels; i++) {
          const e = Math.exp((x[i] as number) - top);
          y[i] = e;
          sum += e;
        }
        for (let i = at; i < at + channels; i++) y[i] = (y[i] as number) / sum;
      }
    },
    backward(rows) {
      if (!dx) return;
      const end = rows * width;
      for (let at = 0; at < end; at += channels) {
        let mean = 0;
        for (let i = at; i < at + channels; i++) mean += (g[i] as number) * (y[i] as number);
        for (let i = at; i < at + channels; i++) {
          dx[i] = (y[i] as number) * ((g[i] as number) - mean);
        }
      }
    },
  };
}
