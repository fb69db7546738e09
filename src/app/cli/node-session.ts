import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { readMnist } from '../../../build/mnist.ts';
import { fullDatasets } from '../../datasets/all.ts';
import { MNIST_ASSET } from '../../datasets/mnist.ts';
import { createChooser } from '../../engine/choice/chooser.ts';
import { missingAsset } from '../../engine/data/data.ts';
import type { Frame } from '../../engine/frame.ts';
import { fusedCandidate } from '../../engine/fused/candidate.ts';
import type { Probe } from '../../engine/pictures/probe.ts';
import { createSession } from '../../engine/session/session.ts';
import { createTfjsCandidates, withoutGraphics } from '../../engine/tfjs/candidates.ts';
import { registerKernels } from '../../engine/tfjs/kernels/index.ts';
import { layerCatalogue } from '../../layers/index.ts';

/** A session as the page's worker has one, on what Node has. `stored` are blocks that a browser would keep. */
export const createNodeSession = (
  probes: ReadonlyMap<string, Probe>,
  onFrame: (frame: Frame) => void,
  stored: ReadonlyMap<string, Uint8Array> = new Map(),
) =>
  createSession({
    chooser: createChooser([fusedCandidate, ...tfjsInNode()]),
    datasets: fullDatasets,
    probes,
    loadAsset: async (name) => {
      const bytes = name === MNIST_ASSET ? readMnist() : stored.get(name);
      if (!bytes) throw missingAsset(name);
      return bytes;
    },
    deliver: async (frame) => onFrame(frame),
  });

/** TensorFlow.js on what Node has. */
function tfjsInNode() {
  const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(`${join(dirname(wasm), 'dist')}/`);
  core.enableProdMode();
  registerKernels(core);
  return createTfjsCandidates({ core, layers }, layerCatalogue, withoutGraphics);
}
