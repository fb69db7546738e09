import { expect, it } from 'vitest';
import type { Training } from '../../src/document/training-schema.ts';
import { missingAsset } from '../../src/engine/data/data.ts';
import { createDataRoom } from '../../src/engine/data/room.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import {
  findRate,
  findsAlike,
  type RateCurve,
  SEARCH_UPDATES,
} from '../../src/engine/rate/finder.ts';
import { catalogue } from '../support/catalogue.ts';
import { lowered } from '../support/lowered.ts';
import { readPreset } from '../support/presets.ts';
import { startSession } from '../support/sessions.ts';

async function curveOf(
  lesson: string,
  changed: Partial<Training> = {},
): Promise<{ curve: RateCurve; heard: readonly number[] }> {
  const { graph, training: given } = readPreset(lesson);
  const training = { ...given, ...changed };
  const ir = lowered(graph, training.batchSize);
  const room = createDataRoom(catalogue.datasets, async (name) => {
    throw missingAsset(name);
  });
  room.furnish(await room.fetch(ir), training);
  const executor = await fusedCandidate.create(ir, room.rows(training));
  const heard: number[] = [];
  const curve = await findRate(executor, room, { ir, training }, (done) => void heard.push(done));
  executor.dispose();
  return { curve, heard };
}

/** The training loss of a lesson after so many updates at a rate. */
async function lossAt(lesson: string, learningRate: number, steps: number): Promise<number> {
  const { graph, training } = readPreset(lesson);
  const session = startSession();
  const optimizer: Training['optimizer'] = { ...training.optimizer, learningRate };
  await session.build(graph, { ...training, optimizer, stopAt: null });
  await session.advance({ steps });
  const loss = session.last().train?.loss ?? Number.NaN;
  await session.dispose();
  return loss;
}

it('bursts above twice the inverse curvature of a line, and suggests a rate below it that learns', async () => {
  const { curve } = await curveOf('lab-02-1');
  // 2 / λ is 0.1803 for lab 02-1. An update above it must be seen to be one.
  expect(curve.burst).toBeGreaterThan(0.18);
  expect(curve.suggested).toBeGreaterThan(1e-4);
  expect(curve.suggested).toBeLessThanOrEqual((curve.burst ?? 0) / 10 + 0.005);
  expect(await lossAt('lab-02-1', curve.suggested ?? 0, 500)).toBeLessThan(0.5);
});

it('finds for lab 04-2 the rate that the lecture had to guess, whatever the scale of the inputs', async () => {
  const { curve } = await curveOf('lab-04-2');
  expect(curve.burst).toBeGreaterThan(4.5e-5);
  expect(curve.suggested).toBeLessThan(4.5e-5);
  expect(await lossAt('lab-04-2', curve.suggested ?? 0, 500)).toBeLessThan(100);
});

it('suggests for lab 07-1 a rate that learns, where 1.5 ends in no number', async () => {
  const { curve } = await curveOf('lab-07-1');
  expect(await lossAt('lab-07-1', curve.suggested ?? 0, 200)).toBeLessThan(2);
});

it('raises the rate by the same factor each time, tells how far it is, and comes to the same twice', async () => {
  const { curve, heard } = await curveOf('lab-09-2');
  const factors = Array.from(curve.rates.subarray(1), (rate, i) => rate / (curve.rates[i] ?? 1));
  expect(Math.max(...factors) / Math.min(...factors)).toBeCloseTo(1, 9);
  expect(heard.length).toBe(curve.rates.length);
  expect(heard.length).toBeLessThanOrEqual(SEARCH_UPDATES);
  expect((await curveOf('lab-09-2')).curve).toEqual(curve);
});

it('leaves frozen numbers as they are: where no other is trained, no rate is better than another', async () => {
  const all = (shape: number[]) => ({ shape, at: [0] });
  const frozen = { dense: { kernel: all([1, 1]), bias: all([1]) } };
  const { curve } = await curveOf('lab-02-1', { frozen });
  const [first = Number.NaN] = curve.losses;
  for (const loss of curve.losses) expect(loss).toBeCloseTo(first, 9);
  expect(curve).toMatchObject({ suggested: undefined, burst: undefined });
  expect(curve.rates).toHaveLength(SEARCH_UPDATES);
});

it('names the rate of the very update after which the loss fell', async () => {
  const { graph, training } = readPreset('lab-02-1');
  const ir = lowered(graph, training.batchSize);
  const room = createDataRoom(catalogue.datasets, async (name) => {
    throw missingAsset(name);
  });
  room.furnish(await room.fetch(ir), training);
  const executor = await fusedCandidate.create(ir, room.rows(training));
  const rates: number[] = [];
  let rate = 0;
  // Only one update does anything: the thirtieth.
  const curve = await findRate(
    {
      ...executor,
      configure: ({ learningRate }) => {
        rate = learningRate;
      },
      step: () => {
        rates.push(rate);
        return rates.length <= 30 ? 1 : 0.5;
      },
    },
    room,
    { ir, training },
    () => {},
  );
  executor.dispose();
  expect(curve.suggested).toBe(Number((rates[29] ?? 0).toPrecision(1)));
  expect(curve.suggested).not.toBe(Number((rates[30] ?? 0).toPrecision(1)));
});

it('holds where only the rate or the end of the run is another, and under no other rule, batch or frozen number', () => {
  const { training } = readPreset('lab-02-1');
  const { optimizer } = training;
  const faster = { ...optimizer, learningRate: 0.5 };
  expect(findsAlike(training, { ...training, optimizer: faster, stopAt: 7 })).toBe(true);
  const others: Partial<Training>[] = [
    { optimizer: { ...optimizer, type: 'adam' } },
    { optimizer: { ...optimizer, momentum: 0.1 } },
    { batchSize: 2 },
    { seed: training.seed + 1 },
    { testShare: 0.5 },
    { frozen: { dense: { bias: { shape: [1], at: [0] } } } },
  ];
  for (const change of others)
    expect(findsAlike(training, { ...training, ...change }), JSON.stringify(change)).toBe(false);
});
