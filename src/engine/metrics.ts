import { EVALUATED_AT_ONCE } from '../compiler/compile.ts';
import type { Ir } from '../compiler/ir.ts';
import { predictRow, sampleLoss } from '../core/loss.ts';
import { readInputs } from '../core/samples.ts';
import type { EncodedSet } from './data.ts';
import type { Executor } from './executor.ts';

/** How good a network is on a set. */
export interface Metrics {
  /** Loss in the loss's own unit (nats for the entropies), without penalties on weights. */
  readonly loss: number;
  /** Share of rows classed right; missing for regression. */
  readonly accuracy: number | undefined;
  /** Mean distance from the label; missing for classes. */
  readonly meanAbsoluteError: number | undefined;
  /** Rows that were measured: the whole set, or an even sample of a large one. */
  readonly rows: number;
  /** Updates done when it was measured. */
  readonly step: number;
}

/** Raw outputs of the network for many rows, in chunks. */
export async function forwardAll(
  executor: Pick<Executor, 'forward'>,
  x: Float32Array,
  rows: number,
): Promise<Float32Array> {
  if (rows <= EVALUATED_AT_ONCE) return executor.forward(x, rows);
  const inputWidth = x.length / rows;
  const parts: Float32Array[] = [];
  for (let start = 0; start < rows; start += EVALUATED_AT_ONCE) {
    const end = Math.min(rows, start + EVALUATED_AT_ONCE);
    const part = x.subarray(start * inputWidth, end * inputWidth);
    parts.push(await executor.forward(part, end - start));
  }
  const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Raw outputs of the network for a whole set, in chunks, or nothing once `isOff` tells that nobody waits. */
export async function outputsOf(
  executor: Pick<Executor, 'forward'>,
  set: EncodedSet,
  isOff: () => boolean = () => false,
): Promise<Float32Array | undefined> {
  let all: Float32Array | undefined;
  for (let from = 0; from < set.rows; from += EVALUATED_AT_ONCE) {
    if (isOff()) return undefined;
    const to = Math.min(set.rows, from + EVALUATED_AT_ONCE);
    const part = await executor.forward(readInputs(set.samples, from, to), to - from);
    const width = part.length / (to - from);
    all ??= new Float32Array(set.rows * width);
    all.set(part, from * width);
  }
  return all;
}

/** Metrics of raw outputs [rows, width] against a set. */
export function measure(ir: Ir, raw: Float32Array, set: EncodedSet, step: number): Metrics {
  const { spec } = ir.loss;
  const { target } = ir.source.spec;
  const { width } = ir.target;
  let total = 0;
  let right = 0;
  let distance = 0;
  for (let row = 0; row < set.rows; row++) {
    const output = raw.slice(row * width, (row + 1) * width);
    const label = set.y.subarray(row * width, (row + 1) * width);
    total += sampleLoss(spec, output, label);
    const prediction = predictRow(spec, output);
    if (target.type === 'classes') {
      if (classOf(prediction) === set.samples.y[row]) right++;
    } else {
      for (let i = 0; i < width; i++) distance += Math.abs((prediction[i] ?? 0) - (label[i] ?? 0));
    }
  }
  const classes = target.type === 'classes';
  return {
    loss: spec.reduction === 'sum' ? total : total / set.rows,
    accuracy: classes ? right / set.rows : undefined,
    meanAbsoluteError: classes ? undefined : distance / (set.rows * width),
    rows: set.rows,
    step,
  };
}

/** The class that a prediction names: above one half for one unit, the largest for several. */
export function classOf(prediction: Float32Array): number {
  if (prediction.length === 1) return (prediction[0] ?? 0) > 0.5 ? 1 : 0;
  let best = 0;
  for (let i = 1; i < prediction.length; i++) {
    if ((prediction[i] ?? 0) > (prediction[best] ?? 0)) best = i;
  }
  return best;
}
