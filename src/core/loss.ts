import { assertNever } from './assert-never.ts';

/** Which cost the network is trained on, on what, and how it is made finite. */
export interface LossSpec {
  readonly type: 'meanSquaredError' | 'binaryCrossentropy' | 'categoricalCrossentropy';
  /** What the last layer gives: probabilities, or logits that the loss squashes itself. */
  readonly on: 'probabilities' | 'logits';
  /** `clipped` keeps probabilities in [1e-7, 1 − 1e-7] as tfjs-layers does; `naive` takes ln 0 at its word. */
  readonly stability: 'clipped' | 'naive';
  readonly reduction: 'mean' | 'sum';
}

/** The clip of tfjs-layers (`backend().epsilon()` in float32). */
export const CLIP = 1e-7;

/** The smallest normal number of single precision. */
export const SMALLEST_NORMAL = 1.17549435e-38;

/** A probability as the naive losses see it: in single precision, what is smaller than any normal number is 0, as in TensorFlow. */
export function flushed(p: number): number {
  const single = Math.fround(p);
  return Math.abs(single) < SMALLEST_NORMAL ? 0 : single;
}

/** What the last layer's numbers mean as a prediction: logits are squashed, the rest passes. Writes in place. */
export function predictRow(spec: LossSpec, row: Float32Array): Float32Array {
  if (spec.on === 'probabilities' || spec.type === 'meanSquaredError') return row;
  if (spec.type === 'binaryCrossentropy') {
    for (let i = 0; i < row.length; i++) row[i] = 1 / (1 + Math.exp(-(row[i] ?? 0)));
    return row;
  }
  let top = -Infinity;
  for (const z of row) top = Math.max(top, z);
  let sum = 0;
  for (let i = 0; i < row.length; i++) {
    const e = Math.exp((row[i] ?? 0) - top);
    row[i] = e;
    sum += e;
  }
  for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) / sum;
  return row;
}

/**
 * Loss of one sample, in nats for the entropies. `output` is the last layer's raw row, `target` the
 * encoded label, both [width]. Squared error and binary cross-entropy average over the width,
 * as the batch mean of tfjs-layers does; categorical cross-entropy sums.
 */
export function sampleLoss(spec: LossSpec, output: Float32Array, target: Float32Array): number {
  switch (spec.type) {
    case 'meanSquaredError': {
      const total = sumOver(output, (h, i) => (h - (target[i] ?? 0)) ** 2);
      return spec.reduction === 'sum' ? total : total / output.length;
    }
    case 'binaryCrossentropy': {
      const term =
        spec.on === 'logits'
          ? (z: number, y: number) => Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)))
          : (h: number, y: number) => {
              const p = bound(spec, h);
              return -(y * Math.log(p) + (1 - y) * Math.log(1 - p));
            };
      return sumOver(output, (value, i) => term(value, target[i] ?? 0)) / output.length;
    }
    case 'categoricalCrossentropy': {
      if (spec.on === 'logits') {
        const top = output.reduce((a, b) => Math.max(a, b), -Infinity);
        const logSum = top + Math.log(sumOver(output, (z) => Math.exp(z - top)));
        return sumOver(output, (z, i) => (target[i] ?? 0) * (logSum - z));
      }
      return sumOver(output, (h, i) => -(target[i] ?? 0) * Math.log(bound(spec, h)));
    }
    default:
      return assertNever(spec.type);
  }
}

/** The cost as people write it, in one line; H is the network's answer, z its logits, y the label. */
export function lossFormula({ type, on, reduction }: LossSpec): string {
  const logits = on === 'logits';
  switch (type) {
    case 'meanSquaredError':
      return reduction === 'sum' ? 'Σ(H−y)²' : 'mean((H−y)²)';
    case 'binaryCrossentropy': {
      const h = logits ? 'σ(z)' : 'H';
      return `−mean(y·ln ${h} + (1−y)·ln(1−${h}))`;
    }
    case 'categoricalCrossentropy':
      return `−mean(Σ y·ln ${logits ? 'softmax(z)' : 'H'})`;
    default:
      return assertNever(type);
  }
}

const bound = (spec: LossSpec, p: number): number =>
  spec.stability === 'naive' ? flushed(p) : Math.min(1 - CLIP, Math.max(CLIP, p));

function sumOver(row: Float32Array, term: (value: number, index: number) => number): number {
  let total = 0;
  for (let i = 0; i < row.length; i++) total += term(row[i] ?? 0, i);
  return total;
}
