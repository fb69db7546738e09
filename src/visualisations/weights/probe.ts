import type { IrNode } from '../../compiler/ir.ts';
import { type Shape, sizeOf } from '../../core/shape.ts';
import type { WeightPlace } from '../../engine/executor.ts';
import { createPictureKeeper } from '../../engine/pictures/kept-picture.ts';
import type { Probe } from '../../engine/pictures/probe.ts';

/** Which layers are on screen, and the one number that is looked at closely. */
export interface WeightsRequest {
  readonly nodes: readonly string[];
  readonly one?: WeightPlace | undefined;
}

/** One tensor, as far as it is shown. */
export interface DrawnTensor {
  readonly name: string;
  readonly tensor: number;
  readonly shape: Shape;
  /** The matrix that is drawn: what a unit reads runs down, units run to the right. */
  readonly rows: number;
  readonly columns: number;
  /** [rows, columns]; of a larger matrix the number farthest from 0 in each stretch. */
  readonly values: Float32Array;
  /** Where each of them stands in the tensor, flat. */
  readonly places: Uint32Array;
  /** The largest size of a number in all of it. */
  readonly reach: number;
  /** The largest numbers and where they stand, largest first. */
  readonly strongest: readonly { readonly at: number; readonly value: number }[];
}

/** The weights of the layers on screen, by node, and the one number that was asked for. */
export interface WeightsPicture {
  readonly nodes: Readonly<Record<string, readonly DrawnTensor[]>>;
  readonly one: (WeightPlace & { readonly value: number }) | undefined;
}

/** More numbers than this are not drawn one by one. */
const MOST_ROWS = 16;
const MOST_COLUMNS = 40;
const MOST_STRONGEST = 12;
/** Reading so many takes long: then they are read once a second. */
const MANY = 100_000;

const keep = createPictureKeeper<WeightsPicture>();

/** The weights of the layers on screen. */
export const weightsProbe: Probe<WeightsRequest, WeightsPicture> = {
  id: 'weights',
  compute: async ({ network, data, moment, readWeights }, request) => {
    const wanted = network.nodes.filter(
      ({ id, weights }) => request.nodes.includes(id) && weights.length > 0,
    );
    const { one } = request;
    if (wanted.length === 0 && !one) return undefined;
    const draw = async (): Promise<WeightsPicture> => {
      const all = await readWeights();
      const value = one && all[one.node]?.[one.tensor]?.[one.index];
      return {
        nodes: Object.fromEntries(wanted.map((node) => [node.id, drawn(node, all[node.id] ?? [])])),
        one: one && value !== undefined ? { ...one, value } : undefined,
      };
    };
    const numbers = network.nodes
      .flatMap(({ weights }) => weights)
      .reduce((sum, { shape }) => sum + sizeOf(shape), 0);
    return numbers > MANY ? keep(data, moment, JSON.stringify(request), draw) : draw();
  },
};

const drawn = (node: IrNode, tensors: readonly Float32Array[]): readonly DrawnTensor[] =>
  node.weights.flatMap((spec, tensor) => {
    const all = tensors[tensor];
    if (!all || !spec.trainable) return [];
    return [{ name: spec.name, tensor, shape: spec.shape, ...summary(all, spec.shape) }];
  });

/** A tensor as a matrix that can be drawn: its last axis runs to the right. */
export function summary(
  all: Float32Array,
  shape: Shape,
): Pick<DrawnTensor, 'rows' | 'columns' | 'values' | 'places' | 'reach' | 'strongest'> {
  const width = Math.max(1, shape.at(-1) ?? 1);
  const height = Math.max(1, all.length / width);
  const [rows, columns] = [Math.min(MOST_ROWS, height), Math.min(MOST_COLUMNS, width)];
  const values = new Float32Array(rows * columns);
  const places = new Uint32Array(rows * columns);
  const met = new Uint8Array(rows * columns);
  let reach = 0;
  for (let i = 0; i < all.length; i++) {
    const value = all[i] as number;
    const row = Math.floor((Math.floor(i / width) * rows) / height);
    const cell = row * columns + Math.floor(((i % width) * columns) / width);
    reach = Math.max(reach, Math.abs(value));
    if (met[cell] && Math.abs(value) <= Math.abs(values[cell] as number)) continue;
    met[cell] = 1;
    values[cell] = value;
    places[cell] = i;
  }
  return { rows, columns, values, places, reach, strongest: strongestOf(all) };
}

/** Where the numbers farthest from 0 stand, farthest first. */
function strongestOf(all: Float32Array): DrawnTensor['strongest'] {
  const best: number[] = [];
  const size = (at: number | undefined): number =>
    at === undefined ? -1 : Math.abs(all[at] as number);
  for (let i = 0; i < all.length; i++) {
    if (best.length === MOST_STRONGEST && size(i) <= size(best.at(-1))) continue;
    const at = best.findIndex((other) => size(other) < size(i));
    best.splice(at < 0 ? best.length : at, 0, i);
    best.length = Math.min(best.length, MOST_STRONGEST);
  }
  return best.map((at) => ({ at, value: all[at] as number }));
}
