import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/document/schema.ts';
import { loadData } from '../../src/engine/data/data.ts';
import type { WeightMap } from '../../src/engine/executor.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createTfjsExecutor } from '../../src/engine/tfjs/executor.ts';
import { registerKernels } from '../../src/engine/tfjs/kernels/index.ts';
import type { ComputeKind } from '../../src/layers/define-layer.ts';
import { layerCatalogue, layerKinds } from '../../src/layers/index.ts';
import { catalogue } from '../support/catalogue.ts';
import { networkAround } from '../support/kind-networks.ts';
import { lowered } from '../support/lowered.ts';
import { tf } from './tf.ts';

const { core } = tf;
const backends = ['cpu', 'wasm', 'webgl', 'webgpu'] as const;
const kinds = layerKinds.filter((kind): kind is ComputeKind => kind.role === 'compute');

/** Loss and weights after two updates on a backend. */
async function trained(graph: Graph, backend: string) {
  await core.setBackend(backend);
  const tensors = core.memory().numTensors;
  const ir = lowered(graph);
  const { train } = loadData(ir, 0, catalogue.datasets);
  const executor = createTfjsExecutor(tf, ir, layerCatalogue);
  executor.writeWeights(initialWeights(ir, 5));
  executor.configure({ type: 'sgd', learningRate: 0.1, momentum: 0 });
  await executor.step(train);
  const loss = await executor.step(train);
  const weights = await executor.readWeights();
  executor.dispose();
  expect(core.memory().numTensors).toBe(tensors);
  return { loss, weights };
}

function largestDifference(a: WeightMap, b: WeightMap): number {
  let most = 0;
  for (const [id, tensors] of Object.entries(a)) {
    tensors.forEach((values, i) => {
      values.forEach((value, at) => {
        most = Math.max(most, Math.abs(value - (b[id]?.[i]?.[at] ?? Number.NaN)));
      });
    });
  }
  return most;
}

beforeAll(() => registerKernels(core));
afterAll(() => core.setBackend('cpu'));

describe.each(kinds)('$kind', (kind) => {
  it.each(backends)('trains on %s as it does on cpu', async (backend) => {
    expect(await core.setBackend(backend), `${backend} is there`).toBe(true);
    const graph = networkAround(kind);
    const wanted = await trained(graph, 'cpu');
    const got = await trained(graph, backend);
    expect(Math.abs(got.loss - wanted.loss)).toBeLessThan(1e-4);
    expect(largestDifference(wanted.weights, got.weights)).toBeLessThan(1e-4);
  });
});
