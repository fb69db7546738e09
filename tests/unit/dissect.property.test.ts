import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import type { Ir } from '../../src/compiler/ir.ts';
import type { Graph } from '../../src/document/schema.ts';
import { firstBatch } from '../../src/engine/data/batches.ts';
import { loadData } from '../../src/engine/data/data.ts';
import type { Batch, Dissection, Executor } from '../../src/engine/executor.ts';
import { canFuse, createFusedExecutor } from '../../src/engine/fused/executor.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createTfjsExecutor } from '../../src/engine/tfjs/executor.ts';
import { layerCatalogue } from '../../src/layers/index.ts';
import { likelyGraph } from '../support/arbitraries.ts';
import { catalogue } from '../support/catalogue.ts';
import { chain, residualNetwork } from '../support/graphs.ts';
import { lowered } from '../support/lowered.ts';
import { tf } from '../support/tf.ts';

beforeAll(async () => {
  await tf.core.setBackend('cpu');
});

/** Networks that both executors know, without draws. */
const plain = likelyGraph.filter((graph) => {
  const { ir } = compile(graph, catalogue);
  const calm = Object.values(graph.nodes).every(
    ({ kind, params }) => kind !== 'dropout' || params['rate'] === 0,
  );
  return ir !== undefined && calm && canFuse(ir);
});

/** A branch beside two layers, penalties, and a value that two layers read. */
const residual = residualNetwork({ dataset: 'moons', size: 12 }, 3, { l2: 0.01 });

function dataOf(ir: Ir, rows: number): Batch {
  return firstBatch(loadData(ir, 0, catalogue.datasets).train, rows);
}

/** Every number of a dissection, by a name to find it by. */
function numbersOf({ loss, values, gradients, weightGradients }: Dissection) {
  const tensors = Object.entries(weightGradients).flatMap(([id, all]) =>
    all.flatMap((each, i) => (each ? [[`${id} weight ${i}`, each] as const] : [])),
  );
  return new Map([
    ['loss', Float64Array.of(loss)],
    ...Object.entries(values).map(([id, each]) => [`${id} value`, each] as const),
    ...Object.entries(gradients).map(([id, each]) => [`${id} gradient`, each] as const),
    ...tensors,
  ]);
}

/** Largest distance of two vectors, as a share of the larger of 0.05 and the largest number in them. */
function distance(a: Float64Array, b: Float64Array): number {
  const size = [...a, ...b].reduce((most, value) => Math.max(most, Math.abs(value)), 0.05);
  return (
    a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0) / size
  );
}

async function agree(graph: Graph, seed: number): Promise<void> {
  const ir = lowered(graph);
  const batch = dataOf(ir, 6);
  const weights = initialWeights(ir, seed);
  const found: ReturnType<typeof numbersOf>[] = [];
  for (const executor of [
    createFusedExecutor(ir, batch.rows),
    createTfjsExecutor(tf, ir, layerCatalogue),
  ]) {
    executor.writeWeights(weights);
    found.push(numbersOf(await executor.dissect(batch)));
    executor.dispose();
  }
  const [fused, reference] = found as [(typeof found)[number], (typeof found)[number]];
  expect([...fused.keys()].sort()).toEqual([...reference.keys()].sort());
  for (const [name, numbers] of fused) {
    expect(distance(numbers, reference.get(name) as Float64Array), name).toBeLessThan(2e-5);
  }
}

it('needs no memory any more once a large batch was taken apart', async () => {
  const wide = chain(
    ['points', { dataset: 'moons', size: 5000 }],
    ['dense', { units: 256 }],
    ['tanh'],
    ['dense', { units: 1 }],
    ['sigmoid'],
    ['loss'],
  );
  const ir = lowered(wide, 100);
  const executor = createFusedExecutor(ir, 100);
  executor.writeWeights(initialWeights(ir, 1));
  const { bytes } = executor.memory();
  const { loss } = await executor.dissect(dataOf(ir, 5000));
  expect(loss).toBeGreaterThan(0);
  expect(executor.memory().bytes).toBe(bytes);
  // Small ones come again and again.
  await executor.dissect(dataOf(ir, 100));
  expect(executor.memory().bytes).toBeGreaterThan(bytes);
  executor.dispose();
});

describe('an update taken apart', () => {
  it('is the same on both executors, for random networks', async () => {
    await fc.assert(fc.asyncProperty(plain, fc.integer({ min: 0, max: 1000 }), agree), {
      numRuns: 60,
      seed: 5,
      maxSkipsPerRun: 20,
    });
  });

  it('is the same where a value is read twice and a layer has a penalty', () => agree(residual, 3));

  it('has the derivatives that finite differences show', async () => {
    const ir = lowered(residual);
    const batch = dataOf(ir, 6);
    const executor = createFusedExecutor(ir, batch.rows);
    const weights = initialWeights(ir, 4);
    executor.writeWeights(weights);
    const { weightGradients } = await executor.dissect(batch);
    const nudge = 1e-2;
    const lossWith = async (change: number): Promise<number> => {
      const [kernel, ...others] = weights['second'] as readonly Float32Array[];
      executor.writeWeights({
        ...weights,
        second: [(kernel as Float32Array).with(4, (kernel?.[4] ?? 0) + change), ...others],
      });
      return (await executor.dissect(batch)).loss;
    };
    const slope = ((await lossWith(nudge)) - (await lossWith(-nudge))) / (2 * nudge);
    expect(weightGradients['second']?.[0]?.[4]).toBeCloseTo(slope, 4);
  });

  it('changes nothing: training goes on as if nobody had looked', async () => {
    const ir = lowered(
      chain(
        ['points', { dataset: 'moons', size: 20 }],
        ['dense', { units: 8 }],
        ['batchNormalisation'],
        ['relu'],
        ['dropout', { rate: 0.4 }],
        ['dense', { units: 1 }],
        ['sigmoid'],
        ['loss'],
      ),
    );
    const batch = dataOf(ir, 20);
    const train = async (executor: Executor, looks: boolean) => {
      executor.writeWeights(initialWeights(ir, 1));
      executor.configure({ type: 'momentum', learningRate: 0.1, momentum: 0.9 });
      for (let step = 0; step < 10; step++) {
        if (looks) await executor.dissect(batch);
        await executor.step(batch);
      }
      const weights = await executor.readWeights();
      executor.dispose();
      return weights;
    };
    const fused = () => createFusedExecutor(ir, batch.rows);
    const stock = () => createTfjsExecutor(tf, ir, layerCatalogue);
    expect(await train(fused(), true)).toEqual(await train(fused(), false));
    expect(await train(stock(), true)).toEqual(await train(stock(), false));
  });

  it('leaves no tensors behind', async () => {
    const ir = lowered(residual);
    const batch = dataOf(ir, 6);
    const executor = createTfjsExecutor(tf, ir, layerCatalogue);
    await executor.dissect(batch);
    const before = tf.core.memory().numTensors;
    for (let i = 0; i < 3; i++) await executor.dissect(batch);
    expect(tf.core.memory().numTensors).toBe(before);
    executor.dispose();
  });
});
