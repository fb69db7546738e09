import type { Tensor } from '@tensorflow/tfjs-core';
import type { Initialiser, WeightSpec } from '../core/weights.ts';
import type { Words } from '../core/words.ts';
import type { Tf, TfLayer } from './define-layer.ts';
import { initialiser, number, toggle } from './params.ts';

const usesBias = (params: Readonly<Record<string, unknown>>): boolean =>
  params['useBias'] !== false;

/** Shows how a tensor starts only where its values are given: elsewhere it starts in one way. */
export const given = (param: string) => ({
  when: (params: Readonly<Record<string, unknown>>): boolean =>
    (params[param] as Initialiser | null | undefined)?.type === 'values',
});

/** The parameters of every layer with a kernel: bias, starts and penalties. */
export const weightParams = {
  useBias: toggle(true, { en: 'Bias', ko: '편향' }),
  kernelInitialiser: initialiser(
    { type: 'glorotNormal' },
    { en: 'Weights start from', ko: '가중치 초깃값' },
  ),
  biasInitialiser: initialiser(
    { type: 'zeros' },
    { en: 'Bias starts from', ko: '편향 초깃값' },
    { when: usesBias },
  ),
  l1: number(0, { min: 0, max: 1, step: 0.001 }, { en: 'L1 penalty', ko: 'L1 규제' }),
  l2: number(0, { min: 0, max: 1, step: 0.001 }, { en: 'L2 penalty', ko: 'L2 규제' }),
};

/** The bias tensor of a layer with so many outputs a place; none where it is switched off. */
export const biasOf = (
  { useBias, biasInitialiser }: { useBias: boolean; biasInitialiser: Initialiser },
  count: number,
): WeightSpec[] =>
  useBias ? [{ name: 'bias', shape: [count], initialiser: biasInitialiser, trainable: true }] : [];

/** How many filters of which size, for the corner of a node. */
export const filtersFace = (count: number, size: readonly number[]): Words => {
  const text = `${count} × ${size.join('×')}`;
  return { en: text, ko: text };
};

/**
 * The same settings for a tfjs layer. Weights start at zero there and are then set from our own
 * seeded generator, so that every executor starts from the same numbers.
 */
export const weightConfig = (
  tf: Tf,
  params: { useBias: boolean; l1: number; l2: number },
): {
  useBias: boolean;
  kernelInitializer: 'zeros';
  biasInitializer: 'zeros';
  kernelRegularizer?: Regulariser;
} => ({
  useBias: params.useBias,
  kernelInitializer: 'zeros',
  biasInitializer: 'zeros',
  ...regulariser(tf, params, 'kernelRegularizer'),
});

type Regulariser = ReturnType<Tf['layers']['regularizers']['l1l2']>;

/** The penalties under the name by which a tfjs layer takes them; nothing where there are none. */
export const regulariser = <Name extends string>(
  tf: Tf,
  { l1, l2 }: { l1: number; l2: number },
  name: Name,
): { [key in Name]?: Regulariser } =>
  l1 > 0 || l2 > 0
    ? ({ [name]: tf.layers.regularizers.l1l2({ l1, l2 }) } as { [key in Name]?: Regulariser })
    : {};

/**
 * The layer as a product and a sum. tfjs-layers fuses the two, and the fused operation works out the
 * gradient of its input even where that is the data, which nothing asks for.
 */
export function withPlainCall(
  tf: Tf,
  layer: TfLayer,
  multiply: (x: Tensor, kernel: Tensor) => Tensor,
): TfLayer {
  layer.call = (inputs) => {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor;
    const [kernel, bias] = layer.weights.map((weight) => weight.read());
    const product = multiply(x, kernel as Tensor);
    return bias ? tf.core.add(product, bias) : product;
  };
  return layer;
}
