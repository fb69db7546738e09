import { defaultTraining } from '../src/document/training-schema.ts';
import { createChooser } from '../src/engine/choice/chooser.ts';
import { loadData } from '../src/engine/data/data.ts';
import { fusedCandidate } from '../src/engine/fused/candidate.ts';
import { initialWeights } from '../src/engine/initial-weights.ts';
import { createTfjsCandidates, withoutGraphics } from '../src/engine/tfjs/candidates.ts';
import { registerKernels } from '../src/engine/tfjs/kernels/index.ts';
import { type Case, catalogue, denseCase, imageCase, irOf } from './cases.ts';
import { tf } from './tf.ts';
import { growth, medianTime } from './timing.ts';

const chooser = () => {
  registerKernels(tf.core);
  return createChooser([
    fusedCandidate,
    ...createTfjsCandidates(tf, catalogue.layers, withoutGraphics),
  ]);
};

/** A case on the executor that is chosen for it, from its start. */
export async function prepared(of: Case) {
  const ir = irOf(of);
  const { train } = loadData(ir, 0, catalogue.datasets);
  const weights = initialWeights(ir, 1);
  const { optimizer } = defaultTraining;
  const { executor } = await chooser().choose({ ir, weights, batch: train, optimizer });
  executor.writeWeights(weights);
  executor.configure(optimizer);
  return { executor, train, ir, weights };
}

/** Time of a training step, in ms, and what ran it. */
export async function ourStep(of: Case): Promise<{ time: number; executor: string }> {
  const { executor, train } = await prepared(of);
  const time = await medianTime(() => executor.step(train));
  executor.dispose();
  return { time, executor: executor.name };
}

/** Time of a forward pass over many rows, in ms. */
export async function ourGrid(of: Case, rows: number): Promise<number> {
  const { executor, train } = await prepared(of);
  const width = train.x.length / train.rows;
  const x = Float32Array.from({ length: rows * width }, (_, i) => (i % 17) / 17);
  const time = await medianTime(() => executor.forward(x, rows));
  executor.dispose();
  return time;
}

/** What is held before and after many steps. */
export async function ourMemory(of: Case, steps: number) {
  const { executor, train } = await prepared(of);
  for (let i = 0; i < 5; i++) await executor.step(train);
  const before = executor.memory();
  for (let i = 0; i < steps; i++) await executor.step(train);
  const after = executor.memory();
  executor.dispose();
  return { before, after };
}

/** How a step's time grows with one size: times in ms, and the slope of their logarithms. */
async function scale(sizes: readonly number[], caseOf: (size: number) => Case) {
  const points: [number, number][] = [];
  for (const size of sizes) {
    const { executor, train } = await prepared(caseOf(size));
    const time = await medianTime(() => executor.step(train), { warmUp: 200, budget: 400 });
    points.push([size, time]);
    executor.dispose();
  }
  return { points, slope: growth(points.slice(-3)) };
}

/** Growth with width, depth, batch and image size. */
export const ourScaling = async () => ({
  width: await scale([8, 16, 32, 64, 128], (width) => denseCase(width, 2, 16)),
  depth: await scale([2, 4, 8, 16, 32], (depth) => denseCase(16, depth, 16)),
  batch: await scale([4, 16, 64, 256, 1024], (batch) => denseCase(16, 2, batch)),
  image: await scale([8, 16, 24, 32, 48], imageCase),
});
