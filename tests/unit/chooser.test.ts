import { describe, expect, it } from 'vitest';
import type { Ir } from '../../src/compiler/ir.ts';
import type { Candidate, Choice } from '../../src/engine/choice/candidate.ts';
import { createChooser } from '../../src/engine/choice/chooser.ts';
import type { Task } from '../../src/engine/choice/task.ts';
import { loadData } from '../../src/engine/data.ts';
import type { Executor } from '../../src/engine/executor.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { catalogue } from '../support/catalogue.ts';
import { chain, xorNetwork } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';

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

describe('an executor that changes in mid-run', () => {
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
    await session.dispose();
  });
});
