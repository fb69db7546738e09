import type { Random } from './random.ts';
import { type Shape, sizeOf } from './shape.ts';

/** How a weight tensor starts. `values` are given exactly, row by row. */
export type Initialiser =
  | { readonly type: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly type: 'uniform'; readonly limit: number }
  | { readonly type: 'glorotNormal' }
  | { readonly type: 'glorotUniform' }
  | { readonly type: 'heNormal' }
  | { readonly type: 'heUniform' }
  | { readonly type: 'zeros' }
  | { readonly type: 'constant'; readonly value: number }
  | { readonly type: 'values'; readonly values: readonly number[] };

/** One weight tensor of a layer, in the order tfjs keeps them. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly initialiser: Initialiser;
  readonly trainable: boolean;
}

/** Starting values of one weight tensor, row-major. Glorot and Bengio 2010, eq. 16; He et al. 2015, eq. 10. */
export function initialValues(spec: WeightSpec, random: Random): Float32Array {
  const { initialiser, shape } = spec;
  const length = sizeOf(shape);
  const draw = (value: () => number): Float32Array => Float32Array.from({ length }, value);
  const { fanIn, fanOut } = fans(shape);
  const normal = (deviation: number, mean = 0) => draw(() => mean + deviation * random.normal());
  const uniform = (limit: number) => draw(() => limit * (2 * random.uniform() - 1));
  switch (initialiser.type) {
    case 'normal':
      return normal(initialiser.deviation, initialiser.mean);
    case 'uniform':
      return uniform(initialiser.limit);
    case 'glorotNormal':
      return normal(Math.sqrt(2 / (fanIn + fanOut)));
    case 'glorotUniform':
      return uniform(Math.sqrt(6 / (fanIn + fanOut)));
    case 'heNormal':
      return normal(Math.sqrt(2 / fanIn));
    case 'heUniform':
      return uniform(Math.sqrt(6 / fanIn));
    case 'zeros':
      return new Float32Array(length);
    case 'constant':
      return draw(() => initialiser.value);
    case 'values':
      return Float32Array.from({ length }, (_, i) => initialiser.values[i] ?? 0);
  }
}

/** Inputs and outputs that one unit sees. Kernels are [in, out] or [height, width, in, out]. */
function fans(shape: Shape): { fanIn: number; fanOut: number } {
  const window = sizeOf(shape.slice(0, -2));
  const inputs = shape.at(-2) ?? 1;
  const outputs = shape.at(-1) ?? 1;
  return { fanIn: Math.max(1, window * inputs), fanOut: Math.max(1, window * outputs) };
}
