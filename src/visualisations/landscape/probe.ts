import { type Ir, isTrainable } from '../../compiler/ir.ts';
import { firstBatch } from '../../engine/batches.ts';
import type { Batch, Executor, WeightMap } from '../../engine/executor.ts';
import { canFuse, createFusedExecutor, fitsArena } from '../../engine/fused/executor.ts';
import { lossOf } from '../../engine/metrics.ts';
import type { Probe, ProbeContext } from '../../engine/probe.ts';

/** One number of a network: a place in a weight tensor of a layer. */
export interface Parameter {
  readonly node: string;
  readonly tensor: number;
  readonly index: number;
}

/** A parameter and the stretch of it that is looked at. */
export interface Axis extends Parameter {
  readonly from: number;
  readonly to: number;
}

/** The cost over one parameter, or over two. */
export interface LandscapeRequest {
  readonly axes: readonly [Axis] | readonly [Axis, Axis];
}

/** The cost over a stretch of one or two parameters, the others as they are now. */
export interface LandscapePicture {
  readonly axes: readonly Axis[];
  /** Points along each axis, both ends among them. */
  readonly size: number;
  /** [size], or [size of the second axis, size of the first], from the lower end up. */
  readonly costs: Float32Array;
  /** Where training stands: a value an axis, and the cost there. */
  readonly here: readonly number[];
  readonly cost: number;
  /** Where it has been, oldest first: [points, axes]. */
  readonly path: Float32Array;
}

/** Rows that the cost is worked out on. */
const MOST_ROWS = 256;
const ALONG_ONE = 161;
const ALONG_TWO = 41;
/** While training runs, a landscape takes at most this share of the time. */
const MAX_SHARE = 0.1;

/** What is kept of a network: a copy to try weights on, and the last landscape. */
interface Sandbox {
  readonly executor: Executor;
  readonly batch: Batch;
  key?: string;
  /** The axes that the last landscape is over. */
  over?: string;
  costs?: Float32Array;
  at: number;
  took: number;
}

const sandboxes = new WeakMap<object, Sandbox>();

/** Tries the network with other weights, on a copy of it; for networks of plain layers. */
export const landscapeProbe: Probe<LandscapeRequest, LandscapePicture> = {
  id: 'landscape',
  compute: async (context, { axes }) => {
    const { network, prints } = context;
    if (!isTrainable(network) || !canFuse(network) || !fitsArena(network, MOST_ROWS)) {
      return undefined;
    }
    const weights = await context.readWeights();
    const here = axes.map((axis) => valueAt(weights, axis));
    if (here.some(Number.isNaN)) return undefined;
    const sandbox = sandboxOf(network, context);
    const size = axes.length === 1 ? ALONG_ONE : ALONG_TWO;
    const costs = costsOver(network, sandbox, weights, axes, size, context.moment.running);
    const path = Float32Array.from(
      prints.flatMap((print) => axes.map((axis) => valueAt(print.weights, axis))),
    );
    return { axes, size, costs, here, cost: costWith(network, sandbox, weights), path };
  },
};

function sandboxOf(ir: Ir, { data }: ProbeContext): Sandbox {
  // Other rows are other data, with a sandbox of their own.
  const found = sandboxes.get(data);
  if (found) return found;
  const rows = Math.min(MOST_ROWS, data.train.rows);
  const made: Sandbox = {
    executor: createFusedExecutor(ir, rows),
    batch: firstBatch(data.train, rows),
    at: Number.NEGATIVE_INFINITY,
    took: 0,
  };
  sandboxes.set(data, made);
  return made;
}

function costsOver(
  ir: Ir,
  sandbox: Sandbox,
  weights: WeightMap,
  axes: readonly Axis[],
  size: number,
  running: boolean,
): Float32Array {
  const fixed = withValues(
    weights,
    axes,
    axes.map(() => 0),
  );
  const key = `${JSON.stringify(axes)} ${fingerprint(fixed)}`;
  if (sandbox.key === key && sandbox.costs) return sandbox.costs;
  const begun = performance.now();
  const isEarly = running && (begun - sandbox.at) * MAX_SHARE < sandbox.took;
  const over = JSON.stringify(axes);
  if (isEarly && sandbox.over === over && sandbox.costs) return sandbox.costs;
  const [first, second] = axes;
  const steps = Array.from({ length: size }, (_, i) => i / (size - 1));
  const along = ({ from, to }: Axis, share: number): number => from + share * (to - from);
  const costs = new Float32Array(size ** axes.length);
  let at = 0;
  for (const up of second ? steps : [0]) {
    for (const across of steps) {
      const values = [first, second].flatMap((axis, i) =>
        axis ? [along(axis, i === 0 ? across : up)] : [],
      );
      costs[at++] = costWith(ir, sandbox, withValues(weights, axes, values));
    }
  }
  sandbox.key = key;
  sandbox.over = over;
  sandbox.costs = costs;
  sandbox.at = performance.now();
  sandbox.took = sandbox.at - begun;
  return costs;
}

function costWith(ir: Ir, { executor, batch }: Sandbox, weights: WeightMap): number {
  executor.writeWeights(weights);
  const raw = executor.forward(batch.x, batch.rows);
  return raw instanceof Promise ? Number.NaN : lossOf(ir, raw, batch.y);
}

/** Another number for other weights, as good as always. */
function fingerprint(weights: WeightMap): number {
  let sum = 0;
  let place = 1;
  for (const tensor of Object.values(weights).flat()) {
    for (const value of tensor) sum += value * Math.sin(place++);
  }
  return sum;
}

const valueAt = (weights: WeightMap, { node, tensor, index }: Parameter): number =>
  weights[node]?.[tensor]?.[index] ?? Number.NaN;

/** The weights with other values in a few places. */
function withValues(
  weights: WeightMap,
  places: readonly Parameter[],
  values: readonly number[],
): WeightMap {
  const changed: Record<string, readonly Float32Array[]> = { ...weights };
  places.forEach(({ node, tensor, index }, i) => {
    changed[node] = (changed[node] ?? []).map((all, t) =>
      t === tensor ? all.with(index, values[i] ?? 0) : all,
    );
  });
  return changed;
}
