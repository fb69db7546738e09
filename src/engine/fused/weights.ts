import type { Ir } from '../../compiler/ir.ts';
import { sizeOf } from '../../core/shape.ts';
import type { WeightMap } from '../executor.ts';
import type { Arena } from './arena.ts';
import type { Weight } from './operation.ts';

/** All weights of a network in two vectors, so that an update is one loop. */
export interface FusedWeights {
  /** What the optimiser changes. */
  readonly trained: Float64Array;
  readonly gradients: Float64Array;
  /** What layers keep for themselves: the moving means of batch normalisation. */
  readonly kept: Float64Array;
  /** The tensors of a node, as views of the vectors. */
  readonly of: (node: string) => readonly Weight[];
  /** The node that a place in `trained` belongs to. */
  readonly ownerOf: (index: number) => string;
  readonly read: () => WeightMap;
  readonly write: (weights: WeightMap) => void;
}

/** Room for a network's weights. They are zero until they are written. */
export function createWeights(ir: Ir, { room }: Arena): FusedWeights {
  const specs = ir.nodes.flatMap((node) => node.weights);
  const lengthOf = (trainable: boolean): number =>
    specs.reduce((sum, spec) => sum + (spec.trainable === trainable ? sizeOf(spec.shape) : 0), 0);
  const trained = room(lengthOf(true));
  const gradients = room(trained.length);
  const kept = room(lengthOf(false));
  const views = new Map<string, Weight[]>();
  const starts: { readonly from: number; readonly node: string }[] = [];
  let at = 0;
  let keptAt = 0;
  for (const { id, weights } of ir.nodes) {
    starts.push({ from: at, node: id });
    views.set(
      id,
      weights.map(({ shape, trainable }) => {
        const size = sizeOf(shape);
        if (!trainable) {
          keptAt += size;
          return { values: kept.subarray(keptAt - size, keptAt), gradient: undefined };
        }
        at += size;
        const view = (vector: Float64Array) => vector.subarray(at - size, at);
        return { values: view(trained), gradient: view(gradients) };
      }),
    );
  }
  return {
    trained,
    gradients,
    kept,
    of: (node) => views.get(node) ?? [],
    ownerOf: (index) => starts.findLast(({ from }) => from <= index)?.node ?? '',
    read: () =>
      Object.fromEntries(
        [...views].map(([id, tensors]) => [id, tensors.map((t) => new Float32Array(t.values))]),
      ),
    write: (weights) => {
      for (const [id, tensors] of Object.entries(weights)) {
        tensors.forEach((values, i) => {
          views.get(id)?.[i]?.values.set(values);
        });
      }
    },
  };
}
