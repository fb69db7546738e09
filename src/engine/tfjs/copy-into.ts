import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Tf } from '../../layers/define-layer.ts';
import type { Eventual, Spot } from '../executor.ts';
import { viewOf } from './kernels/arithmetic.ts';

type Core = Tf['core'];

/**
 * Copies the numbers of tensors as they are now to a spot, one after the other: at once where they lie in this
 * thread's memory, later where a graphics card has to be asked for them.
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
  if (asked.length > 0) return Promise.all(asked).then(() => {});
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
