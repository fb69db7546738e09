import type { Network } from '../compiler/ir.ts';
import { createRandom } from '../core/random.ts';
import { sizeOf } from '../core/shape.ts';
import { initialValues } from '../core/weights.ts';
import type { WeightMap } from './executor.ts';

/**
 * Starting weights of a network: the same for every executor, and for every network of the same
 * structure, since each layer draws from a stream named by its place in the order.
 */
export function initialWeights(ir: Network, seed: number): WeightMap {
  const random = createRandom(seed).fork('weights');
  return Object.fromEntries(
    ir.nodes.map((node, i) => [
      node.id,
      node.weights.map((spec) => initialValues(spec, random.fork(`${i}/${spec.name}`))),
    ]),
  );
}

/** The weights of layers that both networks have with the same weight tensors and the same start. */
export function keptWeights(before: Network, after: Network, weights: WeightMap): WeightMap {
  const old = new Map(before.nodes.map((node) => [node.id, JSON.stringify(node.weights)]));
  return Object.fromEntries(
    after.nodes
      .filter((node) => node.weights.length > 0)
      .filter((node) => old.get(node.id) === JSON.stringify(node.weights))
      .flatMap((node) => {
        const values = weights[node.id];
        return values ? [[node.id, values]] : [];
      }),
  );
}

/** Whether weights have the sizes that a network's layers need. */
export const weightsFit = (ir: Network, weights: WeightMap): boolean =>
  ir.nodes.every((node) =>
    node.weights.every(({ shape }, i) => weights[node.id]?.[i]?.length === sizeOf(shape)),
  );
