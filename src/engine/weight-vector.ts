import type { Network } from '../compiler/ir.ts';
import { sizeOf } from '../core/shape.ts';
import type { WeightMap } from './executor.ts';

/** Where a tensor stands in the vector of all weights. */
interface TensorPlace {
  readonly node: string;
  /** Its place among the weight specs of the node. */
  readonly tensor: number;
  readonly from: number;
  readonly size: number;
}

/**
 * Lays all weights of a network out in one vector: what is trained first, in order, then what layers keep for
 * themselves.
 */
export function planVector({ nodes }: Network) {
  let length = 0;
  const placesOf = (isTrained: boolean): TensorPlace[] =>
    nodes.flatMap(({ id: node, weights }) =>
      weights.flatMap(({ shape, trainable }, tensor) => {
        if (trainable !== isTrained) return [];
        const size = sizeOf(shape);
        length += size;
        return [{ node, tensor, from: length - size, size }];
      }),
    );
  const places: readonly TensorPlace[] = [...placesOf(true), ...placesOf(false)];
  return {
    length,
    places,
    /** The weights in a vector of their own. */
    pack: (weights: WeightMap): Float32Array => {
      const vector = new Float32Array(length);
      for (const { node, tensor, from } of places) vector.set(weights[node]?.[tensor] ?? [], from);
      return vector;
    },
    /** The weights out of a vector that begins somewhere in an array, copied. */
    unpack: (vector: Float32Array, begin = 0): WeightMap => {
      const weights: Record<string, Float32Array[]> = {};
      for (const { id } of nodes) weights[id] = [];
      for (const { node, tensor, from, size } of places) {
        const tensors = weights[node];
        if (tensors) tensors[tensor] = vector.slice(begin + from, begin + from + size);
      }
      return weights;
    },
  };
}

/** A network's weights in one vector. */
export type VectorPlan = ReturnType<typeof planVector>;
