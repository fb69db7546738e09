import type { Network } from '../../compiler/ir.ts';
import { sameShape, sizeOf } from '../../core/shape.ts';
import type { WeightSpec } from '../../core/weights.ts';
import type { WeightMap } from '../executor.ts';

/** After how much training something was known. */
interface Place {
  readonly step: number;
  readonly epoch: number;
}

/** What a layer had learnt when it left the network or took another shape. */
export interface ShelvedLayer extends Place {
  readonly id: string;
  readonly specs: readonly WeightSpec[];
  readonly tensors: readonly Float32Array[];
}

/** Most weights that are put by; what was put by first goes. 16 MB. */
const MOST_WEIGHTS = 4_000_000;

const keyOf = (id: string, specs: readonly WeightSpec[]): string =>
  `${id} ${JSON.stringify(specs)}`;

const sizesFit = ({ specs, tensors }: ShelvedLayer): boolean =>
  specs.every(({ shape }, i) => tensors[i]?.length === sizeOf(shape));

/** Keeps what layers learnt that are gone, for when they come back as they were: by undo, say. */
export function createShelf() {
  let layers = new Map<string, ShelvedLayer>();

  function add(layer: ShelvedLayer): void {
    const key = keyOf(layer.id, layer.specs);
    // Put by anew, it is the newest.
    layers.delete(key);
    layers.set(key, layer);
  }

  function limit(): void {
    let room = MOST_WEIGHTS;
    const newest = [...layers].reverse().filter(([, { tensors }]) => {
      room -= tensors.reduce((sum, { length }) => sum + length, 0);
      return room >= 0;
    });
    layers = new Map(newest.reverse());
  }

  return {
    /** Starts with what was put by on an earlier visit; what does not fit itself is left out. */
    fill: (shelved: readonly ShelvedLayer[]): void => {
      layers.clear();
      for (const layer of shelved) if (sizesFit(layer)) add(layer);
      limit();
    },
    /** Puts by what has no place in the network that comes: layers that go or change their shape. */
    put: (before: Network, after: Network, weights: WeightMap, { step, epoch }: Place): void => {
      const coming = new Map(after.nodes.map((node) => [node.id, node.weights]));
      for (const { id, weights: specs } of before.nodes) {
        const tensors = weights[id];
        const next = coming.get(id);
        const stays =
          next?.length === specs.length &&
          specs.every(({ shape }, i) => sameShape(shape, next[i]?.shape ?? []));
        if (tensors && specs.length > 0 && !stays) add({ id, specs, tensors, step, epoch });
      }
      limit();
    },
    /** What layers of a network knew that are not among those that are known anyway, and from when. */
    take: (network: Network, known: WeightMap): { weights: WeightMap; at: Place | undefined } => {
      const found = network.nodes.flatMap(({ id, weights: specs }) => {
        const layer = known[id] ? undefined : layers.get(keyOf(id, specs));
        return layer && specs.length > 0 ? [layer] : [];
      });
      return {
        weights: Object.fromEntries(found.map(({ id, tensors }) => [id, tensors])),
        at: found.toSorted((a, b) => b.step - a.step)[0],
      };
    },
    /** What is put by beside a network. */
    beside: (network: Network): readonly ShelvedLayer[] => {
      const here = new Set(network.nodes.map(({ id, weights }) => keyOf(id, weights)));
      return [...layers].flatMap(([key, layer]) => (here.has(key) ? [] : [layer]));
    },
    clear: (): void => layers.clear(),
  };
}

/** What layers learnt that are gone. */
export type Shelf = ReturnType<typeof createShelf>;
