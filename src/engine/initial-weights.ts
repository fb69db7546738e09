import type { Network } from '../compiler/ir.ts';
import { createRandom } from '../core/random.ts';
import { sameShape, sizeOf } from '../core/shape.ts';
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

/**
 * The weights of layers that both networks have with tensors of the same shapes. A tensor that is to start
 * otherwise now is taken from `fresh`.
 */
export function keptWeights(
  before: Network,
  after: Network,
  weights: WeightMap,
  fresh: WeightMap,
): WeightMap {
  const old = new Map(before.nodes.map((node) => [node.id, node.weights]));
  return Object.fromEntries(
    after.nodes.flatMap(({ id, weights: specs }) => {
      const known = old.get(id);
      const values = weights[id];
      if (!known || !values || specs.length === 0 || known.length !== specs.length) return [];
      const fits = specs.every(({ shape }, i) => sameShape(shape, known[i]?.shape ?? []));
      const stays = specs.map((spec, i) => JSON.stringify(spec) === JSON.stringify(known[i]));
      if (!fits || !stays.includes(true)) return [];
      const kept = specs.map((_, i) => (stays[i] ? values[i] : fresh[id]?.[i]));
      return [[id, kept.flatMap((tensor) => tensor ?? [])]];
    }),
  );
}

/** Whether weights have the sizes that a network's layers need. */
export const weightsFit = (ir: Network, weights: WeightMap): boolean =>
  ir.nodes.every((node) =>
    node.weights.every(({ shape }, i) => weights[node.id]?.[i]?.length === sizeOf(shape)),
  );
