import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/**
 * y = γ·x̂ + β with x̂ = (x − μ) / √(σ² + ε), over all places of a channel in the batch. As μ and σ²
 * depend on x, ∂L/∂x = γ/√(σ² + ε) · (g − mean(g) − x̂·mean(g·x̂)); ∂L/∂γ = Σ g·x̂, ∂L/∂β = Σ g (Ioffe
 * and Szegedy 2015, section 3). Outside training μ and σ² are their moving means.
 */
export function batchNorm(
  { momentum, epsilon }: OperationOf<'batchNorm'>,
  space: Workspace,
): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const { channels } = space;
  const g = incoming(space);
  const [gamma, beta, movingMean, movingVariance] = space.weights;
  if (!gamma?.gradient || !beta?.gradient || !movingMean || !movingVariance) {
    throw new Error('batch normalisation without its four weights');
  }
  const { values: scales, gradient: dScales } = gamma;
  const { values: shifts, gradient: dShifts } = beta;
  const means = new Float64Array(channels);
  const roots = new Float64Array(channels);

  /** Mean and variance of each channel, and their share in the moving ones. */
  function measure(count: number): void {
    const places = count / channels;
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      for (let i = c; i < count; i += channels) sum += x[i] as number;
      const mean = sum / places;
      let squares = 0;
      for (let i = c; i < count; i += channels) squares += ((x[i] as number) - mean) ** 2;
      means[c] = mean;
      roots[c] = Math.sqrt(squares / places + epsilon);
      follow(movingMean as { values: Float64Array }, c, mean);
      follow(movingVariance as { values: Float64Array }, c, squares / places);
    }
  }

  function follow({ values }: { readonly values: Float64Array }, c: number, value: number): void {
    const before = values[c] as number;
    values[c] = Math.fround(before - (before - value) * (1 - momentum));
  }

  return {
    forward(rows, training) {
      const count = rows * width;
      if (training) measure(count);
      for (let c = 0; c < channels; c++) {
        const mean = (training ? means : movingMean.values)[c] as number;
        const root = training
          ? (roots[c] as number)
          : Math.sqrt((movingVariance.values[c] as number) + epsilon);
        const scale = (scales[c] as number) / root;
        const shift = shifts[c] as number;
        for (let i = c; i < count; i += channels) y[i] = ((x[i] as number) - mean) * scale + shift;
      }
    },
    backward(rows) {
      const count = rows * width;
      const places = count / channels;
      for (let c = 0; c < channels; c++) {
        const mean = means[c] as number;
        const root = roots[c] as number;
        let sum = 0;
        let along = 0;
        for (let i = c; i < count; i += channels) {
          sum += g[i] as number;
          along += ((g[i] as number) * ((x[i] as number) - mean)) / root;
        }
        dScales[c] = along;
        dShifts[c] = sum;
        if (!dx) continue;
        const scale = (scales[c] as number) / root;
        for (let i = c; i < count; i += channels) {
          const normed = ((x[i] as number) - mean) / root;
          dx[i] = scale * ((g[i] as number) - sum / places - (normed * along) / places);
        }
      }
    },
  };
}
