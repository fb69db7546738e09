import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random.ts';
import { defaultTraining } from '../../src/document/training-schema.ts';
import type { WeightMap } from '../../src/engine/executor.ts';
import {
  filterDirection,
  weightsAlong,
  weightsBetween,
} from '../../src/engine/pictures/loss-paths.ts';
import { hillOf } from '../../src/visualisations/between-runs/hill.ts';
import type {
  BetweenPicture,
  BetweenRequest,
} from '../../src/visualisations/between-runs/probe.ts';
import { chain } from '../support/graphs.ts';
import { lowered } from '../support/lowered.ts';
import { startSession } from '../support/sessions.ts';

const graph = chain(
  ['points', { dataset: 'xor' }],
  ['dense', { units: 3 }],
  ['tanh'],
  ['dense', { units: 1 }],
  ['sigmoid'],
  ['loss'],
);

describe('ways through weight space', () => {
  const from: WeightMap = { a: [Float32Array.of(0, 2), Float32Array.of(1)] };
  const to: WeightMap = { a: [Float32Array.of(4, 0), Float32Array.of(1)] };

  it('go straight from one set of weights to another, and on', () => {
    expect(weightsBetween(from, to, 0)).toEqual(from);
    expect(weightsBetween(from, to, 1)).toEqual(to);
    expect([...(weightsBetween(from, to, 1.5)['a']?.[0] ?? [])]).toEqual([6, -1]);
  });

  it('go along two directions at once', () => {
    expect([...(weightsAlong(from, [from, to], [2, -1])['a']?.[0] ?? [])]).toEqual([-4, 6]);
  });

  it('are as long for each unit as its weights are, and leave biases alone', () => {
    const network = lowered(graph);
    const dense = network.nodes[0]?.id ?? '';
    const kernel = Float32Array.of(3, 0, 1, 4, 0, 1);
    const all: WeightMap = { [dense]: [kernel, Float32Array.of(7, 7, 7)] };
    const direction = filterDirection(network, all, createRandom(5));
    const [drawn, bias] = direction[dense] ?? [];
    const length = (unit: number): number => Math.hypot(drawn?.[unit] ?? 0, drawn?.[3 + unit] ?? 0);
    expect(length(0)).toBeCloseTo(5, 5);
    expect(length(1)).toBe(0);
    expect(length(2)).toBeCloseTo(Math.SQRT2, 5);
    expect([...(bias ?? [])]).toEqual([0, 0, 0]);
    expect(filterDirection(network, all, createRandom(5))).toEqual(direction);
    expect(filterDirection(network, all, createRandom(6))).not.toEqual(direction);
  });

  it('have a hill between their ends, or none', () => {
    const losses = Float32Array.of(9, 1, 2, 3, 2, 0.5, 9);
    expect(hillOf(losses)).toEqual({ first: 1, last: 0.5, top: 3 });
  });
});

async function explored(
  request:
    | Omit<Extract<BetweenRequest, { type: 'line' }>, 'round'>
    | Omit<Extract<BetweenRequest, { type: 'plane' }>, 'round'>,
) {
  const session = startSession();
  await session.build(graph, defaultTraining);
  await session.advance({ steps: 40 });
  const before = session.last();
  let picture: BetweenPicture | undefined;
  for (let round = 0; !picture || (picture.share < 1 && !picture.missing); round++) {
    await session.watch({ 'between-runs': { ...request, round } });
    picture = session.last().pictures['between-runs'] as BetweenPicture;
  }
  const after = session.last();
  await session.dispose();
  return { picture, before, after };
}

describe('the loss between moments and runs', () => {
  it('is at the ends of the line what it was there, and the run is left alone', async () => {
    const line = { key: 'a', type: 'line' } as const;
    const [from, to] = [{ type: 'moment', step: 0 }, { type: 'now' }] as const;
    const { picture, before, after } = await explored({ ...line, from, to });
    expect(picture.steps).toEqual([0, undefined]);
    const { first, last } = hillOf(picture.losses);
    expect(last).toBeCloseTo(before.train?.loss ?? Number.NaN, 5);
    expect(first).toBeGreaterThan(last);
    expect(after.weights ?? before.weights).toEqual(before.weights);
    expect(after.train?.loss).toBe(before.train?.loss);
    // The other way round it is the same line.
    const back = await explored({ ...line, from: to, to: from });
    picture.losses.toReversed().forEach((loss, i) => {
      expect(back.picture.losses[i]).toBeCloseTo(loss, 5);
    });
  });

  it('says that another run is none of this network', async () => {
    const run = { type: 'run', id: 'x', weights: { other: [] } } as const;
    const request = { key: 'a', type: 'line', from: run, to: { type: 'now' } } as const;
    expect((await explored(request)).picture.missing).toBe('end');
  });

  it('is on the plane in the middle what it is now, and differs with the seed', async () => {
    const one = await explored({ key: 'a', type: 'plane', seed: 1, reach: 0.5 });
    const middle = (one.picture.losses.length - 1) / 2;
    expect(one.picture.losses[middle]).toBeCloseTo(one.before.train?.loss ?? Number.NaN, 5);
    expect(one.picture.losses.every(Number.isFinite)).toBe(true);
    const other = await explored({ key: 'b', type: 'plane', seed: 2, reach: 0.5 });
    expect(other.picture.losses[middle]).toBe(one.picture.losses[middle]);
    expect(other.picture.losses).not.toEqual(one.picture.losses);
  });
});
