import { describe, expect, it } from 'vitest';
import type { Ir, Network } from '../../src/compiler/ir.ts';
import type { Candidate, Choice } from '../../src/engine/choice/candidate.ts';
import { createChooser } from '../../src/engine/choice/chooser.ts';
import { type Task, taskKey } from '../../src/engine/choice/task.ts';
import { loadData } from '../../src/engine/data/data.ts';
import type { Executor } from '../../src/engine/executor.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { createTfjsCandidates } from '../../src/engine/tfjs/candidates.ts';
import { layerCatalogue } from '../../src/layers/index.ts';
import { catalogue } from '../support/catalogue.ts';
import { chain, xorNetwork } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';
import { tf } from '../support/tf.ts';

function taskOf(ir: Ir): Task {
  const { train } = loadData(ir, 0, catalogue.datasets);
  return { ir, weights: initialWeights(ir, 1), batch: train, optimizer: trainingOf().optimizer };
}

const xor = (): Task => taskOf(lowered(xorNetwork()));
const named = (name: string): Candidate => {
  const found = tfjsCandidates.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

/** A candidate whose executors are tampered with. */
const tampered = (
  candidate: Candidate,
  change: (executor: Executor) => Partial<Executor>,
): Candidate => ({
  ...candidate,
  create: async (ir, rows) => {
    const executor = await candidate.create(ir, rows);
    return { ...executor, ...change(executor) };
  },
});

const outcomes = ({ trials }: Choice): Record<string, string> =>
  Object.fromEntries(trials.map(({ name, outcome }) => [name, outcome]));

describe('the choice of an executor', () => {
  it('is the fastest, with the runner-up and what became of the others', async () => {
    const chooser = createChooser([fusedCandidate, ...tfjsCandidates]);
    const { choice, executor } = await chooser.choose(xor());
    executor.dispose();
    expect(choice).toMatchObject({ name: 'fused', forced: false });
    expect(choice.trials.map(({ name }) => name).slice(0, 2)).toEqual(['fused', 'wasm']);
    expect(outcomes(choice)).toMatchObject({ fused: 'timed', wasm: 'timed', webgl: 'missing' });
    const [first, second] = choice.trials;
    if (first?.outcome !== 'timed' || second?.outcome !== 'timed') throw new Error('not timed');
    expect(first.stepsPerSecond).toBeGreaterThan(20 * second.stepsPerSecond);
  });

  it('passes over what cannot run a layer', async () => {
    const graph = chain(
      ['images', { size: 9 }],
      ['conv2d', { filters: 2 }],
      ['flatten'],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    );
    const chooser = createChooser([fusedCandidate, ...tfjsCandidates]);
    const { choice, executor } = await chooser.choose(taskOf(lowered(graph)));
    executor.dispose();
    expect(choice.name).toBe('wasm');
    expect(outcomes(choice)['fused']).toBe('unable');
  });

  it('strikes off one whose numbers are wrong, and says how wrong', async () => {
    const wrong = tampered(named('wasm'), (executor) => ({
      forward: async (x, rows) => (await executor.forward(x, rows)).map((value) => value * 1.5),
    }));
    const { choice, executor } = await createChooser([wrong, named('cpu')]).choose(xor());
    executor.dispose();
    expect(choice.name).toBe('cpu');
    const trial = choice.trials.find(({ name }) => name === 'wasm');
    if (trial?.outcome !== 'wrong') throw new Error('not found out');
    expect(trial.off).toBeGreaterThan(0.1);
  });

  it('strikes off one that dies when it is tried, and says why', async () => {
    const dying = tampered(named('wasm'), () => ({
      step: () => Promise.reject(new Error('context lost')),
    }));
    const { choice, executor } = await createChooser([dying, named('cpu')]).choose(xor());
    executor.dispose();
    expect(choice.trials).toContainEqual({ name: 'wasm', outcome: 'died', detail: 'context lost' });
    expect(choice.name).toBe('cpu');
  });

  it('heeds what the person wants', async () => {
    const chooser = createChooser([fusedCandidate, ...tfjsCandidates]);
    const { choice, executor } = await chooser.choose(xor(), { name: 'cpu' });
    executor.dispose();
    expect(choice).toMatchObject({ name: 'cpu', forced: true });
    expect(executor.name).toBe('cpu');
  });

  it('is remembered for a network, and made anew for another', async () => {
    const kept = new Map<string, Choice>();
    let trials = 0;
    const counted = { ...fusedCandidate, absence: async () => void trials++ };
    const memory = {
      recall: async (key: string) => kept.get(key),
      keep: async (key: string, choice: Choice) => void kept.set(key, choice),
    };
    const chooserOf = () => createChooser([counted as Candidate, ...tfjsCandidates], memory);
    (await chooserOf().choose(xor())).executor.dispose();
    const once = trials;
    expect(kept.size).toBe(1);
    const again = await chooserOf().choose(xor());
    again.executor.dispose();
    // Asked once more when it is started, but not tried again.
    expect(trials - once).toBeLessThan(once);
    expect(again.choice).toEqual([...kept.values()][0]);
    const wider = chain(['points'], ['dense', { units: 1 }], ['sigmoid'], ['loss']);
    (await chooserOf().choose(taskOf(lowered(wider)))).executor.dispose();
    expect(kept.size).toBe(2);
  });
});

describe('a choice that meets trouble', () => {
  const memoryOf = (kept: Map<string, Choice>) => ({
    recall: async (key: string) => kept.get(key),
    keep: async (key: string, choice: Choice) => void kept.set(key, choice),
  });

  it('does without a graphics card whose code does not load', async () => {
    const offline = createTfjsCandidates(tf, layerCatalogue, {
      absence: async (backend) =>
        backend === 'webgpu' ? Promise.reject(new Error('adapter lost')) : undefined,
      load: async (backend) => {
        if (backend === 'webgl') throw new Error('chunk not found');
      },
    }).map((candidate) => ({ ...candidate, least: 0 }));
    const { choice, executor } = await createChooser(offline).choose(xor());
    executor.dispose();
    expect(choice.name).toBe('wasm');
    expect(outcomes(choice)).toMatchObject({ webgpu: 'missing', webgl: 'died' });
  });

  it('goes to the next best when the remembered one does not start, and says so', async () => {
    const kept = new Map<string, Choice>();
    const first = await createChooser([...tfjsCandidates], memoryOf(kept)).choose(xor());
    first.executor.dispose();
    expect(first.choice.name).toBe('wasm');
    const broken = { ...named('wasm'), create: () => Promise.reject(new Error('no memory')) };
    const next = await createChooser([broken, named('cpu')], memoryOf(kept)).choose(xor());
    next.executor.dispose();
    expect(next.choice.name).toBe('cpu');
    expect(next.choice.trials).toContainEqual({
      name: 'wasm',
      outcome: 'died',
      detail: 'no memory',
    });
  });

  it('does not carry a failure on to the next visit', async () => {
    const kept = new Map<string, Choice>();
    const broken = { ...named('wasm'), create: () => Promise.reject(new Error('no memory')) };
    const today = await createChooser([broken, named('cpu')], memoryOf(kept)).choose(xor());
    today.executor.dispose();
    const tomorrow = await createChooser([...tfjsCandidates], memoryOf(kept)).choose(xor());
    tomorrow.executor.dispose();
    expect(tomorrow.choice.name).toBe('wasm');
  });

  it('strikes off one that never updates, and one that was named', async () => {
    const idle = tampered(named('wasm'), () => ({ step: async () => 0.5 }));
    for (const name of [undefined, 'wasm'] as const) {
      const { choice, executor } = await createChooser([idle, named('cpu')]).choose(xor(), {
        name,
      });
      executor.dispose();
      expect(choice).toMatchObject({ name: 'cpu', forced: false });
      expect(outcomes(choice)['wasm']).toBe('wrong');
    }
  });

  it('tells windows of different sizes apart', () => {
    const convolution = (change: object) =>
      taskKey(
        taskOf(
          lowered(
            chain(
              ['images', { size: 9 }],
              ['conv2d', { filters: 2, ...change }],
              ['maxPool'],
              ['flatten'],
              ['dense', { units: 3 }],
              ['softmax'],
              ['loss', { type: 'categoricalCrossentropy' }],
            ),
          ),
        ),
      );
    expect(convolution({ kernel: [1, 1] })).not.toBe(convolution({ kernel: [9, 9] }));
    expect(convolution({ kernelInitialiser: { type: 'constant', value: 1 } })).toBe(
      convolution({}),
    );
  });
});

describe('an executor that changes in mid-run', () => {
  it('keeps its rule’s memory when it is named while it runs', async () => {
    const optimizer = { type: 'sgd', learningRate: 0.1, momentum: 0.9 } as const;
    const run = async (name: 'fused' | undefined) => {
      const session = startSession();
      await session.build(xorNetwork(), trainingOf({ optimizer }));
      await session.advance({ steps: 20 });
      if (name) await session.prefer(name);
      await session.advance({ steps: 20 });
      await session.dispose();
      return session.last().weights;
    };
    expect(await run('fused')).toEqual(await run(undefined));
  });

  it('is tried anew when batches get another size', async () => {
    const rows: number[] = [];
    const watched = {
      ...fusedCandidate,
      obstacle: (ir: Network, batchRows: number) => {
        rows.push(batchRows);
        return fusedCandidate.obstacle(ir, batchRows);
      },
    };
    const session = startSession({ candidates: [watched, ...tfjsCandidates] });
    const graph = chain(
      ['points', { dataset: 'moons', size: 60 }],
      ['dense', { units: 1 }],
      ['sigmoid'],
      ['loss'],
    );
    await session.build(graph, trainingOf());
    await session.advance({ steps: 5 });
    await session.configure(trainingOf({ batchSize: 6 }));
    expect(new Set(rows)).toEqual(new Set([60, 6]));
    expect(session.last().step).toBe(5);
    await session.dispose();
  });

  it('leaves a number that was none on show', async () => {
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
    expect(await session.prefer('wasm')).toBe(true);
    expect(session.last()).toMatchObject({ status: 'diverged', choice: { name: 'wasm' } });
    expect(await session.prefer('webgl')).toBe(false);
    await session.dispose();
  });

  it('gets the weights without loss, there and back', async () => {
    const session = startSession();
    await session.build(xorNetwork(), trainingOf());
    await session.advance({ steps: 100 });
    const before = session.last();
    expect(before.choice.name).toBe('fused');
    await session.prefer('wasm');
    expect(session.last()).toMatchObject({ step: 100, choice: { name: 'wasm', forced: true } });
    expect(session.last().weights).toEqual(before.weights);
    await session.prefer(undefined);
    expect(session.last()).toMatchObject({ step: 100, choice: { name: 'fused', forced: false } });
    expect(session.last().weights).toEqual(before.weights);
    await session.advance({ steps: 1 });
    expect(session.last().step).toBe(101);
    await session.dispose();
  });

  it('goes on from the last known weights when one dies', async () => {
    let dead = false;
    const mortal = tampered(named('wasm'), (executor) => ({
      step: (batch) => (dead ? Promise.reject(new Error('context lost')) : executor.step(batch)),
    }));
    const session = startSession({ candidates: [mortal, named('cpu')] });
    await session.build(xorNetwork(), trainingOf());
    await session.advance({ steps: 30 });
    expect(session.last()).toMatchObject({ step: 30, choice: { name: 'wasm' } });
    dead = true;
    await session.advance({ steps: 20 });
    const { step, status, failure, choice } = session.last();
    expect({ step, status, failure }).toEqual({ step: 50, status: 'paused', failure: undefined });
    expect(choice.name).toBe('cpu');
    expect(choice.trials).toContainEqual({ name: 'wasm', outcome: 'died', detail: 'context lost' });
    const { steps } = session.last().history.train;
    expect([...steps]).toEqual([...new Set(steps)].sort((a, b) => a - b));
    await session.dispose();
  });
});
