import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/document/schema.ts';
import { optimizerTypes, type Training } from '../../src/document/training-schema.ts';
import type { Frame } from '../../src/engine/frame.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import type { BoundaryPicture } from '../../src/visualisations/decision-boundary/probe.ts';
import { chain, xorNetwork } from '../support/graphs.ts';
import { trainingOf } from '../support/lowered.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';

const cpu = tfjsCandidates.filter(({ name }) => name === 'cpu');
const executors = { fused: [fusedCandidate], tfjs: cpu };
const rate = { learningRate: 0.05, momentum: 0.9 };
const mini = { batchSize: 8, shuffle: true, seed: 5 } as const;

const moons = (): Graph =>
  chain(
    ['points', { dataset: 'moons', size: 50 }],
    ['dense', { units: 4 }],
    ['batchNormalisation'],
    ['tanh'],
    ['dropout', { rate: 0.2 }],
    ['dense', { units: 1 }],
    ['sigmoid'],
    ['loss'],
  );

/** The same, without what draws while it trains. */
const plain = (): Graph =>
  chain(
    ['points', { dataset: 'moons', size: 50 }],
    ['dense', { units: 4 }],
    ['tanh'],
    ['dense', { units: 1 }],
    ['sigmoid'],
    ['loss'],
  );

async function started(graph: Graph, training: Training, candidates = [fusedCandidate]) {
  const session = startSession({ candidates });
  await session.build(graph, training);
  return session;
}

const weightsOf = ({ weights }: Frame) => JSON.stringify(weights);

describe('going back in time', () => {
  it('shows weights, figures, steps and pictures of that moment, and loses nothing of the run', async () => {
    const session = await started(xorNetwork(), trainingOf());
    await session.watch({ 'decision-boundary': { size: 15, domain: { x: [-1, 1], y: [-1, 1] } } });
    await session.advance({ steps: 20 });
    const then = session.last();
    await session.advance({ steps: 80 });
    const end = session.last();
    await session.scrub(20);
    const back = session.last();
    expect(back.recording).toMatchObject({ first: 0, end: 100, at: 20 });
    expect([back.step, back.epoch]).toEqual([20, then.epoch]);
    expect(weightsOf(back)).toBe(weightsOf(then));
    expect(back.train).toEqual(then.train);
    expect(back.pictures).toEqual(then.pictures);
    const values = (frame: Frame) =>
      frame.pictures['decision-boundary'] as BoundaryPicture | undefined;
    expect(values(back)).toBeDefined();
    expect(back.history).toEqual(end.history);
    expect(back.start).toBe(end.start);
    await session.scrub(undefined);
    const { stepsPerSecond: _, ...same } = session.last();
    expect(end).toMatchObject(same);
    expect(session.last().recording?.at).toBeUndefined();
    await session.dispose();
  });

  it('goes to the nearest moment, and to the end where that is nearer', async () => {
    const session = await started(xorNetwork(), trainingOf());
    await session.advance({ steps: 1003 });
    await session.scrub(985);
    expect(session.last()).toMatchObject({ step: 980, recording: { at: 980 } });
    await session.scrub(1002);
    expect(session.last()).toMatchObject({ step: 1003, recording: { at: undefined } });
    await session.scrub(-10);
    expect(session.last()).toMatchObject({ step: 0, recording: { at: 0 } });
    await session.dispose();
  });

  it('pauses a run that is under way', async () => {
    const session = await started(xorNetwork(), trainingOf());
    const run = session.run();
    await expect.poll(() => session.last().step).toBeGreaterThan(50);
    await session.scrub(10);
    await run;
    expect(session.last()).toMatchObject({ step: 10, status: 'paused' });
    await session.dispose();
  });

  it.each([
    ['sgd', 'fused'],
    ['momentum', 'fused'],
    ['adam', 'fused'],
    ['sgd', 'tfjs'],
    ['momentum', 'tfjs'],
    ['adam', 'tfjs'],
  ] as const)('changes nothing: %s on %s goes on as if nobody had looked', async (type, runs) => {
    const training = trainingOf({ ...mini, optimizer: { type, ...rate } });
    const straight = await started(moons(), training, executors[runs]);
    await straight.advance({ steps: 60 });
    const looked = await started(moons(), training, executors[runs]);
    await looked.advance({ steps: 30 });
    const end = looked.last();
    for (const step of [12, 0, 25, undefined]) await looked.scrub(step);
    expect(weightsOf(looked.last())).toBe(weightsOf(end));
    await looked.advance({ steps: 30 });
    expect(weightsOf(looked.last())).toBe(weightsOf(straight.last()));
    expect(looked.last().train).toEqual(straight.last().train);
    await straight.dispose();
    await looked.dispose();
  });

  it('keeps tensors from piling up', async () => {
    const session = await started(moons(), trainingOf(mini), cpu);
    await session.advance({ steps: 20 });
    await session.scrub(3);
    await session.scrub(undefined);
    const before = session.last().memory.tensors;
    for (let i = 0; i < 5; i++) {
      await session.scrub(i);
      await session.scrub(undefined);
    }
    expect(session.last().memory.tensors).toBe(before);
    await session.dispose();
  });
});

describe('branching', () => {
  const everyRule = optimizerTypes.flatMap((type) =>
    (['fused', 'tfjs'] as const).map((runs) => [type, runs] as const),
  );

  it.each(everyRule)(
    'equals the straight run of the same weights and order, to the last bit: %s on %s',
    async (type, runs) => {
      const training = trainingOf({ ...mini, optimizer: { type, ...rate } });
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 24 }),
          fc.integer({ min: 1, max: 12 }),
          async (at, beyond) => {
            // With batch normalisation and draws, whose state belongs to a moment, too.
            const session = await started(moons(), training, executors[runs]);
            await session.advance({ steps: at + beyond });
            const end = session.last();
            await session.scrub(at);
            await session.advance({ steps: beyond });
            const branch = session.last();
            expect(branch).toMatchObject({ step: end.step, branchedAt: at, epoch: end.epoch });
            expect(branch.start).not.toBe(end.start);
            expect(weightsOf(branch)).toBe(weightsOf(end));
            await session.dispose();
          },
        ),
        { numRuns: 4, seed: 7 },
      );
    },
  );

  it.each(['fused', 'tfjs'] as const)(
    'begins without a past where another rule is chosen at the branch: %s',
    async (runs) => {
      const by = (type: 'adam' | 'rmsprop') => trainingOf({ optimizer: { type, ...rate } });
      const session = await started(plain(), by('adam'), executors[runs]);
      await session.advance({ steps: 30 });
      await session.scrub(14);
      const { weights = {} } = session.last();
      await session.configure(by('rmsprop'));
      await session.advance({ steps: 14 });
      const straight = await started(plain(), by('rmsprop'), executors[runs]);
      await straight.place({ weights, step: 14, epoch: 14 });
      await straight.advance({ steps: 14 });
      expect(weightsOf(session.last())).toBe(weightsOf(straight.last()));
      await session.dispose();
      await straight.dispose();
    },
  );

  it('takes changed settings along: the rate, and another size of batches', async () => {
    const session = await started(plain(), trainingOf(mini));
    await session.advance({ steps: 40 });
    await session.scrub(10);
    const { weights = {} } = session.last();
    const changed = trainingOf({
      ...mini,
      batchSize: 10,
      optimizer: { type: 'sgd', learningRate: 1, momentum: 0 },
    });
    await session.configure(changed);
    expect(session.last()).toMatchObject({ step: 10, recording: { at: 10, end: 40 } });
    await session.advance({ steps: 15 });
    const straight = await started(plain(), changed);
    await straight.place({ weights, step: 10, epoch: 1 });
    await straight.advance({ steps: 15 });
    expect(weightsOf(session.last())).toBe(weightsOf(straight.last()));
    expect(session.last().recording).toMatchObject({ first: 0, end: 25 });
    await session.dispose();
    await straight.dispose();
  });

  it.each(Object.entries(executors))(
    'tells on %s where what a rule remembers was too much to keep',
    async (_, candidates) => {
      // Ten moments of XOR fit with their weights alone; Adam remembers more than a sixteenth of the memory.
      const adam = trainingOf({ optimizer: { type: 'adam', ...rate } });
      const forgets = async (recordingBytes: number, at: number) => {
        const session = startSession({ candidates, recordingBytes });
        await session.build(xorNetwork(), adam);
        await session.advance({ steps: 5 });
        await session.scrub(at);
        const { recording } = session.last();
        await session.dispose();
        return recording && [recording.at, recording.forgets];
      };
      expect(await forgets(10 * 740, 3)).toEqual([3, true]);
      expect(await forgets(10 * 740, 0)).toEqual([0, false]);
      expect(await forgets(100 * 740, 3)).toEqual([3, false]);
      expect(await forgets(7 * 740, 3)).toBeUndefined();
    },
  );

  it('keeps the curve and the recording up to the branch, and nothing beyond', async () => {
    const session = await started(xorNetwork(), trainingOf());
    await session.advance({ steps: 90 });
    await session.scrub(30);
    await session.advance({ steps: 5 });
    const { history, recording } = session.last();
    expect(history.train.steps.at(-1)).toBe(35);
    expect([...(recording?.steps ?? [])]).toEqual(Array.from({ length: 36 }, (_, i) => i));
    await session.dispose();
  });

  it('edits the network as it was at that moment', async () => {
    const session = await started(plain(), trainingOf());
    await session.advance({ steps: 40 });
    await session.scrub(10);
    const then = session.last();
    const deeper = chain(
      ['points', { dataset: 'moons', size: 50 }],
      ['dense', { units: 4 }],
      ['sigmoid'],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss'],
    );
    await session.build(deeper, trainingOf());
    expect(session.last().step).toBe(10);
    const [first] = Object.values(then.weights ?? {});
    expect(Object.values(session.last().weights ?? {})[0]).toEqual(first);
    await session.dispose();
  });
});
