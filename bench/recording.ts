import { defaultTraining, type OptimizerSettings } from '../src/document/training-schema.ts';
import { createRecorder } from '../src/engine/recording/recorder.ts';
import type { Case } from './cases.ts';
import { prepared } from './ours.ts';

/** Each is measured at least so often, and for about so long, in ms. */
const ROUNDS = 5;
const BUDGET = 2000;

const circumstances = () => ({
  epoch: 0,
  mark: undefined,
  figures: { train: undefined, test: undefined },
});

/**
 * What recording costs a run of so many steps, from its start: the shortest time of each in turn, in ms. As in a
 * session, one recorder records run after run, so that only the first, which does not count, fetches fresh memory.
 */
export async function recordingCost(
  of: Case,
  steps: number,
  type: OptimizerSettings['type'] = 'sgd',
) {
  const { executor, train, ir, weights } = await prepared(of);
  executor.configure({ ...defaultTraining.optimizer, type, learningRate: 0.01 });
  const recorder = createRecorder(circumstances);
  const run = async (recorded: boolean): Promise<number> => {
    executor.writeWeights(weights);
    recorder.begin(ir, executor, { step: 0, weights });
    const begun = performance.now();
    for (let step = 1; step <= steps; step++) {
      const loss = executor.step(train);
      if (typeof loss !== 'number') await loss;
      if (recorded) recorder.offer(step);
    }
    return performance.now() - begun;
  };
  const times = { plain: [] as number[], recorded: [] as number[] };
  const until = performance.now() + (await run(true)) + BUDGET;
  for (let i = 0; i < ROUNDS || performance.now() < until; i++) {
    // Whoever goes second has a warmer machine.
    for (const recorded of i % 2 === 0 ? [false, true] : [true, false]) {
      times[recorded ? 'recorded' : 'plain'].push(await run(recorded));
    }
  }
  executor.dispose();
  return { plain: Math.min(...times.plain), recorded: Math.min(...times.recorded) };
}
