import { describe, expect, it, vi } from 'vitest';
import type { Ir } from '../../src/compiler/ir.ts';
import { applyCommands } from '../../src/document/commands.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { missingAsset } from '../../src/engine/data/data.ts';
import type { Executor } from '../../src/engine/executor.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { planLooks, type SeedPlan, type SeedResult } from '../../src/engine/seeds/seed-plan.ts';
import { createSeedTrainer } from '../../src/engine/seeds/trainer.ts';
import { goalOf, judge, type Tally, tally, usualLoss } from '../../src/engine/seeds/verdict.ts';
import { redrawing } from '../../src/state/new-start.ts';
import { settingsOf } from '../../src/state/seeds/settings.ts';
import { catalogue } from '../support/catalogue.ts';
import { chain, sketch } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { readPreset } from '../support/presets.ts';
import { startSession } from '../support/sessions.ts';

/** A trainer on the fused executor, as the page's has for these networks; `last` is what it trained on. */
function startTrainer() {
  let last: Executor | undefined;
  const trainer = createSeedTrainer({
    datasets: catalogue.datasets,
    loadAsset: async (name) => {
      throw missingAsset(name);
    },
    createExecutor: async ({ ir, batch }) => {
      last = await fusedCandidate.create(ir as Ir, batch.rows);
      return last;
    },
  });
  return { ...trainer, weights: () => last?.readWeights() };
}

const seedsTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

async function trained(
  plan: SeedPlan,
  seeds: readonly number[],
): Promise<{ results: SeedResult[]; tally: Tally }> {
  const { prepare, train } = startTrainer();
  const terms = await prepare(plan);
  const results: SeedResult[] = [];
  for (const seed of seeds) results.push(await train(seed, () => {}));
  const goal = goalOf(terms, { share: 1, atMost: usualLoss(terms) });
  const verdicts = results.map((result) => judge(result, terms, goal));
  return { results, tally: tally(results, verdicts) };
}

const planOf = ({ graph, training }: GraphDocument, updates: number): SeedPlan => ({
  ir: lowered(graph, training.batchSize),
  training,
  updates,
});

/** A lesson's network, its exact starting weights drawn from N(0, 1) instead. */
function drawn(lesson: string): GraphDocument {
  const document = readPreset(lesson);
  return applyCommands(document, redrawing(document.graph));
}

/** A document with a setting at a value. */
function withSetting(document: GraphDocument, key: string, value: number | string): GraphDocument {
  const setting = settingsOf(document, catalogue).find((each) => each.key === key);
  if (!setting) throw new Error(`no setting ${key}`);
  return applyCommands(document, setting.commands(value));
}

it('takes no network for a slow one because the machine was busy elsewhere while it was timed', async () => {
  let clock = 0;
  let isPaused = false;
  const now = vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const { prepare } = createSeedTrainer({
    datasets: catalogue.datasets,
    loadAsset: async (name) => {
      throw missingAsset(name);
    },
    createExecutor: async ({ ir, batch }) => {
      const executor = await fusedCandidate.create(ir as Ir, batch.rows);
      return {
        ...executor,
        step: (given) => {
          clock += 0.01;
          // In the first stretch that counts, as the second begins when 12 ms are over.
          if (!isPaused && clock > 12.1) {
            isPaused = true;
            clock += 200;
          }
          return executor.step(given);
        },
      };
    },
  });
  const { updateTime } = await prepare(planOf(drawn('lab-09-2'), 10_001));
  now.mockRestore();
  expect(isPaused).toBe(true);
  expect(updateTime).toBeCloseTo(0.01, 3);
});

describe('XOR from random starts', () => {
  // The figures of the course's own repetition: 68 % of 1,000 starts (2-2-1), 100 % (2-10-10-10-1), 2 % (Glorot).
  it('is solved by two hidden units in 60 to 75 of 100 starts from N(0, 1), the same ones every time', async () => {
    const plan = planOf(drawn('lab-09-2'), 10_001);
    const first = await trained(plan, seedsTo(100));
    expect(first.tally.count).toBe(100);
    expect(first.tally.solved).toBeGreaterThanOrEqual(60);
    expect(first.tally.solved).toBeLessThanOrEqual(75);
    // Stuck with two rows right, at about ln 2 / 2, or with three.
    expect(first.tally.others.map(({ wrong }) => wrong)).toEqual([2, 1]);
    const again = await trained(plan, seedsTo(20));
    expect(again.results).toEqual(first.results.slice(0, 20));
  });

  it('is solved by four hidden units nearly always', async () => {
    const four = withSetting(drawn('lab-09-2'), 'dense1.units', 4);
    const { tally: found } = await trained(planOf(four, 10_001), seedsTo(50));
    expect(found.solved).toBeGreaterThanOrEqual(45);
  });

  it('is solved by 2-10-10-10-1 from N(0, 1), and next to never from Glorot', async () => {
    const deep = drawn('lab-09-3');
    const wide = await trained(planOf(deep, 10_001), seedsTo(10));
    expect(wide.tally.solved).toBe(10);
    const glorot = withSetting(deep, 'starts', 'glorotUniform');
    const narrow = await trained(planOf(glorot, 10_001), seedsTo(20));
    expect(narrow.tally.solved).toBeLessThanOrEqual(2);
  });
});

describe('a seed', () => {
  const branching = sketch(
    {
      data: ['points', { dataset: 'moons', size: 40 }],
      left: ['dense', { units: 4 }],
      right: ['dense', { units: 4 }],
      tanh: ['tanh'],
      join: ['add'],
      drop: ['dropout', { rate: 0.2 }],
      end: ['dense', { units: 1 }],
      squash: ['sigmoid'],
      loss: ['loss'],
    },
    [
      'data>left',
      'data>right',
      'left>tanh',
      'tanh>join',
      'right>join',
      'join>drop',
      'drop>end',
      'end>squash',
      'squash>loss',
    ],
  );

  it('ends where a run with that seed on the page ends: same weights, same batches', async () => {
    const training = trainingOf({ batchSize: 7, shuffle: true, seed: 99 });
    const { prepare, train, weights } = startTrainer();
    await prepare({ ir: lowered(branching, 7), training, updates: 150 });
    await train(3, () => {});
    const result = await train(12, () => {});
    const session = startSession({ candidates: [fusedCandidate] });
    await session.build(branching, { ...training, seed: 12 });
    await session.advance({ steps: 150 });
    const { weights: expected, train: figures, step } = session.last();
    await session.dispose();
    expect(weights()).toEqual(expected);
    expect(result.step).toBe(step);
    expect(result.loss.at(-1)).toBeCloseTo(figures?.loss ?? Number.NaN, 6);
    expect((result.right.at(-1) ?? 0) / 40).toBeCloseTo(figures?.accuracy ?? Number.NaN, 9);
  });

  it('leaves the numbers as they are that are frozen, as the run on the page does', async () => {
    const frozen = {
      left: { kernel: { shape: [2, 4], at: [0, 3] } },
      end: { bias: { shape: [1], at: [0] } },
    };
    const training = trainingOf({ seed: 12, frozen });
    const { prepare, train, weights } = startTrainer();
    await prepare({ ir: lowered(branching), training, updates: 50 });
    await train(12, () => {});
    const session = startSession({ candidates: [fusedCandidate] });
    await session.build(branching, training);
    const begun = session.last().weights;
    await session.advance({ steps: 50 });
    const { weights: expected } = session.last();
    await session.dispose();
    expect(expected?.['left']?.[0]?.[3]).toBe(begun?.['left']?.[0]?.[3]);
    expect(expected?.['left']?.[0]?.[1]).not.toBe(begun?.['left']?.[0]?.[1]);
    expect(weights()).toEqual(expected);
  });

  it('that breaks is said to break, and counts as nothing solved', async () => {
    const line = chain(
      ['points', { dataset: 'line' }],
      ['dense', { units: 1 }],
      ['loss', { type: 'meanSquaredError' }],
    );
    const optimizer = { type: 'sgd', learningRate: 50, momentum: 0 } as const;
    const { results, tally: found } = await trained(
      { ir: lowered(line), training: trainingOf({ optimizer }), updates: 500 },
      [1, 2],
    );
    expect(found).toMatchObject({ count: 2, solved: 0, broke: 2 });
    for (const { step } of results) expect(step).toBeLessThan(500);
  });
});

describe('what counts as solved', () => {
  const terms = {
    looks: Uint32Array.from([0, 1, 2, 3, 5]),
    rows: 4,
    sampled: false,
    classes: true,
    idle: undefined,
    executor: 'fused',
    updateTime: 1,
  };
  const result = (right: number[], more: Partial<SeedResult> = {}): SeedResult => ({
    seed: 1,
    step: 5,
    broke: false,
    loss: Float32Array.from([4, 3, 2, 1, 0.5]),
    right: Uint32Array.from(right),
    portrait: undefined,
    ...more,
  });
  const rows = goalOf(terms, { share: 1, atMost: 0 });

  it('is every row right at the end, since the look from which that never changed', () => {
    expect(judge(result([2, 4, 3, 4, 4]), terms, rows)).toMatchObject({ solved: true, since: 3 });
    expect(judge(result([4, 4, 4, 4, 3]), terms, rows)).toMatchObject({ solved: false, wrong: 1 });
    expect(judge(result([4, 4], { broke: true }), terms, rows).solved).toBe(false);
  });

  it('is a share of the rows, where less will do', () => {
    const most = goalOf(terms, { share: 0.7, atMost: 0 });
    expect(judge(result([0, 1, 3, 4, 3]), terms, most)).toMatchObject({
      solved: true,
      since: 2,
      wrong: 1,
    });
    expect(judge(result([0, 4, 4, 4, 2]), terms, most)).toMatchObject({ solved: false });
  });

  it('is a loss that the person sets where labels are numbers', () => {
    const numbers = { ...terms, classes: false, idle: 8 };
    expect(usualLoss(numbers)).toBe(0.08);
    const start = result([]);
    expect(judge(start, numbers, goalOf(numbers, { share: 1, atMost: 1 }))).toMatchObject({
      solved: true,
      since: 3,
    });
    expect(judge(start, numbers, goalOf(numbers, { share: 1, atMost: 0.4 }))).toMatchObject({
      solved: false,
    });
  });

  it('is looked at after each of the first updates and at the last', () => {
    expect([...planLooks(8, 1)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const looks = planLooks(10_001, 1);
    expect(looks.at(-1)).toBe(10_001);
    expect(looks.length).toBeLessThan(700);
    // Where a look costs fifty updates it comes as much more seldom.
    expect(planLooks(10_001, 50).length).toBeLessThan(60);
  });
});

it('finds settings to vary in any network, and gives them their values', () => {
  const document = drawn('lab-09-2');
  const keys = settingsOf(document, catalogue).map(({ key }) => key);
  expect(keys).toEqual(
    expect.arrayContaining([
      'learningRate',
      'optimizer',
      'starts',
      'dense1.units',
      'dense1.kernelInitialiser',
    ]),
  );
  expect(withSetting(document, 'learningRate', 0.5).training.optimizer.learningRate).toBe(0.5);
  expect(withSetting(document, 'optimizer', 'adam').training.optimizer.type).toBe('adam');
  const { nodes } = withSetting(document, 'starts', 'glorotUniform').graph;
  expect(nodes['dense1']?.params).toMatchObject({
    kernelInitialiser: { type: 'glorotUniform' },
    biasInitialiser: { type: 'zeros' },
  });
});
