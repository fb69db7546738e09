import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../../layers/define-layer.ts';
import type { Eventual, Spot } from '../executor.ts';
import { viewOf } from './kernels/arithmetic.ts';

type Core = Tf['core'];

/**
 * Copies the numbers of tensors as they are now to a spot, one after the other: at once where they lie in this
 * thread's memory, later where a graphics card has to be asked for them. Where that fails it rejects only when
 * nothing is written there any more.
 */
export function copyInto(
  core: Core,
  tensors: readonly Tensor[],
  { sheet, at }: Spot<Float32Array>,
): Eventual<void> {
  const look = lookIn(core);
  const asked: Promise<void>[] = [];
  let from = at;
  for (const tensor of tensors) {
    const to = from;
    from += tensor.size;
    if (look) sheet.set(look(tensor), to);
    // All is asked for before the next update.
    else asked.push(tensor.data().then((values) => sheet.set(values, to)));
  }
  if (asked.length > 0) return allOver(asked);
}

/** Waits until none of them writes any more. Then rejects with the reason of the first that failed, if one did. */
export async function allOver(copies: readonly Eventual<void>[]): Promise<void> {
  for (const copy of await Promise.allSettled(copies)) {
    if (copy.status === 'rejected') throw copy.reason;
  }
}

/** How to see a tensor's numbers where they lie, uncopied; nothing where that is not this thread's memory. */
function lookIn(core: Core): ((tensor: Tensor) => Float32Array) | undefined {
  const backend = core.backend();
  switch (core.getBackend()) {
    case 'wasm':
      return (tensor) => viewOf(backend as BackendWasm, tensor);
    case 'cpu':
      return (tensor) => backend.readSync(tensor.dataId) as Float32Array;
    default:
      return undefined;
  }
}
