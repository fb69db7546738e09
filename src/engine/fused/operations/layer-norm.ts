import type { OperationOf } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/**
 * y = γ·x̂ + β with x̂ = (x − μ) / √(σ² + ε), over the last axis of each sample. With h = g·γ,
 * ∂L/∂x = (h − mean(h) − x̂·mean(h·x̂)) / √(σ² + ε); ∂L/∂γ = Σ g·x̂, ∂L/∂β = Σ g (Ba et al. 2016).
 */
export function layerNorm({ epsilon }: OperationOf<'layerNorm'>, space: Workspace): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const { channels } = space;
  const g = incoming(space);
  const [gamma, beta] = space.weights;
  if (!gamma?.gradient || !beta?.gradient) throw new Error('layer normalisation without weights');
  const { values: scales, gradient: dScales } = gamma;
  const { values: shifts, gradient: dShifts } = beta;
  const normed = new Float64Array(y.length);
  const roots = new Float64Array(y.length / channels);

  function normalise(place: number): void {
    const at = place * channels;
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += x[at + c] as number;
    const mean = sum / channels;
    let squares = 0;
    for (let c = 0; c < channels; c++) squares += ((x[at + c] as number) - mean) ** 2;
    const root = Math.sqrt(squares / channels + epsilon);
    roots[place] = root;
    for (let c = 0; c < channels; c++) {
      const value = ((x[at + c] as number) - mean) / root;
      normed[at + c] = value;
      y[at + c] = (scales[c] as number) * value + (shifts[c] as number);
    }
  }

  function spread(place: number): void {
    const at = place * channels;
    let sum = 0;
    let along = 0;
    for (let c = 0; c < channels; c++) {
      const slope = g[at + c] as number;
      const value = normed[at + c] as number;
      const h = slope * (scales[c] as number);
      sum += h;
      along += h * value;
      dScales[c] = (dScales[c] as number) + slope * value;
      dShifts[c] = (dShifts[c] as number) + slope;
    }
    for (let c = 0; dx && c < channels; c++) {
      const h = (g[at + c] as number) * (scales[c] as number);
      const pulled = h - sum / channels - ((normed[at + c] as number) * along) / channels;
      dx[at + c] = pulled / (roots[place] as number);
    }
  }

  return {
    forward(rows) {
      for (let place = (rows * width) / channels - 1; place >= 0; place--) normalise(place);
    },
    backward(rows) {
      for (let c = 0; c < channels; c++) {
        dScales[c] = 0;
        dShifts[c] = 0;
      }
      for (let place = (rows * width) / channels - 1; place >= 0; place--) spread(place);
    },
  };
}
