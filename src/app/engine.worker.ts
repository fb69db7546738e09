import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import wasmThreads from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import * as core from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import * as layers from '@tensorflow/tfjs-layers';
import * as Comlink from 'comlink';
import { config } from 'zod';
import { fullDatasets } from '../datasets/all.ts';
import type { EngineApi } from '../engine/api.ts';
import { createChooser } from '../engine/choice/chooser.ts';
import type { Frame } from '../engine/frame.ts';
import { fusedCandidate } from '../engine/fused/candidate.ts';
import { createSession } from '../engine/session/session.ts';
import { createTfjsCandidates } from '../engine/tfjs/candidates.ts';
import { registerKernels } from '../engine/tfjs/kernels/index.ts';
import { holdLock } from '../engine/worker-life.ts';
import { layerCatalogue } from '../layers/index.ts';
import { probeCatalogue } from '../visualisations/probes.ts';
import { createAssetLoader, type OnLoading } from './assets.ts';
import { createChoiceMemory } from './choice-memory.ts';
import { webglAbsence, webgpuAbsence } from './graphics.ts';

// zod compiles its checks with `Function` where it may; the page's security policy forbids that.
config({ jitless: true });
setWasmPaths({
  'tfjs-backend-wasm.wasm': wasmPlain,
  'tfjs-backend-wasm-simd.wasm': wasmSimd,
  'tfjs-backend-wasm-threaded-simd.wasm': wasmThreads,
});
// tfjs 4.22's build with threads runs on one thread, whatever number it is asked for.
core.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
core.enableProdMode();
registerKernels(core);

const tf = { core, layers };
let tellLoading: OnLoading = () => {};
let deliver: (frame: Frame) => Promise<void> = () => Promise.resolve();

const chooser = createChooser(
  [
    fusedCandidate,
    ...createTfjsCandidates(tf, layerCatalogue, {
      absence: async (backend) => {
        if (backend === 'webgpu') return webgpuAbsence();
        return backend === 'webgl' ? webglAbsence() : undefined;
      },
      // A graphics card's backend is large, and is fetched where there is a card to use it.
      load: async (backend) => {
        if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
        if (backend === 'webgl') await import('@tensorflow/tfjs-backend-webgl');
      },
    }),
  ],
  createChoiceMemory(),
);

const session = createSession({
  chooser,
  datasets: fullDatasets,
  probes: probeCatalogue,
  loadAsset: createAssetLoader((share) => tellLoading(share)),
  deliver: (frame) => deliver(frame),
});

const api: EngineApi = {
  open: (lock, onFrame, onLoading) => {
    deliver = onFrame;
    tellLoading = onLoading;
    return holdLock(lock);
  },
  build: session.build,
  configure: session.configure,
  run: session.run,
  advance: session.advance,
  pause: session.pause,
  reset: session.reset,
  scrub: session.scrub,
  place: session.place,
  watch: session.watch,
  pace: (perSecond) => Promise.resolve(session.pace(perSecond)),
  prefer: session.prefer,
};

Comlink.expose(api);
