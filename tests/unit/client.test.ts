import { afterEach, expect, it, vi } from 'vitest';
import { createEngineClient, GAVE_UP } from '../../src/engine/client.ts';
import { FakeLocks, fakeWorker, type Log } from '../support/fake-engine.ts';
import { xorNetwork } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';

const ir = lowered(xorNetwork());
const order = { ir, training: trainingOf(), home: 'here' };
const never = new Promise<void>(() => {});

function start(
  onRun: Parameters<typeof fakeWorker>[2],
  onScrub?: Parameters<typeof fakeWorker>[3],
) {
  const locks = new FakeLocks();
  vi.stubGlobal('navigator', { locks });
  const log: Log = { calls: [], plans: [] };
  const seen = { steps: [] as number[], restarts: 0, idle: 0, failures: [] as string[] };
  const client = createEngineClient({
    spawn: () => fakeWorker(locks, log, onRun, onScrub),
    onFrame: async ({ frame: { step } }) => void seen.steps.push(step),
    onCheckpoint: () => {},
    onLoading: () => {},
    onIdle: () => {
      seen.idle += 1;
    },
    onRestart: () => {
      seen.restarts += 1;
    },
    onFailure: (detail) => void seen.failures.push(detail),
  });
  return { client, log, seen };
}

afterEach(() => vi.unstubAllGlobals());

it('goes on from the last frame of a worker that died', async () => {
  let runs = 0;
  const { client, log, seen } = start(async ({ die, show }) => {
    runs += 1;
    await show(runs * 100);
    if (runs === 1) die();
    await never;
  });
  client.build({ ...order, fresh: true });
  client.run();
  await expect.poll(() => seen.steps.at(-1)).toBe(200);
  expect(seen.restarts).toBe(1);
  expect(log.plans.at(-1)?.resume).toMatchObject({ step: 100, ir });
  expect(Object.keys(log.plans.at(-1)?.resume ?? {}).sort()).toEqual([
    'byHand',
    'epoch',
    'given',
    'ir',
    'step',
    'weights',
  ]);
});

it('asks a new worker only for what is left of the way', async () => {
  let runs = 0;
  const { client, log } = start(async ({ die, show }) => {
    runs += 1;
    if (runs > 1) return;
    await show(5);
    die();
    await never;
  });
  client.build({ ...order, fresh: true });
  client.advance({ steps: 20 });
  await expect
    .poll(() => log.calls.filter((call) => call.startsWith('advance')))
    .toEqual(['advance {"steps":20}', 'advance {"steps":15}']);
});

it('asks a new worker for all that several presses asked for, once', async () => {
  let runs = 0;
  const { client, log, seen } = start(async ({ die, show }) => {
    runs += 1;
    // Five presses came when the first update is shown, and the worker is gone.
    if (runs === 5) {
      await show(1);
      die();
    }
    if (runs === 7) await show(7);
    else await never;
  });
  client.build({ ...order, fresh: true });
  for (let i = 0; i < 5; i++) client.advance({ steps: 1 });
  await expect.poll(() => seen.restarts).toBe(1);
  // One press more, while the new worker carries out what is left.
  client.advance({ steps: 1 });
  await expect.poll(() => seen.steps.at(-1)).toBe(7);
  const asked = () => log.calls.filter((call) => call.startsWith('advance'));
  const one = 'advance {"steps":1}';
  expect(asked()).toEqual([one, one, one, one, one, 'advance {"steps":4}', one]);
});

it('does not count what was asked for in another unit, or before a pause, to what is left', async () => {
  let runs = 0;
  const { client, log } = start(async ({ die, show }) => {
    runs += 1;
    if (runs === 4) {
      await show(1);
      die();
    }
    await never;
  });
  client.build({ ...order, fresh: true });
  client.advance({ steps: 20 });
  client.advance({ epochs: 9 });
  void client.pause();
  client.advance({ epochs: 2 });
  client.advance({ epochs: 3 });
  await expect.poll(() => log.calls.at(-1)).toBe('advance {"epochs":4}');
});

it('gives up on a network that kills every worker, and tries again when told to', async () => {
  let kills = true;
  const { client, seen } = start(async ({ die, show }) => {
    if (kills) die();
    else await show(7);
    await never;
  });
  client.build({ ...order, fresh: true });
  client.run();
  await expect.poll(() => seen.failures).toEqual([GAVE_UP]);
  expect(seen.restarts).toBe(3);
  expect(seen.idle).toBeGreaterThan(0);
  kills = false;
  client.run();
  await expect.poll(() => seen.steps.at(-1)).toBe(7);
});

it('builds only the newest of many networks, and trains after it', async () => {
  const { client, log } = start(() => never);
  client.build({ ...order, fresh: true });
  for (let i = 0; i < 30; i++)
    client.build({ ...order, ir: { ...ir, nodes: ir.nodes.slice(i % 2) }, fresh: false });
  client.run();
  await expect.poll(() => log.calls.at(-1)).toBe('run');
  expect(log.plans.length).toBeLessThanOrEqual(2);
  expect(log.plans.at(-1)).toMatchObject({ ir: { nodes: ir.nodes.slice(1) }, fresh: false });
  expect(log.plans[0]?.fresh).toBe(true);
});

it('goes on when a worker dies while a moment is sought: moments are shown again, and training runs', async () => {
  let kills = true;
  const { client, log, seen } = start(
    async ({ show }) => {
      await show(9);
      await never;
    },
    async ({ die }) => {
      if (!kills) return;
      kills = false;
      die();
      await never;
    },
  );
  client.build({ ...order, fresh: true });
  await expect.poll(() => seen.steps.length).toBe(1);
  const settled: string[] = [];
  void client.scrub(3).then(() => settled.push('the one that was lost'));
  await expect.poll(() => seen.restarts).toBe(1);
  await client.scrub(4);
  expect(log.calls.at(-1)).toBe('scrub 4');
  expect(settled).toEqual(['the one that was lost']);
  client.run();
  await expect.poll(() => seen.steps.at(-1)).toBe(9);
});

it('asks a new worker for no more than the way that was begun after a reset', async () => {
  let runs = 0;
  const { client, log } = start(async ({ die, show }) => {
    runs += 1;
    if (runs === 1) await show(500);
    if (runs === 2) {
      die();
      await never;
    }
  });
  client.build({ ...order, fresh: true });
  client.advance({ steps: 500 });
  await expect.poll(() => log.calls.at(-1)).toBe('advance {"steps":500}');
  await client.pause();
  client.reset();
  client.advance({ steps: 20 });
  await expect
    .poll(() => log.calls.filter((call) => call.startsWith('advance')).slice(1))
    .toEqual(['advance {"steps":20}', 'advance {"steps":20}']);
});
