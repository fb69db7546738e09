import type { Operation, OperationOf, PointwiseName } from './operation.ts';
import type { Reading, SlidingWindow } from './reading.ts';

/**
 * How a layer's output changes with its input and its weights, for people who follow the chain rule. Plain
 * data: it follows from the arithmetic that a kind states, or the kind states it itself.
 */
export type Derivative =
  /** Value by value: ∂yᵢ/∂xᵢ is the slope there, everything else 0. */
  | { readonly of: 'each'; readonly slope: Slope }
  /** y = x·W + b with W [inputs, units]: ∂yⱼ/∂xᵢ = Wᵢⱼ, ∂yⱼ/∂Wᵢⱼ = xᵢ, ∂yⱼ/∂bⱼ = 1. */
  | { readonly of: 'product' }
  /** A window with or without a kernel: the weight at its tap, 1 for the largest, or a share of the mean. */
  | { readonly of: 'window'; readonly window: SlidingWindow }
  /** Over the last axis: ∂yⱼ/∂xᵢ = yⱼ·(δᵢⱼ − yᵢ). */
  | { readonly of: 'shares' }
  /** One output a map [h, w, c]: a share of the mean, or 1 for the largest. */
  | { readonly of: 'whole'; readonly takes: 'mean' | 'max' }
  /** The same numbers in another shape: 1. */
  | { readonly of: 'relabel' }
  /** What was dropped gets 0, what was kept `scale`. */
  | { readonly of: 'mask'; readonly scale: number }
  /** Joins of equal shapes: 1, a share, the product of the others, 1 for the largest. */
  | { readonly of: 'sum' }
  | { readonly of: 'mean' }
  | { readonly of: 'times' }
  | { readonly of: 'largest' }
  /** Inputs side by side along the last axis: 1. */
  | { readonly of: 'concat' };

/** A function of one value; `below` is the slope of a bent line left of zero. */
export type Slope =
  | { readonly name: 'sigmoid' | 'tanh' | 'linear' | PointwiseName }
  | { readonly name: 'bent'; readonly below: number };

/** A slope of its own for every function of one value. */
const each = (slope: Slope): Derivative => ({ of: 'each', slope });

const derivatives: {
  readonly [Name in Operation['op']]: (operation: OperationOf<Name>) => Derivative | undefined;
} = {
  affine: () => ({ of: 'product' }),
  sigmoid: () => each({ name: 'sigmoid' }),
  tanh: () => each({ name: 'tanh' }),
  relu: () => each({ name: 'bent', below: 0 }),
  leakyRelu: ({ slope }) => each({ name: 'bent', below: slope }),
  pointwise: ({ name }) => each({ name }),
  // Noise is added: the slope does not ask what was drawn.
  noise: () => each({ name: 'linear' }),
  softmax: () => ({ of: 'shares' }),
  dropout: ({ rate }) => ({ of: 'mask', scale: 1 / (1 - rate) }),
  identity: () => ({ of: 'relabel' }),
  product: () => ({ of: 'times' }),
  sum: () => ({ of: 'sum' }),
  mean: () => ({ of: 'mean' }),
  maximum: () => ({ of: 'largest' }),
  concat: () => ({ of: 'concat' }),
  // The means and deviations of these depend on every value: their numbers are shown, not taken apart.
  batchNorm: () => undefined,
  layerNorm: () => undefined,
};

/** What follows from arithmetic that a kind states as its operation, or as its reading; nothing where that is not enough. */
export function derivativeOf(
  operation: Operation | undefined,
  reading: Reading | undefined,
): Derivative | undefined {
  if (!operation) return reading?.how === 'window' ? { of: 'window', window: reading } : undefined;
  const derive = derivatives[operation.op] as (operation: Operation) => Derivative | undefined;
  return derive(operation);
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The constants of self-normalising units (Klambauer et al. 2017). */
const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

/** Slopes at x, where the function gives y; at a corner what TensorFlow takes. */
const slopes: {
  readonly [Name in Exclude<Slope['name'], 'bent'>]: (x: number, y: number) => number;
} = {
  linear: () => 1,
  sigmoid: (_, y) => y * (1 - y),
  tanh: (_, y) => 1 - y * y,
  elu: (x) => (x >= 0 ? 1 : Math.exp(x)),
  selu: (x) => SCALE * (x > 0 ? 1 : ALPHA * Math.exp(x)),
  // y = x·Φ(x), so Φ(x) = y / x.
  gelu: (x, y) => (x === 0 ? 0.5 : y / x) + (x * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI),
  softplus: sigmoid,
  swish: (x) => sigmoid(x) + x * sigmoid(x) * (1 - sigmoid(x)),
  hardSigmoid: (x) => (x >= -2.5 && x <= 2.5 ? 0.2 : 0),
};

/** The slope of a function at x, where it gives y. */
export function slopeAt(slope: Slope, x: number, y: number): number {
  if (slope.name === 'bent') return x > 0 ? 1 : slope.below;
  return slopes[slope.name](x, y);
}

/** The steepest slope that a function can have, where that is below 1. */
const squashes: ReadonlyMap<Slope['name'], number> = new Map([
  ['sigmoid', 0.25],
  ['hardSigmoid', 0.2],
]);

/** The steepest slope that a function can have, where that is below 1: 0.25 for a sigmoid. */
export const squashOf = ({ name }: Slope): number | undefined => squashes.get(name);
