import { EVALUATED_AT_ONCE } from '../compiler/compile.ts';
import type { Ir } from '../compiler/ir.ts';
import { type LossSpec, predictRow, sampleLoss } from '../core/loss.ts';
import type { TargetSpec } from '../core/samples.ts';
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

/** Runs a set through the network and measures it. */
export async function evaluate(
  executor: Pick<Executor, 'forward'>,
  ir: Ir,
  set: EncodedSet,
): Promise<Metrics> {
  const raw = await forwardAll(executor, set.x, set.rows);
  return measure(ir.loss.spec, ir.source.spec.target, ir.target.width, raw, set);
}

/** Metrics of raw outputs [rows, width] against a set. */
function measure(
  spec: LossSpec,
  target: TargetSpec,
  width: number,
  raw: Float32Array,
  set: EncodedSet,
): Metrics {
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
