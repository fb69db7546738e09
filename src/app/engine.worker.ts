import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import wasmThreads from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import * as core from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as layers from '@tensorflow/tfjs-layers';
import * as Comlink from 'comlink';
import { datasetCatalogue } from '../datasets/index.ts';
import type { EngineApi } from '../engine/api.ts';
import type { Frame } from '../engine/frame.ts';
import { createSession } from '../engine/session.ts';
import { createOnBestBackend } from '../engine/tfjs/choose-backend.ts';
import { layerCatalogue } from '../layers/index.ts';
import { probeCatalogue } from '../visualisations/probes.ts';

setWasmPaths({
  'tfjs-backend-wasm.wasm': wasmPlain,
  'tfjs-backend-wasm-simd.wasm': wasmSimd,
  'tfjs-backend-wasm-threaded-simd.wasm': wasmThreads,
});
// Threads cost more than they bring on networks that are drawn by hand.
core.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
core.enableProdMode();

const tf = { core, layers };
let deliver: (frame: Frame) => Promise<void> = () => Promise.resolve();

const session = createSession({
  createExecutor: (ir) => createOnBestBackend(tf, ir, layerCatalogue),
  datasets: datasetCatalogue,
  probes: probeCatalogue,
  deliver: (frame) => deliver(frame),
});

const api: EngineApi = {
  open: (lock, onFrame) => {
    deliver = onFrame;
    // A page that is not served securely has no locks; it trains, but cannot notice a lost worker.
    if (!('locks' in navigator)) return Promise.resolve();
    // Held until this worker ends, by whatever cause: that is how the page learns of it.
    return new Promise((held) => {
      void navigator.locks.request(lock, () => {
        held();
        return new Promise(() => {});
      });
    });
  },
  build: session.build,
  configure: session.configure,
  run: session.run,
  advance: session.advance,
  pause: session.pause,
  reset: session.reset,
  watch: session.watch,
};

Comlink.expose(api);
