import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import wasmThreads from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import * as core from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as layers from '@tensorflow/tfjs-layers';
import { createChooser } from '../engine/choice/chooser.ts';
import type { Task } from '../engine/choice/task.ts';
import type { Executor } from '../engine/executor.ts';
import { createTfjsCandidates, withoutGraphics } from '../engine/tfjs/candidates.ts';
import { registerKernels } from '../engine/tfjs/kernels/index.ts';
import { layerCatalogue } from '../layers/index.ts';

setWasmPaths({
  'tfjs-backend-wasm.wasm': wasmPlain,
  'tfjs-backend-wasm-simd.wasm': wasmSimd,
  'tfjs-backend-wasm-threaded-simd.wasm': wasmThreads,
});
core.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
core.enableProdMode();
registerKernels(core);

// A graphics card is one for all workers, and is left to the one that trains.
const chooser = createChooser(
  createTfjsCandidates({ core, layers }, layerCatalogue, withoutGraphics),
);

/** TensorFlow.js with a network on it, on the faster of the processor's backends. */
export const onTfjs = async (task: Task): Promise<Executor> =>
  (await chooser.choose(task)).executor;
