import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/compiler/ir.ts';
import type { Graph } from '../../src/document/schema.ts';
import type { Executor } from '../../src/engine/executor.ts';
import { chain, xorNetwork } from '../support/graphs.ts';
import { trainingOf } from '../support/lowered.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';
import { trained, weightsOf } from '../support/trained.ts';

describe('numbers that are none', () => {
  it('stop the run, keep the last good weights, and say where', async () => {
    const graph = chain(
      ['points', { dataset: 'line', size: 20 }],
      ['dense', { units: 4 }],
      ['dense', { units: 1 }],
      ['loss', { type: 'meanSquaredError' }],
    );
    const optimizer = { type: 'sgd', learningRate: 50, momentum: 0 } as const;
    const frame = await trained(graph, 500, { optimizer });
    expect(frame.status).toBe('diverged');
    expect(frame.failure).toMatchObject({ type: 'non-finite' });
    if (frame.failure?.type !== 'non-finite') throw new Error('no failure');
    expect(frame.failure.step).toBeGreaterThan(0);
    expect(frame.step).toBe(frame.failure.step - frame.failure.stepsBack);
    expect(['n1', 'n2', 'n3']).toContain(frame.failure.node);
    const values = Object.values(frame.weights ?? {}).flatMap((tensors) =>
      tensors.flatMap((t) => [...t]),
    );
    expect(values.length).toBe(13);
    expect(values.every(Number.isFinite)).toBe(true);
    expect(Number.isFinite(frame.train?.loss)).toBe(true);
  });

  it('are noticed where wasm hides them: behind its clip', async () => {
    const wild = { type: 'normal', mean: 0, deviation: 100 };
    const layers = Array.from(
      { length: 14 },
      () => ['dense', { units: 16, kernelInitialiser: wild }] as const,
    );
    const graph = chain(['points'], ...layers, ['dense', { units: 1 }], ['sigmoid'], ['loss']);
    const session = startSession({ candidates: tfjsCandidates });
    await session.build(graph, trainingOf());
    await session.advance({ steps: 50 });
    const frame = session.last();
    await session.dispose();
    expect(frame.choice.name).toBe('wasm');
    expect(frame.status).toBe('diverged');
    const values = Object.values(frame.weights ?? {}).flatMap((tensors) =>
      tensors.flatMap((t) => [...t]),
    );
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it('take the epoch back together with the step', async () => {
    const graph = chain(
      ['points', { dataset: 'line', size: 20 }],
      ['dense', { units: 1 }],
      ['loss', { type: 'meanSquaredError' }],
    );
    const frame = await trained(graph, 5000, {
      optimizer: { type: 'sgd', learningRate: 90, momentum: 0 },
    });
    expect(frame.status).toBe('diverged');
    expect(frame.epoch).toBe(frame.step);
  });

  it('come from the naive loss as in the lecture, and not from the clipped one', async () => {
    const sure = (stability: string): Graph =>
      chain(
        ['points'],
        ['dense', { units: 1, kernelInitialiser: { type: 'constant', value: 400 } }],
        ['sigmoid'],
        ['loss', { stability }],
      );
    const naive = await trained(sure('naive'), 3);
    expect(naive).toMatchObject({
      status: 'diverged',
      step: 0,
      failure: { node: 'n3', where: 'loss' },
    });
    const clipped = await trained(sure('clipped'), 3);
    expect(clipped).toMatchObject({ status: 'paused', step: 3 });
  });

  it('keeps a rule’s memory when only what it does not read changes', async () => {
    const adam = { type: 'adam', learningRate: 0.05, momentum: 0.9 } as const;
    const run = async (momentum: number) => {
      const session = startSession();
      await session.build(xorNetwork(), trainingOf({ optimizer: adam }));
      await session.advance({ steps: 20 });
      await session.configure(trainingOf({ optimizer: { ...adam, momentum } }));
      await session.advance({ steps: 20 });
      await session.dispose();
      return weightsOf(session.last());
    };
    expect(await run(0.1)).toBe(await run(0.9));
  });

  it('can be trained on after the cause is mended', async () => {
    const session = startSession();
    const graph = chain(
      ['points', { dataset: 'line', size: 20 }],
      ['dense', { units: 1 }],
      ['loss', { type: 'meanSquaredError' }],
    );
    await session.build(
      graph,
      trainingOf({ optimizer: { type: 'sgd', learningRate: 90, momentum: 0 } }),
    );
    await session.run();
    expect(session.last().status).toBe('diverged');
    const { step } = session.last();
    await session.configure(
      trainingOf({ optimizer: { type: 'sgd', learningRate: 0.01, momentum: 0 } }),
    );
    await session.advance({ steps: 5 });
    expect(session.last()).toMatchObject({ status: 'paused', step: step + 5, failure: undefined });
    await session.dispose();
  });
});

describe('a machine that fails while it is looked at', () => {
  it('is a failure of the run, and the session works again afterwards', async () => {
    let fails = false;
    const candidates = tfjsCandidates.map((candidate) => ({
      ...candidate,
      create: async (ir: Network, rows: number): Promise<Executor> => {
        const executor = await candidate.create(ir, rows);
        const lost = () => Promise.reject(new Error('lost device'));
        return { ...executor, forward: (x, n) => (fails ? lost() : executor.forward(x, n)) };
      },
    }));
    const session = startSession({ candidates });
    await session.build(xorNetwork(), trainingOf());
    fails = true;
    await session.advance({ steps: 5 });
    expect(session.last()).toMatchObject({ status: 'failed', failure: { detail: 'lost device' } });
    fails = false;
    await session.reset();
    await session.advance({ steps: 5 });
    expect(session.last()).toMatchObject({ step: 5, status: 'paused', failure: undefined });
    await session.dispose();
  });
});

describe('a picture that cannot be drawn', () => {
  it('is left out; what runs the network stays, and the other pictures come', async () => {
    const session = startSession({
      probes: [
        { id: 'broken', compute: () => Promise.reject(new Error('out of ink')) },
        { id: 'fine', compute: async () => 7 },
      ],
    });
    await session.build(xorNetwork(), trainingOf());
    await session.watch({ broken: {}, fine: {} });
    await session.advance({ steps: 5 });
    const { pictures, choice, status } = session.last();
    expect({ pictures, status }).toEqual({ pictures: { fine: 7 }, status: 'paused' });
    expect(choice.name).toBe('fused');
    await session.dispose();
  });
});
