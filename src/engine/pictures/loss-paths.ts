import type { Network } from '../../compiler/ir.ts';
import type { Random } from '../../core/random.ts';
import type { WeightMap } from '../executor.ts';

/** Weights on the straight line from one set to another: at share 0 the first, at 1 the second, and beyond. */
export const weightsBetween = (from: WeightMap, to: WeightMap, share: number): WeightMap =>
  combined(from, (node, tensor) => {
    const [a, b] = [from[node]?.[tensor], to[node]?.[tensor]];
    return a && b ? a.map((value, i) => value + share * ((b[i] ?? 0) - value)) : a;
  });

/**
 * A random direction in weight space whose part for each unit is as long as that unit's weights, so that a
 * step of 1 is as far for every one of them. Biases, and what is not trained, stay as they are. Li et al.
 * 2018, Visualizing the Loss Landscape of Neural Nets, section 4; a unit of a dense layer is a filter there.
 */
export function filterDirection(network: Network, weights: WeightMap, random: Random): WeightMap {
  return Object.fromEntries(
    network.nodes.flatMap(({ id, weights: specs }) => {
      const tensors = weights[id];
      if (!tensors) return [];
      return [
        [
          id,
          specs.map(({ shape, trainable }, i) => {
            const values = tensors[i] ?? new Float32Array(0);
            return trainable && shape.length > 1
              ? scaledDraw(values, shape.at(-1) ?? 1, random)
              : new Float32Array(values.length);
          }),
        ] as const,
      ];
    }),
  );
}

/** Normal draws, unit by unit as long as the weights; units lie along the last axis. */
function scaledDraw(values: Float32Array, units: number, random: Random): Float32Array {
  const draw = values.map(() => random.normal());
  for (let unit = 0; unit < units; unit++) {
    let [wanted, drawn] = [0, 0];
    for (let i = unit; i < values.length; i += units) {
      wanted += (values[i] as number) ** 2;
      drawn += (draw[i] as number) ** 2;
    }
    const scale = drawn > 0 ? Math.sqrt(wanted / drawn) : 0;
    for (let i = unit; i < values.length; i += units) draw[i] = scale * (draw[i] as number);
  }
  return draw;
}

/** Weights that lie so many steps along each of two directions. */
export const weightsAlong = (
  from: WeightMap,
  [first, second]: readonly [WeightMap, WeightMap],
  [a, b]: readonly [number, number],
): WeightMap =>
  combined(from, (node, tensor) => {
    const [one, two] = [first[node]?.[tensor], second[node]?.[tensor]];
    return from[node]?.[tensor]?.map(
      (value, i) => value + a * (one?.[i] ?? 0) + b * (two?.[i] ?? 0),
    );
  });

const combined = (
  like: WeightMap,
  tensorOf: (node: string, tensor: number) => Float32Array | undefined,
): WeightMap =>
  Object.fromEntries(
    Object.entries(like).map(([node, tensors]) => [
      node,
      tensors.map((tensor, i) => tensorOf(node, i) ?? tensor),
    ]),
  );
