import type { Ir } from '../../src/compiler/ir.ts';
import type { Graph } from '../../src/document/schema.ts';
import type { Training } from '../../src/document/training-schema.ts';
import type { Executor } from '../../src/engine/executor.ts';
import type { Frame } from '../../src/engine/frame.ts';
import { type BuildPlan, createSession } from '../../src/engine/session.ts';
import { createOnBestBackend } from '../../src/engine/tfjs/choose-backend.ts';
import { layerCatalogue } from '../../src/layers/index.ts';
import { probeCatalogue } from '../../src/visualisations/probes.ts';
import { catalogue } from './catalogue.ts';
import { lowered } from './lowered.ts';
import { tf } from './tf.ts';

/** A session whose frames are kept. `deliver` may hold one back. */
export function startSession(
  parts: {
    deliver?: (frame: Frame) => Promise<void>;
    createExecutor?: (ir: Ir) => Promise<Executor>;
  } = {},
) {
  const frames: Frame[] = [];
  let builds = 0;
  const session = createSession({
    createExecutor: parts.createExecutor ?? ((ir) => createOnBestBackend(tf, ir, layerCatalogue)),
    datasets: catalogue.datasets,
    probes: probeCatalogue,
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
      return session.build({ ir: lowered(graph), training, build: builds, fresh: false, ...more });
    },
    last: (): Frame => {
      const frame = frames.at(-1);
      if (!frame) throw new Error('no frame was sent');
      return frame;
    },
  };
}
