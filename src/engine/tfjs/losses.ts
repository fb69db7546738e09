import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { assertNever } from '../../core/assert-never.ts';
import { CLIP, type LossSpec, SMALLEST_NORMAL } from '../../core/loss.ts';
import type { Tf } from '../../layers/define-layer.ts';

/** Numbers below single precision's smallest normal one become 0; the gradient passes through the rest. */
const flush = (core: Tf['core'], p: Tensor): Tensor =>
  core.mul(p, core.cast(core.greaterEqual(core.abs(p), SMALLEST_NORMAL), 'float32'));

/** Loss of a batch as tfjs operations. output and target: [rows, width]. Agrees with `core/loss`. */
export function batchLoss(
  core: Tf['core'],
  spec: LossSpec,
  output: Tensor,
  target: Tensor,
): Scalar {
  const bound = (p: Tensor): Tensor =>
    spec.stability === 'naive' ? flush(core, p) : core.clipByValue(p, CLIP, 1 - CLIP);
  switch (spec.type) {
    case 'meanSquaredError': {
      const squares = core.square(core.sub(output, target));
      return spec.reduction === 'sum' ? core.sum(squares) : core.mean(squares);
    }
    case 'binaryCrossentropy': {
      // ln(1 + eᶻ) − z·y: stable, and with the right slope at z = 0, unlike max(z, 0) + ln(1 + e^−|z|).
      if (spec.on === 'logits') {
        return core.mean(core.sub(core.softplus(output), core.mul(output, target)));
      }
      const p = bound(output);
      const hit = core.mul(target, core.log(p));
      const miss = core.mul(core.sub(1, target), core.log(core.sub(1, p)));
      return core.neg(core.mean(core.add(hit, miss)));
    }
    case 'categoricalCrossentropy': {
      const logs = spec.on === 'logits' ? core.logSoftmax(output) : core.log(bound(output));
      return core.neg(core.mean(core.sum(core.mul(target, logs), -1)));
    }
    default:
      return assertNever(spec.type);
  }
}
