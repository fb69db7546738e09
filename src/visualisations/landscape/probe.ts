import { type Ir, isTrainable } from '../../compiler/ir.ts';
import type { WeightMap } from '../../engine/executor.ts';
import { canFuse } from '../../engine/fused/executor.ts';
import type { Probe, ProbeContext } from '../../engine/pictures/probe.ts';
import {
  createTrial,
  fingerprint,
  isEarly,
  isSmallEnough,
  lossWith,
  noteTime,
  type Trial,
} from '../../engine/pictures/trial.ts';

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

const ALONG_ONE = 161;
const ALONG_TWO = 41;

/** What is kept of a network: a copy to try weights on, and the last landscape. */
interface Sandbox {
  readonly trial: Trial;
  key?: string;
  /** The axes that the last landscape is over. */
  over?: string;
  costs?: Float32Array;
}

const sandboxes = new WeakMap<object, Sandbox>();

/** Tries the network with other weights, on a copy of it; for networks of plain layers. */
export const landscapeProbe: Probe<LandscapeRequest, LandscapePicture> = {
  id: 'landscape',
  compute: async (context, { axes }) => {
    const { network } = context;
    if (!isTrainable(network) || !canFuse(network) || !isSmallEnough(network)) return undefined;
    const weights = await context.readWeights();
    const here = axes.map((axis) => valueAt(weights, axis));
    if (here.some(Number.isNaN)) return undefined;
    const sandbox = sandboxOf(network, context);
    const size = axes.length === 1 ? ALONG_ONE : ALONG_TWO;
    const costs = costsOver(network, sandbox, weights, axes, size, context.moment.running);
    const path = Float32Array.from(
      context.prints().flatMap((print) => axes.map((axis) => valueAt(print.weights, axis))),
    );
    return { axes, size, costs, here, cost: lossWith(network, sandbox.trial, weights), path };
  },
};

function sandboxOf(ir: Ir, { data }: ProbeContext): Sandbox {
  // Other rows are other data, with a sandbox of their own.
  const found = sandboxes.get(data);
  if (found) return found;
  const made: Sandbox = { trial: createTrial(ir, data) };
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
  const over = JSON.stringify(axes);
  const waits = running && isEarly(sandbox.trial);
  if (waits && sandbox.over === over && sandbox.costs) return sandbox.costs;
  const begun = performance.now();
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
      costs[at++] = lossWith(ir, sandbox.trial, withValues(weights, axes, values));
    }
  }
  sandbox.key = key;
  sandbox.over = over;
  sandbox.costs = costs;
  noteTime(sandbox.trial, begun);
  return costs;
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
