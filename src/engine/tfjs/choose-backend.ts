import type { Ir } from '../../compiler/ir.ts';
import type { LayerKind, Tf } from '../../layers/define-layer.ts';
import type { Executor } from '../executor.ts';
import { createTfjsExecutor } from './executor.ts';

/** Backends in the order they are tried: the fastest that can train the network serves. */
const backends = ['wasm', 'cpu'] as const;

/**
 * An executor whose weights are yet to be set, on the first backend that is there and can train this network. Not every backend has
 * the gradient of every layer, and tfjs says so only when it is asked for one.
 */
export async function createOnBestBackend(
  tf: Tf,
  ir: Ir,
  catalogue: ReadonlyMap<string, LayerKind>,
): Promise<Executor> {
  let refusal: unknown;
  for (const backend of backends) {
    if (!(await tf.core.setBackend(backend).catch(() => false))) continue;
    const executor = createTfjsExecutor(tf, ir, catalogue);
    try {
      await executor.step(trialBatch(ir));
      return executor;
    } catch (error) {
      refusal = error;
      executor.dispose();
    }
  }
  throw refusal ?? new Error('no TensorFlow.js backend is available');
}

function trialBatch(ir: Ir) {
  const width = ir.source.spec.input.reduce((size, axis) => size * axis, 1);
  return { rows: 1, x: new Float32Array(width), y: new Float32Array(ir.target.width) };
}
