import type { OperationOf, PointwiseName } from '../../../core/operation.ts';
import { incoming, type Kernel, soleInput, type Workspace } from '../operation.ts';

/** A function and its derivative, both of the input. */
interface Pointwise {
  readonly f: (x: number) => number;
  readonly slope: (x: number) => number;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The constants that keep mean 0 and variance 1 from layer to layer (Klambauer et al. 2017). */
const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

/** Distribution function of the standard normal, to 1e-7 (Abramowitz and Stegun 1964, 7.1.26, as in tfjs). */
function normalShare(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const series =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = 0.5 * series * Math.exp(-z * z);
  return x < 0 ? tail : 1 - tail;
}

const functions: Readonly<Record<PointwiseName, Pointwise>> = {
  /** x above zero, eˣ − 1 below; its slope there is eˣ. */
  elu: {
    f: (x) => (x >= 0 ? x : Math.expm1(x)),
    slope: (x) => (x >= 0 ? 1 : Math.exp(x)),
  },
  selu: {
    f: (x) => SCALE * (x >= 0 ? x : ALPHA * Math.expm1(x)),
    slope: (x) => SCALE * (x > 0 ? 1 : ALPHA * Math.exp(x)),
  },
  /** x·Φ(x), so the slope is Φ(x) + x·φ(x) (Hendrycks and Gimpel 2016). */
  gelu: {
    f: (x) => x * normalShare(x),
    slope: (x) => normalShare(x) + (x * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI),
  },
  /** ln(1 + eˣ), whose slope is σ(x). */
  softplus: {
    f: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    slope: sigmoid,
  },
  /** x·σ(x), so the slope is σ + x·σ·(1 − σ) (Ramachandran et al. 2017). */
  swish: {
    f: (x) => x * sigmoid(x),
    slope: (x) => {
      const s = sigmoid(x);
      return s + x * s * (1 - s);
    },
  },
  /** 0.2·x + 0.5, kept between 0 and 1. */
  hardSigmoid: {
    f: (x) => Math.min(1, Math.max(0, 0.2 * x + 0.5)),
    slope: (x) => (x >= -2.5 && x <= 2.5 ? 0.2 : 0),
  },
};

/** y = f(x) value by value, so dx = f′(x)·dy. */
export function pointwise({ name }: OperationOf<'pointwise'>, space: Workspace): Kernel {
  const { values: x, gradient: dx } = soleInput(space);
  const { values: y, width } = space.output;
  const g = incoming(space);
  const { f, slope } = functions[name];
  return {
    forward(rows) {
      for (let i = rows * width - 1; i >= 0; i--) y[i] = f(x[i] as number);
    },
    backward(rows) {
      if (!dx) return;
      for (let i = rows * width - 1; i >= 0; i--) dx[i] = (g[i] as number) * slope(x[i] as number);
    },
  };
}
