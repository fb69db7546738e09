import { type Ir, type IrNode, isTrainable } from '../../compiler/ir.ts';
import { boundsOf } from '../../core/bounds.ts';
import {
  type Components,
  principalComponents,
  projected,
} from '../../core/principal-components.ts';
import { inputWidth, readInputs, takeRows } from '../../core/samples.ts';
import { evenRows } from '../../engine/data/batches.ts';
import type { TrainingData } from '../../engine/data/data.ts';
import type { WeightMap } from '../../engine/executor.ts';
import { type Domain, planeInputs } from '../../engine/pictures/plane.ts';
import type { Probe } from '../../engine/pictures/probe.ts';
import { rowWidths } from '../../engine/pictures/units.ts';

/** Two units of a layer, or its principal components. */
export type BentAxes = readonly [number, number] | 'components';

/** The layer whose space is wanted; `domain`: the part of the input plane whose lines are drawn in it. */
export interface BentRequest {
  readonly node: string;
  readonly axes: BentAxes;
  readonly domain: Domain | undefined;
}

/** Where the next layer, of one unit, changes sides: weights[0]·a + weights[1]·b + offset = 0. */
export interface SeparatingLine {
  readonly node: string;
  readonly weights: readonly [number, number];
  readonly offset: number;
}

/** The input plane and training points, in a layer's space. */
export interface BentPicture {
  readonly node: string;
  readonly axes: BentAxes;
  /** Points along each side of the grid; lines run through every `stride`-th. 0 without a grid. */
  readonly size: number;
  readonly stride: number;
  /** [size, size, 2], from the top left of the plane row by row. */
  readonly grid: Float32Array;
  /** [rows, 2] in the layer's space. */
  readonly points: Float32Array;
  /** [rows, inputs] in the unit of the data, where there are two inputs; else empty. */
  readonly inputs: Float32Array;
  /** [rows, numbers a label] */
  readonly labels: Float32Array;
  readonly rows: number;
  /** Between these lies every unit of the layer, whatever it is given. */
  readonly bounds: readonly [number, number] | undefined;
  readonly line: SeparatingLine | undefined;
  /** Share of the variance along each principal component. */
  readonly shares: readonly [number, number] | undefined;
}

/** Training points that are drawn at most. */
const MOST_POINTS = 400;
/** Lines of the grid each way, less one. */
const LINES = 10;
/** Points between two lines, finest first. */
const STRIDES = [4, 2, 1] as const;

/** The last components of a layer, so that the next ones turn no way without need. */
const found = new WeakMap<TrainingData, Map<string, Components>>();

/** How a layer bends the plane of a network's inputs, and where it puts the training points. */
export const bentSpaceProbe: Probe<BentRequest, BentPicture> = {
  id: 'bent-space',
  compute: async ({ network, data, outputs, readWeights, mostRows }, request) => {
    const { node, axes, domain } = request;
    const width = rowWidths(network).get(node) ?? 0;
    if (!isTrainable(network) || !fits(axes, width)) return undefined;
    const { samples } = data.train;
    const isPlane = inputWidth(samples) === 2;
    const room = await mostRows();
    const count = Math.min(MOST_POINTS, samples.rows, Math.max(1, room));
    const shown = takeRows(samples, evenRows(samples.rows, count));
    const x = readInputs(shown, 0, shown.rows);
    const values = (await outputs(x, shown.rows, [node]))[node];
    if (!values) return undefined;
    const components =
      axes === 'components' ? componentsOf(data, node, values, shown.rows, width) : undefined;
    const place = (all: Float32Array): Float32Array =>
      components
        ? projected(all, all.length / width, components)
        : unitsOf(all, width, axes as readonly [number, number]);
    const stride = STRIDES.find((each) => (LINES * each + 1) ** 2 <= room) ?? 1;
    const size = isPlane && domain ? LINES * stride + 1 : 0;
    const lines =
      size > 0 && domain
        ? (await outputs(planeInputs(samples, size, domain), size * size, [node]))[node]
        : undefined;
    return {
      node,
      axes,
      size,
      stride,
      grid: lines ? place(lines) : new Float32Array(0),
      points: place(values),
      inputs: isPlane ? Float32Array.from(shown.x) : new Float32Array(0),
      labels: shown.y,
      rows: shown.rows,
      bounds: components
        ? undefined
        : boundsOf(network.nodes.find(({ id }) => id === node)?.operation),
      line:
        width === 2 && axes !== 'components'
          ? lineAfter(network, node, axes, await readWeights())
          : undefined,
      shares: components?.shares,
    };
  },
};

const fits = (axes: BentAxes, width: number): boolean =>
  axes === 'components' ? width >= 2 : axes.every((unit) => unit < width);

function componentsOf(
  data: TrainingData,
  node: string,
  values: Float32Array,
  rows: number,
  width: number,
): Components {
  const known = found.get(data) ?? new Map<string, Components>();
  found.set(data, known);
  const components = principalComponents(values, rows, width, known.get(node));
  known.set(node, components);
  return components;
}

function unitsOf(
  values: Float32Array,
  width: number,
  [across, up]: readonly [number, number],
): Float32Array {
  const places = new Float32Array((2 * values.length) / width);
  for (let row = 0; row < places.length / 2; row++) {
    places[2 * row] = values[row * width + across] as number;
    places[2 * row + 1] = values[row * width + up] as number;
  }
  return places;
}

/** The line at which the one unit that reads a layer of two changes sides; nothing where none does. */
function lineAfter(
  ir: Ir,
  node: string,
  [across, up]: readonly [number, number],
  weights: WeightMap,
): SeparatingLine | undefined {
  const reader = ir.nodes.find(
    ({ operation, inputs, outputShape }) =>
      operation?.op === 'affine' && inputs[0] === node && outputShape[0] === 1,
  );
  const border = reader && borderOf(ir, reader);
  if (!reader || border === undefined || across === up) return undefined;
  const tensor = (name: string): Float32Array | undefined =>
    weights[reader.id]?.[reader.weights.findIndex((spec) => spec.name === name)];
  const kernel = tensor('kernel');
  if (!kernel) return undefined;
  const offset = (tensor('bias')?.[0] ?? 0) - border;
  return {
    node: reader.id,
    weights: [kernel[across] as number, kernel[up] as number],
    offset,
  };
}

/** The value at which what follows changes sides: 0, or one half where it is the answer itself. */
function borderOf({ output, loss, source }: Ir, { id }: IrNode): number | undefined {
  if (id !== output || loss.spec.on === 'logits') return 0;
  return source.spec.target.type === 'classes' ? 0.5 : undefined;
}
