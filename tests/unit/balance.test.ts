import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import type { SampleSpec, Samples } from '../../src/core/samples.ts';
import type { Training } from '../../src/document/training-schema.ts';
import { drawOf, isWhole } from '../../src/engine/data/balance.ts';
import { planBatches } from '../../src/engine/data/batches.ts';
import { type EncodedSet, loadData } from '../../src/engine/data/data.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { catalogue } from '../support/catalogue.ts';
import { lowered } from '../support/lowered.ts';
import { readPreset } from '../support/presets.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';

const rare = readPreset('lec-07-unbalanced');
const { train } = loadData(lowered(rare.graph), 0, catalogue.datasets);

/** Samples of classes alone. */
const labelled = (y: readonly number[], count: number): Samples => ({
  spec: { ...train.samples.spec, target: { ...train.samples.spec.target, count } as never },
  rows: y.length,
  x: new Float32Array(2 * y.length),
  y: Float32Array.from(y),
});

/** Places of the rows that an epoch draws of samples of classes alone. */
const drawnOf = (y: readonly number[], count: number, epoch: number): Uint32Array =>
  drawOf(labelled(y, count), { balance: true }).of(epoch);

const numeric: SampleSpec = { ...train.samples.spec, target: { type: 'numbers', size: 1 } };

/** How often each label is among some rows. */
function tally(rows: Uint32Array, y: ArrayLike<number>): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const row of rows) counts[y[row] ?? -1] = (counts[y[row] ?? -1] ?? 0) + 1;
  return counts;
}

describe('rows of classes that count alike', () => {
  it('are as many of each class as the largest has, every row among them', () => {
    const y = [0, 0, 0, 0, 0, 1, 1, 2];
    const rows = drawnOf(y, 4, 0);
    expect(tally(rows, y)).toEqual({ 0: 5, 1: 5, 2: 5 });
    expect(new Set(rows).size).toBe(8);
    // Any stretch of them is balanced, too.
    expect(tally(rows.subarray(3, 9), y)).toEqual({ 0: 2, 1: 2, 2: 2 });
  });

  it('are a bounded number, thinned out evenly, where there are many classes', () => {
    const y = Array.from({ length: 50_000 }, (_, i) => (i < 100 ? i + 1 : 0));
    const rows = drawnOf(y, 101, 0);
    expect(rows.length).toBeLessThanOrEqual(100_000 + 101);
    expect(new Set(Object.values(tally(rows, y))).size).toBe(1);
    const common = rows.filter((row) => y[row] === 0);
    expect(Math.max(...common)).toBeGreaterThan(49_000);
  });
});

describe('epochs of classes that count alike', () => {
  const common = Array.from({ length: 100_000 }, (_, i) => (i < 91_000 ? 0 : 1 + (i % 9)));

  it('draw other rows of a class that is thinned out, until each had its turn', () => {
    const { of, rows } = drawOf(labelled(common, 10), { balance: true });
    expect(rows).toBe(200_000);
    const seen = new Set(of(0));
    expect(seen.size).toBe(29_000);
    for (let epoch = 1; epoch < 5; epoch++) for (const row of of(epoch)) seen.add(row);
    expect(seen.size).toBe(100_000);
  });

  it('draw each row of a rare class equally often in the long run', () => {
    const y = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1];
    const drawn = [0, 1, 2].flatMap((epoch) => [...drawnOf(y, 2, epoch)]);
    const often = y.map((_, row) => drawn.filter((each) => each === row).length);
    expect(often).toEqual([3, 3, 3, 3, 3, 3, 3, 7, 7, 7]);
  });

  it('of labels that are numbers draw the rows as they are, and every batch counts as the whole set', () => {
    const numbers = { ...labelled([0, 1, 1], 2), spec: numeric };
    expect([...drawOf(numbers, { balance: true }).of(3)]).toEqual([0, 1, 2]);
    expect(isWhole(numeric, { balance: true, batchSize: 'full' })).toBe(true);
    expect(isWhole(train.samples.spec, { balance: true, batchSize: 'full' })).toBe(false);
    expect(isWhole(train.samples.spec, { balance: false, batchSize: 2 })).toBe(false);
  });
});

describe('a plan', () => {
  const settings = { ...rare.training, balance: true } satisfies Training;

  it('holds as many rows of the rare class as of the other, in one batch or in several', () => {
    const { batch } = planBatches(train, settings, createRandom(1)).next();
    expect(batch.rows).toBe(72);
    expect([...batch.y].filter((label) => label === 1).length).toBe(36);
    expect(batch.x.length).toBe(144);
    const mini = { ...settings, batchSize: 24, shuffle: true };
    const plan = planBatches(train, mini, createRandom(1));
    let found = 0;
    for (let i = 0; i < 3; i++) {
      const { batch: part, endsEpoch } = plan.next();
      found += [...part.y].filter((label) => label === 1).length;
      expect(endsEpoch).toBe(i === 2);
    }
    expect(found).toBe(36);
  });

  /** Five rows of one class and three of another, told apart by their input. */
  const few: EncodedSet = {
    samples: {
      ...labelled([0, 0, 0, 0, 0, 1, 1, 1], 2),
      x: Float32Array.from({ length: 16 }, (_, i) => i),
    },
    rows: 8,
    x: Float32Array.from({ length: 16 }, (_, i) => i),
    y: Float32Array.of(0, 0, 0, 0, 0, 1, 1, 1),
  };

  it.each([
    ['of shuffled batches', train, { batchSize: 10, shuffle: true }],
    ['of batches in order', few, { batchSize: 4, shuffle: false }],
    ['of batches that go on with the next epoch', few, { batchSize: 4, shuffle: true, wrap: true }],
    ['of one batch an epoch', few, { batchSize: 'full', shuffle: false }],
  ] as const)('goes on from a mark with the batches that would have come: %s', (_, set, change) => {
    const mini: Training = { ...settings, ...change };
    for (let before = 0; before < 10; before++) {
      const plan = planBatches(set, mini, createRandom(5));
      for (let i = 0; i < before; i++) plan.next();
      const again = planBatches(set, mini, createRandom(5), undefined, plan.mark());
      for (let i = 0; i < 9; i++)
        expect([...again.next().batch.x]).toEqual([...plan.next().batch.x]);
    }
  });

  it('of one batch an epoch has other rows of a rare class in each', () => {
    const plan = planBatches(few, settings, createRandom(1));
    const [one, two] = [[...plan.next().batch.x], [...plan.next().batch.x]];
    expect(one).toHaveLength(20);
    expect(two).not.toEqual(one);
  });
});

describe('a run whose classes count alike', () => {
  async function weightsOf(training: Partial<Training>, candidates = [fusedCandidate]) {
    const session = startSession({ candidates });
    await session.build(rare.graph, { ...rare.training, stopAt: null, ...training });
    await session.advance({ steps: 1000 });
    const { weights, train: figures } = session.last();
    await session.dispose();
    return { weights: weights?.['dense1'] ?? [], figures };
  }

  /** Points of the rare class that are found. */
  function foundBy([kernel, bias]: readonly Float32Array[]): number {
    const x = train.x;
    return [...train.samples.y].filter(
      (label, i) =>
        label === 1 &&
        (x[2 * i] ?? 0) * (kernel?.[0] ?? 0) +
          (x[2 * i + 1] ?? 0) * (kernel?.[1] ?? 0) +
          (bias?.[0] ?? 0) >
          0,
    ).length;
  }

  it('finds rows of the rare class, and is measured on the rows as they are', async () => {
    const plain = await weightsOf({});
    expect(foundBy(plain.weights)).toBe(0);
    const { weights, figures } = await weightsOf({ balance: true });
    expect(foundBy(weights)).toBe(3);
    expect(figures).toMatchObject({ rows: 40, accuracy: 0.7 });
  });

  it('comes to the same on TensorFlow.js', async () => {
    const ours = await weightsOf({ balance: true });
    const theirs = await weightsOf({ balance: true }, tfjsCandidates.slice(-1));
    ours.weights.forEach((tensor, t) => {
      tensor.forEach((value, i) => {
        expect(theirs.weights[t]?.[i]).toBeCloseTo(value, 3);
      });
    });
  });

  it('is begun in mid-run too', async () => {
    const session = startSession();
    const training = { ...rare.training, stopAt: null };
    await session.build(rare.graph, training);
    await session.advance({ steps: 500 });
    await session.configure({ ...training, balance: true });
    await session.advance({ steps: 2000 });
    expect(session.last().step).toBe(2500);
    expect(foundBy(session.last().weights?.['dense1'] ?? [])).toBe(3);
    await session.dispose();
  });
});
