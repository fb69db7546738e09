import { EVALUATED_AT_ONCE } from '../../compiler/compile.ts';
import type { Ir } from '../../compiler/ir.ts';
import { predictRow, sampleLoss } from '../../core/loss.ts';
import { readInputs } from '../../core/samples.ts';
import type { EncodedSet } from '../data/data.ts';
import type { Executor } from '../executor.ts';
import { letMessagesIn } from '../let-messages-in.ts';

/** How good a network is on a set. */
export interface Metrics {
  /**
   * Loss in the loss's own unit (nats for the entropies), without penalties on weights. A sum is that of the whole
   * set, where a sample of it was measured, too.
   */
  readonly loss: number;
  /** Share of rows classed right; missing for regression. */
  readonly accuracy: number | undefined;
  /** Mean distance from the label, in the unit of the data; missing for classes. */
  readonly meanAbsoluteError: number | undefined;
  /** Rows that were measured: the whole set, or an even sample of a large one. */
  readonly rows: number;
  /** Updates done when it was measured. */
  readonly step: number;
}

/** Inputs [to − from, ...input] of some rows. */
type ReadRows = (from: number, to: number) => Float32Array;

/**
 * Raw outputs of the network for many rows, in chunks that fit into memory. With `isOff`, messages are
 * let in between two chunks, and nothing is given once nobody waits for it.
 */
export async function forwardRows(
  { forward }: Pick<Executor, 'forward'>,
  rows: number,
  read: ReadRows,
  isOff?: () => boolean,
): Promise<Float32Array | undefined> {
  let all: Float32Array | undefined;
  for (let from = 0; from < rows; from += EVALUATED_AT_ONCE) {
    if (isOff && from > 0) await letMessagesIn();
    if (isOff?.()) return undefined;
    const to = Math.min(rows, from + EVALUATED_AT_ONCE);
    const part = await forward(read(from, to), to - from);
    if (rows <= EVALUATED_AT_ONCE) return part;
    const width = part.length / (to - from);
    all ??= new Float32Array(rows * width);
    all.set(part, from * width);
  }
  return all ?? new Float32Array(0);
}

/** Raw outputs for inputs [rows, ...input] that are at hand. */
export const forwardAll = async (
  executor: Pick<Executor, 'forward'>,
  x: Float32Array,
  rows: number,
): Promise<Float32Array> => {
  const width = x.length / rows;
  const read: ReadRows = (from, to) => x.subarray(from * width, to * width);
  return (await forwardRows(executor, rows, read)) ?? new Float32Array(0);
};

/** Raw outputs for a whole set. */
export const outputsOf = (
  executor: Pick<Executor, 'forward'>,
  { samples, rows }: EncodedSet,
  isOff?: () => boolean,
): Promise<Float32Array | undefined> =>
  forwardRows(executor, rows, (from, to) => readInputs(samples, from, to), isOff);

/** Loss of raw outputs [rows, width] against encoded labels of the same size. */
export function lossOf(ir: Ir, raw: Float32Array, y: Float32Array): number {
  const { spec } = ir.loss;
  const { width } = ir.target;
  let total = 0;
  for (let at = 0; at < raw.length; at += width) {
    total += sampleLoss(spec, raw.subarray(at, at + width), y.subarray(at, at + width));
  }
  return spec.reduction === 'sum' ? total : total / (raw.length / width);
}

/** What a loss of some rows is multiplied with to be that of a set of `all` rows that they stand for. */
export const standingFor = ({ loss: { spec } }: Ir, rows: number, all: number): number =>
  spec.reduction === 'sum' ? all / rows : 1;

/** Metrics of raw outputs [rows, width] against a set, which may stand for one of `all` rows. */
export function measure(
  ir: Ir,
  raw: Float32Array,
  set: EncodedSet,
  { step, all = set.rows }: { readonly step: number; readonly all?: number },
): Metrics {
  const { spec } = ir.loss;
  const { target } = ir.source.spec;
  const { width } = ir.target;
  let right = 0;
  let distance = 0;
  for (let row = 0; row < set.rows; row++) {
    const output = raw.slice(row * width, (row + 1) * width);
    const label = set.y.subarray(row * width, (row + 1) * width);
    const prediction = predictRow(spec, output);
    if (target.type === 'classes') {
      if (classOf(prediction) === set.samples.y[row]) right++;
    } else {
      for (let i = 0; i < width; i++) {
        const scale = set.samples.labelScaling?.scale[i] ?? 1;
        distance += scale * Math.abs((prediction[i] ?? 0) - (label[i] ?? 0));
      }
    }
  }
  const classes = target.type === 'classes';
  return {
    loss: standingFor(ir, set.rows, all) * lossOf(ir, raw, set.y),
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
