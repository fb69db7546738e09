import { assertNever } from './assert-never.ts';
import { CLIP, flushed, type LossSpec, predictRow } from './loss.ts';

/**
 * The loss's derivative by one number of the network's answer. `output` is the last layer's raw row, `target`
 * the encoded label, both [width]; `rows` is the size of the batch, over which the loss is averaged.
 */
export function lossSlope(
  spec: LossSpec,
  output: ArrayLike<number>,
  target: ArrayLike<number>,
  index: number,
  rows: number,
): number {
  const h = output[index] ?? 0;
  const y = target[index] ?? 0;
  const count = rows * output.length;
  if (spec.type === 'meanSquaredError') {
    return (2 * (h - y)) / (spec.reduction === 'sum' ? 1 : count);
  }
  if (spec.on === 'logits') {
    const p = predictRow(spec, Float32Array.from(output))[index] ?? 0;
    return (p - y) / (spec.type === 'binaryCrossentropy' ? count : rows);
  }
  const p = spec.stability === 'naive' ? flushed(h) : h;
  // What was clipped does not move the loss.
  if (spec.stability === 'clipped' && (h < CLIP || h > 1 - CLIP)) return 0;
  switch (spec.type) {
    case 'binaryCrossentropy':
      return ((1 - y) / (1 - p) - y / p) / count;
    case 'categoricalCrossentropy':
      return -y / p / rows;
    default:
      return assertNever(spec.type);
  }
}
