import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RateApi } from '../../src/engine/rate/api.ts';
import type { RateCurve } from '../../src/engine/rate/finder.ts';
import type { SeedsApi } from '../../src/engine/seeds/api.ts';
import type { SeedResult, SeedTerms } from '../../src/engine/seeds/seed-plan.ts';
import { createRateStore } from '../../src/state/rate-store.ts';
import { type Job, trainAll } from '../../src/state/seeds/pool.ts';
import { FakeLocks } from '../support/fake-engine.ts';
import { fakeWorkerOf } from '../support/fake-worker.ts';
import { xorNetwork } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';

const ir = lowered(xorNetwork());
const training = trainingOf();
const never = new Promise<never>(() => {});
let locks = new FakeLocks();

beforeEach(() => {
  locks = new FakeLocks();
  vi.stubGlobal('navigator', { locks });
});
afterEach(() => vi.unstubAllGlobals());

describe('a worker that trains starts', () => {
  const jobOf = (updates: number): Job => ({
    plan: { ir, training, updates },
    first: 1,
    count: 3,
  });

  /** Trains two jobs on one worker after another; `onTrain` may let a worker die. */
  async function train(
    onTrain: (worker: number, die: () => void) => Promise<void>,
    { jobs = [jobOf(1), jobOf(2)], size = 1 } = {},
  ) {
    const failures: [number, string | undefined][] = [];
    const results: [number, number][] = [];
    let workers = 0;
    const spawn = (): Worker => {
      workers += 1;
      const mine = workers;
      const { worker, die } = fakeWorkerOf<SeedsApi>(locks, {
        prepare: async () => ({ updateTime: 0 }) as SeedTerms,
        train: async (seeds) => {
          await onTrain(mine, die);
          return seeds.map((seed) => ({ seed, step: 1 }) as SeedResult);
        },
      });
      return worker;
    };
    await trainAll(jobs, spawn, size, {
      onTerms: () => true,
      onResults: (job, found) => void results.push([job, found.length]),
      onFailure: (job, detail) => void failures.push([job, detail]),
      onUpdates: () => {},
    }).ended;
    return { failures, results, workers };
  }

  it('that is gone without a word is told of, and another goes on with what is left', async () => {
    const { failures, results, workers } = await train(async (worker, die) => {
      if (worker > 1) return;
      die();
      await never;
    });
    expect(failures).toEqual([[0, undefined]]);
    expect(results).toEqual([[1, 3]]);
    expect(workers).toBe(2);
  });

  it('that dies beside another leaves its starts to that one: none is lost, and nothing is told', async () => {
    const seeds: number[] = [];
    const jobs = [{ ...jobOf(1), count: 200 }];
    let dead = false;
    const { failures, results } = await train(
      async (worker, die) => {
        if (worker > 1 || dead) return;
        dead = true;
        die();
        await never;
      },
      { jobs, size: 2 },
    );
    for (const [, found] of results) seeds.push(found);
    expect(failures).toEqual([]);
    expect(seeds.reduce((sum, each) => sum + each, 0)).toBe(200);
  });

  it('that dies where another had died at the same starts is told of: they are not tried for ever', async () => {
    const { failures, workers } = await train(
      async (_, die) => {
        die();
        await never;
      },
      { jobs: [{ ...jobOf(1), count: 200 }], size: 2 },
    );
    expect(failures).toEqual([[0, undefined]]);
    expect(workers).toBeLessThanOrEqual(3);
  });

  it('that ends its work is not taken for one that died', async () => {
    const { failures, results, workers } = await train(async () => {});
    expect(failures).toEqual([]);
    expect(results).toEqual([
      [0, 3],
      [1, 3],
    ]);
    expect(workers).toBe(1);
  });
});

describe('the search for a rate', () => {
  const curve: RateCurve = {
    rates: Float64Array.of(0.1),
    losses: Float64Array.of(0.7),
    suggested: 0.1,
    burst: undefined,
  };

  function search(find: (die: () => void, tell: (done: number) => void) => Promise<RateCurve>) {
    const made: ReturnType<typeof fakeWorkerOf>[] = [];
    const store = createRateStore(() => {
      const fake: ReturnType<typeof fakeWorkerOf> = fakeWorkerOf<RateApi>(locks, {
        find: (_, tell): Promise<RateCurve> => find(fake.die, tell),
      });
      made.push(fake);
      return fake.worker;
    });
    const ended = store.getState().search(ir, training);
    return { store, made, ended };
  }

  it('is called off at once: its worker is ended and nothing that it says is heard', async () => {
    const { store, made } = search(async (_, tell) => {
      tell(7);
      return never;
    });
    await expect.poll(() => store.getState().done).toBe(7);
    store.getState().cancel();
    expect(store.getState()).toMatchObject({ running: false, found: undefined });
    expect(made.map(({ isDead }) => isDead())).toEqual([true]);
    // It may be begun again, and no trouble of the old one is told of it.
    await new Promise(setImmediate);
    expect(store.getState().trouble).toBeUndefined();
  });

  it('that is called off before its worker is there starts none', async () => {
    const { store, made, ended } = search(async () => curve);
    store.getState().cancel();
    await ended;
    expect(made).toEqual([]);
    expect(store.getState().running).toBe(false);
  });

  it('says that its worker is gone, and can be begun anew', async () => {
    let searches = 0;
    const { store, ended } = search(async (die) => {
      searches += 1;
      if (searches > 1) return curve;
      die();
      return never;
    });
    await ended;
    expect(store.getState()).toMatchObject({ running: false, trouble: { detail: undefined } });
    await store.getState().search(ir, training);
    expect(store.getState()).toMatchObject({ running: false, trouble: undefined });
    expect(store.getState().found?.curve.suggested).toBe(0.1);
  });
});
