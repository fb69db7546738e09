import { sizeOf } from '../../core/shape.ts';
import { lookUp, type SampleRef } from '../../engine/data/sample-ref.ts';
import type { Probe } from '../../engine/pictures/probe.ts';

/** Which layers are on screen, and for which sample. */
export interface ActivationsRequest {
  readonly sample: SampleRef;
  /** Ids of layers, or of the source. */
  readonly nodes: readonly string[];
  /** Maps of an image, or units of a row, that are shown of each at most. */
  readonly maps: number;
  readonly units: number;
}

/** What a layer gives for one sample, as far as it is shown. */
export interface NodeActivation {
  /** [height, width] of its maps; missing where it gives a row. */
  readonly map: readonly [number, number] | undefined;
  /** Maps one after another, or the units; of more units than there is room for, the strongest of each stretch. */
  readonly values: Float32Array;
  /** Its three maps are the colours of one picture: [height, width, 3]. */
  readonly colours: boolean;
  /** Maps or units in all. */
  readonly total: number;
  /** The largest size of a value in all of it: full colour. */
  readonly reach: number;
}

/** Activations by node. */
export type ActivationsPicture = Readonly<Record<string, NodeActivation>>;

/** What every layer on screen makes of one sample. */
export const activationsProbe: Probe<ActivationsRequest, ActivationsPicture> = {
  id: 'activations',
  compute: async ({ network, data, outputs }, { sample, nodes, maps, units }) => {
    const shapes = new Map(network.nodes.map(({ id, outputShape }) => [id, outputShape]));
    shapes.set(network.source.id, network.source.spec.input);
    const wanted = nodes.filter((id) => shapes.has(id));
    const found = lookUp(data, sample);
    if (!found || wanted.length === 0) return undefined;
    const values = await outputs(found.x, 1, wanted);
    return Object.fromEntries(
      wanted.map((id) => {
        const shape = shapes.get(id) ?? [];
        const all = values[id] ?? new Float32Array(0);
        const [height = 0, width = 0, channels = 0] = shape;
        if (id === network.source.id && channels === 3) {
          const map = [height, width] as const;
          return [id, { map, colours: true, values: all, total: 1, reach: 1 }];
        }
        return [id, activationOf(all, shape, maps, units)];
      }),
    );
  },
};

function activationOf(
  all: Float32Array,
  shape: readonly number[],
  maps: number,
  units: number,
): NodeActivation {
  const reach = reachOf(all);
  const [height = 0, width = 0, channels = 0] = shape;
  if (shape.length !== 3) {
    const values = strongest(all, units);
    return { map: undefined, colours: false, values, total: sizeOf(shape), reach };
  }
  const shown = Math.min(maps, channels);
  const values = new Float32Array(shown * height * width);
  for (let map = 0; map < shown; map++) {
    for (let i = 0; i < height * width; i++) {
      values[map * height * width + i] = all[i * channels + map] as number;
    }
  }
  return { map: [height, width], colours: false, values, total: channels, reach };
}

/** As many numbers as there is room for: of each stretch of neighbours, the one that is farthest from 0. */
function strongest(all: Float32Array, room: number): Float32Array {
  if (all.length <= room) return all.slice();
  const chosen = new Float32Array(room);
  for (let i = 0; i < all.length; i++) {
    const at = Math.floor((i * room) / all.length);
    const value = all[i] as number;
    if (Math.abs(value) > Math.abs(chosen[at] as number)) chosen[at] = value;
  }
  return chosen;
}

function reachOf(values: Float32Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
