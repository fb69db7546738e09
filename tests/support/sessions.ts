import { readMnist } from '../../build/mnist.ts';
import type { Network } from '../../src/compiler/ir.ts';
import { MNIST_ASSET } from '../../src/datasets/mnist.ts';
import type { Graph } from '../../src/document/schema.ts';
import { defaultTraining, type Training } from '../../src/document/training-schema.ts';
import type { BuildPlan } from '../../src/engine/build-plan.ts';
import type { Candidate } from '../../src/engine/choice/candidate.ts';
import { createChooser } from '../../src/engine/choice/chooser.ts';
import { missingAsset } from '../../src/engine/data/data.ts';
import type { Frame } from '../../src/engine/frame.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import type { Probe } from '../../src/engine/pictures/probe.ts';
import { createSession } from '../../src/engine/session/session.ts';
import { createTfjsCandidates, withoutGraphics } from '../../src/engine/tfjs/candidates.ts';
import { registerKernels } from '../../src/engine/tfjs/kernels/index.ts';
import { layerCatalogue } from '../../src/layers/index.ts';
import { probeCatalogue } from '../../src/visualisations/probes.ts';
import { catalogue } from './catalogue.ts';
import { lowered } from './lowered.ts';
import { tf } from './tf.ts';

registerKernels(tf.core);

/** TensorFlow.js on the backends that Node has. */
export const tfjsCandidates: readonly Candidate[] = createTfjsCandidates(
  tf,
  layerCatalogue,
  withoutGraphics,
);

/** A session whose frames are kept. `deliver` may hold one back. */
export function startSession(
  parts: {
    deliver?: (frame: Frame) => Promise<void>;
    candidates?: readonly Candidate[];
    probes?: readonly Probe[];
    recordingBytes?: number;
  } = {},
) {
  const frames: Frame[] = [];
  let builds = 0;
  const session = createSession({
    chooser: createChooser(parts.candidates ?? [fusedCandidate, ...tfjsCandidates]),
    datasets: catalogue.datasets,
    probes: parts.probes ? new Map(parts.probes.map((p) => [p.id, p])) : probeCatalogue,
    loadAsset: async (name) => {
      if (name === MNIST_ASSET) return readMnist();
      throw missingAsset(name);
    },
    ...(parts.recordingBytes !== undefined && { recordingBytes: parts.recordingBytes }),
    deliver: async (frame) => {
      frames.push(frame);
      await parts.deliver?.(frame);
    },
  });
  return {
    ...session,
    frames,
    build: (graph: Graph, training: Training, more: Partial<BuildPlan> = {}) => {
      builds += 1;
      const ir = lowered(graph, training.batchSize);
      return session.build({ ir, training, build: builds, fresh: false, ...more });
    },
    /** Any network, one without a loss too. */
    buildNetwork: (ir: Network, training: Training = defaultTraining) => {
      builds += 1;
      return session.build({ ir, training, build: builds, fresh: false });
    },
    last: (): Frame => {
      const frame = frames.at(-1);
      if (!frame) throw new Error('no frame was sent');
      return frame;
    },
  };
}
