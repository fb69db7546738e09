import { describe, expect, it } from 'vitest';
import { loadData } from '../../src/engine/data/data.ts';
import type { Batch, Executor } from '../../src/engine/executor.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { createFusedExecutor, fitsArena } from '../../src/engine/fused/executor.ts';
import { initialWeights } from '../../src/engine/initial-weights.ts';
import { catalogue } from '../support/catalogue.ts';
import { chain } from '../support/graphs.ts';
import { lowered } from '../support/lowered.ts';

/** A network with moving means, and the batch that breaks it: one input is far too large. */
function breakable(): { executor: Executor; good: Batch; bad: Batch; hopeless: Batch } {
  const ir = lowered(
    chain(
      ['points', { dataset: 'line', size: 20 }],
      ['dense', { units: 4 }],
      ['batchNormalisation'],
      ['dense', { units: 1 }],
      ['loss', { type: 'meanSquaredError' }],
    ),
  );
  const { train } = loadData(ir, 0, catalogue.datasets);
  const executor = createFusedExecutor(ir, train.rows);
  executor.writeWeights(initialWeights(ir, 3));
  executor.configure({ type: 'sgd', learningRate: 0.01, momentum: 0 });
  const good = { rows: train.rows, x: train.x, y: train.y };
  const bad = { ...good, y: good.y.map(() => 1e30) };
  const hopeless = { ...good, y: good.y.map(() => 1e15) };
  return { executor, good, bad, hopeless };
}

describe('fused after a number that is none', () => {
  it('goes back to weights and moving means of the same update', async () => {
    const { executor, good, bad } = breakable();
    executor.step(good);
    const before = executor.readWeights();
    executor.step(good);
    expect(executor.step(bad)).toBeNaN();
    expect(await executor.recover(bad)).toMatchObject({ stepsBack: 1 });
    expect(executor.readWeights()).toEqual(before);
  });

  it('claims no step back that it does not take', async () => {
    const { executor, good, bad, hopeless } = breakable();
    executor.step(good);
    const before = executor.readWeights();
    executor.configure({ type: 'sgd', learningRate: 1e30, momentum: 0 });
    expect(executor.step(hopeless)).toBeNaN();
    expect(executor.readWeights()).toEqual(before);
    expect(await executor.recover(hopeless)).toMatchObject({ where: 'weights', stepsBack: 0 });
    expect(executor.step(bad)).toBeNaN();
    expect(await executor.recover(bad)).toMatchObject({ stepsBack: 0 });
    expect(executor.readWeights()).toEqual(before);
  });

  it('is not asked for what its memory cannot address', () => {
    const wide = lowered(
      chain(
        ['points', { dataset: 'line', size: 20 }],
        ['dense', { units: 16_000 }],
        ['dense', { units: 1 }],
        ['loss', { type: 'meanSquaredError' }],
      ),
    );
    expect(fitsArena(wide, 20)).toBe(true);
    expect(fitsArena(wide, 30_000)).toBe(false);
    expect(fusedCandidate.obstacle(wide, 30_000)).toBe('large');
  });
});
