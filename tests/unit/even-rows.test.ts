import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenBatch, evenRows } from '../../src/engine/data/batches.ts';
import { loadData } from '../../src/engine/data/data.ts';
import { representative } from '../../src/engine/figures/evaluator.ts';
import { lossOf, outputsOf } from '../../src/engine/figures/metrics.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createTrial, lossWith } from '../../src/engine/pictures/trial.ts';
import { createSeedTrainer } from '../../src/engine/seeds/trainer.ts';
import { catalogue } from '../support/catalogue.ts';
import { chain } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { startSession } from '../support/sessions.ts';

const networkOn = (dataset: string, size: number) =>
  lowered(
    chain(
      ['points', { dataset, size }],
      ['dense', { units: 3 }],
      ['tanh'],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss'],
    ),
  );

const dataOn = (dataset: string, size: number) =>
  loadData(networkOn(dataset, size), 0, catalogue.datasets);

const share = (labels: ArrayLike<number>): number =>
  Array.from(labels).reduce((sum, label) => sum + label, 0) / labels.length;

// The classes of these sets take turns, row by row: every second row, or every eighth, is of one class.
it.each([200, 400, 1000])('a layer is judged on rows of both classes: %i rows', (size) => {
  const { y } = evenBatch(dataOn('moons', size).train, 100);
  expect(Math.abs(share(y) - 0.5)).toBeLessThan(0.2);
});

it.each([3000, 4000, 5000])('a large set is measured on rows of both classes: %i rows', (size) => {
  const { rows, samples } = representative(dataOn('circles', size).train);
  expect(rows).toBe(500);
  expect(Math.abs(share(samples.y) - 0.5)).toBeLessThan(0.1);
});

it('rows spread evenly are all different, in order, one from each stretch, and the same every time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 0, max: 3000 }),
      (most, more) => {
        const rows = most + more;
        const found = evenRows(rows, most);
        expect(found).toHaveLength(most);
        const begin = (i: number): number => Math.floor((i * rows) / most);
        expect(found.filter((row, i) => row < begin(i) || row >= begin(i + 1))).toEqual([]);
        expect(evenRows(rows, most)).toEqual(found);
      },
    ),
    { numRuns: 60, seed: 4 },
  );
});

// Spirals are laid out from the middle on: the first rows are no spiral yet.
it('the cost landscape is of rows from all over the set', async () => {
  const ir = networkOn('spirals', 2000);
  const data = loadData(ir, 0, catalogue.datasets);
  const trial = createTrial(ir, data);
  const weights = initialWeights(ir, 7);
  const cost = lossWith(ir, trial, weights);
  const raw = (await outputsOf(trial.executor, data.train)) ?? new Float32Array();
  expect(Math.abs(cost / lossOf(ir, raw, data.train.y) - 1)).toBeLessThan(0.03);
  const reach = Math.max(...trial.batch.x.map(Math.abs));
  expect(reach).toBeGreaterThan(0.9);
});

it('a sum over a sample is told as the sum over the set that it stands for, on the page and of seeds', async () => {
  const graph = chain(
    ['points', { dataset: 'line', size: 4000 }],
    ['dense', { units: 1 }],
    ['loss', { type: 'meanSquaredError', reduction: 'sum' }],
  );
  const training = trainingOf({
    optimizer: { type: 'sgd', learningRate: 1e-9, momentum: 0 },
    batchSize: 'full',
  });
  const session = startSession({ candidates: [fusedCandidate] });
  await session.build(graph, training);
  await session.advance({ steps: 3 });
  await expect.poll(() => session.last().train?.step).toBe(3);
  const { train, history } = session.last();
  await session.dispose();
  // Updates tell the sum over all rows; the last point of the curve was measured.
  const [whole = Number.NaN] = history.train.values;
  expect(train?.rows).toBe(500);
  expect(Math.abs((train?.loss ?? Number.NaN) / whole - 1)).toBeLessThan(0.1);
  const trainer = createSeedTrainer({
    datasets: catalogue.datasets,
    loadAsset: () => Promise.reject(new Error('nothing is fetched')),
    createExecutor: ({ ir, batch }) => fusedCandidate.create(ir, batch.rows),
  });
  const plan = { ir: lowered(graph, 'full'), training, updates: 3 };
  const { idle } = await trainer.prepare(plan);
  const { loss } = await trainer.train(training.seed, () => {});
  expect(loss.at(-1)).toBeCloseTo(train?.loss ?? Number.NaN, 0);
  // The slope of 2 spreads the labels by 4/3, the noise by 0.01.
  expect(Math.abs((idle ?? Number.NaN) / (4000 * 1.34) - 1)).toBeLessThan(0.1);
});
