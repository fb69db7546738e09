import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/compiler/ir.ts';
import { fullDatasets } from '../../src/datasets/all.ts';
import { noOptions } from '../../src/datasets/define-dataset.ts';
import type { Graph } from '../../src/document/schema.ts';
import { optimizerTypes } from '../../src/document/training-schema.ts';
import { splitSamples } from '../../src/engine/data/data.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { chain, xorNetwork } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';
import { trained, weightsOf } from '../support/trained.ts';

const noisy = (): Graph =>
  chain(
    ['points', { dataset: 'moons', size: 50 }],
    ['dense', { units: 6 }],
    ['tanh'],
    ['dropout', { rate: 0.3 }],
    ['dense', { units: 1 }],
    ['sigmoid'],
    ['loss'],
  );

describe('determinism', () => {
  it('gives the same numbers for the same seed, dropout and shuffling included', async () => {
    const settings = { batchSize: 8, shuffle: true, seed: 5 } as const;
    const [one, two] = [await trained(noisy(), 40, settings), await trained(noisy(), 40, settings)];
    expect(weightsOf(one)).toBe(weightsOf(two));
    expect(one.train).toEqual(two.train);
    const other = await trained(noisy(), 40, { ...settings, seed: 6 });
    expect(weightsOf(other)).not.toBe(weightsOf(one));
  });

  it('resets to the same initial weights, and a new seed to others', async () => {
    const session = startSession();
    await session.build(noisy(), trainingOf({ seed: 3, batchSize: 10 }));
    const first = session.last();
    await session.advance({ steps: 20 });
    const run = session.last();
    expect(weightsOf(run)).not.toBe(weightsOf(first));
    await session.reset();
    expect(session.last()).toMatchObject({ step: 0, epoch: 0, status: 'paused' });
    expect(weightsOf(session.last())).toBe(weightsOf(first));
    await session.advance({ steps: 20 });
    expect(weightsOf(session.last())).toBe(weightsOf(run));
    await session.configure(trainingOf({ seed: 4, batchSize: 10 }));
    expect(session.last().step).toBe(0);
    expect(weightsOf(session.last())).not.toBe(weightsOf(first));
    await session.dispose();
  });
});

describe('running', () => {
  it('steps, runs epochs, and stops where the document says', async () => {
    const session = startSession();
    await session.build(noisy(), trainingOf({ batchSize: 8, stopAt: 30 }));
    await session.advance({ steps: 1 });
    expect(session.last()).toMatchObject({ step: 1, epoch: 0 });
    await session.advance({ epochs: 1 });
    expect(session.last()).toMatchObject({ step: 7, epoch: 1 });
    await session.run();
    expect(session.last()).toMatchObject({ step: 30, status: 'paused' });
    await session.dispose();
  });

  it('pauses between two updates and says so in its last frame', async () => {
    const session = startSession();
    await session.build(xorNetwork(), trainingOf());
    const run = session.run();
    await expect.poll(() => session.last().step).toBeGreaterThan(20);
    await session.pause();
    const paused = session.last();
    expect(paused.status).toBe('paused');
    await run;
    expect(session.last().step).toBe(paused.step);
    await session.dispose();
  });

  it('goes on after settings or the graph change in mid-run', async () => {
    const session = startSession();
    await session.build(xorNetwork(), trainingOf());
    const run = session.run();
    await expect.poll(() => session.last().step).toBeGreaterThan(10);
    await session.configure(
      trainingOf({ optimizer: { type: 'adam', learningRate: 0.05, momentum: 0 } }),
    );
    const changed = session.last().step;
    await expect.poll(() => session.last().step).toBeGreaterThan(changed + 10);
    await session.build({ ...xorNetwork() }, trainingOf());
    const rebuilt = session.last();
    expect(rebuilt.step).toBeGreaterThanOrEqual(changed);
    await expect.poll(() => session.last().step).toBeGreaterThan(rebuilt.step + 10);
    await session.pause();
    await run;
    await session.dispose();
  });

  it('sends frames only as fast as they are taken up', async () => {
    let waiting = 0;
    let most = 0;
    const session = startSession({
      deliver: async () => {
        waiting += 1;
        most = Math.max(most, waiting);
        await new Promise((resolve) => setImmediate(resolve));
        waiting -= 1;
      },
    });
    await session.build(xorNetwork(), trainingOf());
    await session.advance({ steps: 300 });
    expect(most).toBe(1);
    await session.dispose();
  });

  it.each(optimizerTypes)('learns with %s', async (type) => {
    const learningRate = { adadelta: 20, adagrad: 0.3, sgd: 0.5 }[type as string] ?? 0.02;
    const optimizer = { type, learningRate, momentum: 0.9 };
    const graph = chain(
      ['points', { dataset: 'gaussians', size: 40 }],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss'],
    );
    const { train } = await trained(graph, 150, { optimizer });
    expect(train?.accuracy).toBe(1);
    expect(train?.loss).toBeLessThan(0.35);
  });

  it('fits a line', async () => {
    const graph = chain(
      ['points', { dataset: 'line', size: 40, noise: 0 }],
      ['dense', { units: 1 }],
      ['loss', { type: 'meanSquaredError' }],
    );
    const { train, weights } = await trained(graph, 400);
    expect(train?.accuracy).toBeUndefined();
    expect(train?.meanAbsoluteError).toBeLessThan(1e-3);
    expect(weights?.['n1']?.[0]?.[0]).toBeCloseTo(2, 2);
    expect(weights?.['n1']?.[1]?.[0]).toBeCloseTo(1, 2);
  });

  it('learns drawn shapes with a convolution, which runs on wasm', async () => {
    const graph = chain(
      ['images', { size: 60 }],
      ['conv2d', { filters: 4 }],
      ['relu'],
      ['maxPool'],
      ['flatten'],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    );
    const optimizer = { type: 'adam', learningRate: 0.02, momentum: 0 } as const;
    const frame = await trained(graph, 40, { optimizer });
    expect(frame.choice.name).toBe('wasm');
    expect(frame.train?.accuracy).toBeGreaterThan(0.9);
  });
});

describe('weights', () => {
  const wider = (): Graph => {
    const graph = xorNetwork();
    graph.nodes['n1'] = { kind: 'dense', params: { units: 2, l2: 0.001 } };
    return graph;
  };

  it('are kept where shapes stay, when the graph is rebuilt', async () => {
    const session = startSession();
    await session.build(xorNetwork(), trainingOf());
    await session.advance({ steps: 30 });
    const before = session.last();
    await session.build(wider(), trainingOf());
    expect(session.last().step).toBe(30);
    expect(weightsOf(session.last())).toBe(weightsOf(before));
    await session.dispose();
  });

  it('start anew only in layers whose shape changed', async () => {
    const graph = chain(
      ['points'],
      ['dense', { units: 2 }],
      ['tanh'],
      ['dense', { units: 3 }],
      ['tanh'],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss'],
    );
    const session = startSession();
    await session.build(graph, trainingOf());
    await session.advance({ steps: 30 });
    const before = session.last().weights;
    const nodes = { ...graph.nodes, n3: { kind: 'dense', params: { units: 5 } } };
    await session.build({ ...graph, nodes }, trainingOf());
    const after = session.last().weights;
    expect(after?.['n1']).toEqual(before?.['n1']);
    expect(after?.['n3']?.[0]?.length).toBe(10);
    expect(after?.['n5']?.[0]?.length).toBe(5);
    await session.dispose();
  });

  it('start from the seed when another document is opened', async () => {
    const session = startSession();
    await session.build(xorNetwork(), trainingOf({ seed: 8 }));
    const first = weightsOf(session.last());
    await session.advance({ steps: 10 });
    await session.build(xorNetwork(), trainingOf({ seed: 8 }), { fresh: true });
    expect(session.last().step).toBe(0);
    expect(weightsOf(session.last())).toBe(first);
    await session.dispose();
  });

  it('go on from a checkpoint, as after a worker that died', async () => {
    const first = startSession();
    await first.build(xorNetwork(), trainingOf());
    await first.advance({ steps: 50 });
    const { weights, step, epoch } = first.last();
    await first.advance({ steps: 25 });
    const second = startSession();
    await second.build(xorNetwork(), trainingOf(), {
      resume: { ir: lowered(xorNetwork()), weights: weights ?? {}, step, epoch },
    });
    expect(second.last()).toMatchObject({ step: 50, epoch: 50 });
    await second.advance({ steps: 25 });
    expect(weightsOf(second.last())).toBe(weightsOf(first.last()));
    await first.dispose();
    await second.dispose();
  });
});

describe('memory', () => {
  it('is flat over training, rebuilding and changing optimisers', async () => {
    const session = startSession({ candidates: tfjsCandidates });
    await session.build(noisy(), trainingOf({ batchSize: 7 }));
    await session.watch({ 'decision-boundary': { size: 20, domain: { x: [0, 1], y: [0, 1] } } });
    const round = async (): Promise<number> => {
      for (const type of optimizerTypes) {
        const optimizer = { type, learningRate: 0.01, momentum: 0.5 };
        await session.configure(trainingOf({ batchSize: 7, optimizer }));
        await session.advance({ steps: 30 });
      }
      await session.build(noisy(), trainingOf({ batchSize: 7 }));
      await session.reset();
      await session.advance({ steps: 1 });
      return session.last().memory.tensors;
    };
    const first = await round();
    await round();
    expect(await round()).toBe(first);
    await session.dispose();
  });

  it('of trained weights outlives a build that fails', async () => {
    let refuse = false;
    const candidates = tfjsCandidates.map((candidate) => ({
      ...candidate,
      create: (ir: Network, rows: number) =>
        refuse ? Promise.reject(new Error('out of memory')) : candidate.create(ir, rows),
    }));
    const session = startSession({ candidates });
    await session.build(xorNetwork(), trainingOf());
    await session.advance({ steps: 20 });
    const before = session.last();
    refuse = true;
    await expect(session.build(xorNetwork(), trainingOf())).rejects.toThrow('out of memory');
    refuse = false;
    await session.build(xorNetwork(), trainingOf());
    expect(session.last().step).toBe(20);
    expect(weightsOf(session.last())).toBe(weightsOf(before));
    await session.dispose();
  });
});

describe('what is asked in quick succession', () => {
  it('counts from where the earlier request leaves off', async () => {
    const session = startSession();
    await session.build(xorNetwork(), trainingOf());
    await session.advance({ steps: 400 });
    const [, , stepped] = [session.reset(), undefined, session.advance({ steps: 1 })];
    await stepped;
    expect(session.last().step).toBe(1);
    void session.build(xorNetwork(), trainingOf({ stopAt: 30 }), { fresh: true });
    await session.run();
    expect(session.last().step).toBe(30);
    await session.dispose();
  });

  it.each([
    ['fused', [fusedCandidate]],
    ['tfjs', tfjsCandidates.filter(({ name }) => name === 'cpu')],
  ])('counts every step that is asked for, whatever is under way: %s', async (_, candidates) => {
    const shown: (() => void)[] = [];
    const session = startSession({
      candidates,
      // A page that is busy takes its frames late.
      deliver: () => new Promise((resolve) => void shown.push(resolve)),
    });
    const taken = setInterval(() => {
      for (const resolve of shown.splice(0)) resolve();
    });
    await session.build(noisy(), trainingOf({ batchSize: 8 }));
    const presses: Promise<void>[] = [];
    for (let i = 0; i < 12; i++) {
      presses.push(session.advance({ steps: 1 }));
      if (i % 3 === 0) presses.push(session.watch({}));
      if (i % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(presses);
    expect(session.last()).toMatchObject({ step: 12, epoch: 1, status: 'paused' });
    await Promise.all([session.advance({ epochs: 1 }), session.advance({ epochs: 1 })]);
    expect(session.last()).toMatchObject({ epoch: 3, status: 'paused' });
    // What is called off does not come back.
    const far = session.advance({ steps: 1_000_000 });
    await session.pause();
    const { step } = session.last();
    await session.advance({ steps: 1 });
    await far;
    expect(session.last().step).toBe(step + 1);
    clearInterval(taken);
    await session.dispose();
  });

  it('trains on past the update at which a lesson stops, and heeds a new one', async () => {
    const session = startSession();
    await session.build(xorNetwork(), trainingOf({ stopAt: 10 }));
    await session.run();
    expect(session.last().step).toBe(10);
    const run = session.run();
    await expect.poll(() => session.last().step).toBeGreaterThan(100);
    await session.pause();
    await run;
    const { step } = session.last();
    await session.configure(trainingOf({ stopAt: step + 50 }));
    await session.run();
    expect(session.last().step).toBe(step + 50);
    await session.dispose();
  });
});

describe('the test set', () => {
  it('is the same whatever the training seed, shares no row with the rest, and leaves one to train', () => {
    const samples = fullDatasets.get('moons')?.samples({ ...noOptions, size: 40, seed: 1 });
    if (!samples) throw new Error('no moons');
    const { train, test } = splitSamples(samples, 0.25);
    expect(train.rows).toBe(30);
    expect(test?.rows).toBe(10);
    const keys = (part: typeof samples | undefined) =>
      Array.from({ length: part?.rows ?? 0 }, (_, i) => `${part?.x[2 * i]} ${part?.x[2 * i + 1]}`);
    expect(new Set([...keys(train), ...keys(test)]).size).toBe(40);
    expect(splitSamples(samples, 0).test).toBeUndefined();
    const xor = fullDatasets.get('xor')?.samples(noOptions);
    expect(xor && splitSamples(xor, 0.9).train.rows).toBe(1);
  });
});
