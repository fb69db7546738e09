import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as core from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Tf } from '../../src/layers/define-layer.ts';

const require = createRequire(import.meta.url);
setWasmPaths(
  `${join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist')}/`,
);

/** TensorFlow.js as the worker hands it to the engine, in Node. */
export const tf: Tf = { core, layers };
