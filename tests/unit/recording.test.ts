import { describe, expect, it } from 'vitest';
import { defaultTraining } from '../../src/document/training-schema.ts';
import { createRecorder } from '../../src/engine/recording/recorder.ts';
import { chain, xorNetwork } from '../support/graphs.ts';
import { lowered } from '../support/lowered.ts';

const circumstances = () => ({
  epoch: 0,
  mark: undefined,
  figures: { train: undefined, test: undefined },
});
const xor = lowered(xorNetwork(), defaultTraining.batchSize);

/** Weights that say at which step they were read; sizes as XOR's. */
const weightsAt = (step: number) => ({
  a: [new Float32Array(4).fill(step), new Float32Array(2)],
  b: [new Float32Array(2), new Float32Array(1)],
});

function record(upTo: number, most?: number, network = xor) {
  const recorder = createRecorder(circumstances, most);
  let step = 0;
  const reader = { readWeights: () => weightsAt(step) };
  recorder.begin(network, reader, { step, weights: weightsAt(0) });
  for (step = 1; step <= upTo; step++) recorder.offer(step);
  return recorder;
}

const stepsOf = (recorder: ReturnType<typeof record>): number[] => [...(recorder.steps() ?? [])];

describe('a recording', () => {
  it('keeps the first updates one by one, then about one in a hundred, on round steps', () => {
    const steps = stepsOf(record(10_001));
    expect(steps.slice(0, 101)).toEqual(Array.from({ length: 101 }, (_, i) => i));
    expect(steps).toEqual(expect.arrayContaining([500, 1000, 1500, 2000, 5000, 10_000]));
    steps.slice(1).forEach((step, i) => {
      const before = steps[i] as number;
      expect(step - before).toBeLessThanOrEqual(Math.max(1, 0.02 * step));
    });
  });

  it('stays small over a million steps of XOR', () => {
    const steps = stepsOf(record(1_000_000));
    expect(steps.length).toBeLessThan(2000);
    expect(steps.at(-1)).toBeGreaterThan(980_000);
  });

  it('stays within its memory: what lies closest together is thinned out, both ends stay', () => {
    // A moment of XOR takes less than 2 kB with all that belongs to it.
    const most = 40 * 2000;
    const small = record(100_000, most);
    const steps = stepsOf(small);
    expect(steps.length).toBeGreaterThan(30);
    const numbers = steps.length * 9 * Float32Array.BYTES_PER_ELEMENT;
    expect(numbers + steps.length * 1700).toBeLessThanOrEqual(most);
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBeGreaterThan(80_000);
    // Spread over the whole run: each part of it, early and late, can be gone back to.
    for (const step of [10, 100, 1000, 10_000, 50_000]) {
      const found = small.nearest(step)?.step ?? Number.NaN;
      expect(Math.abs(found - step)).toBeLessThan(0.4 * step + 10);
      expect(small.nearest(step)?.weights['a']?.[0]?.[0]).toBe(found);
    }
  });

  it('asks for weights ever more rarely, in a small memory too', () => {
    let readings = 0;
    const recorder = createRecorder(circumstances, 20 * 2000);
    const reader = {
      readWeights: () => {
        readings += 1;
        return weightsAt(readings);
      },
    };
    recorder.begin(xor, reader, { step: 0, weights: weightsAt(0) });
    for (let step = 1; step <= 1_000_000; step++) recorder.offer(step);
    expect(readings).toBeLessThan(300);
  });

  it('leaves out a network of which it could keep only a few moments', () => {
    const wide = lowered(
      chain(
        ['points'],
        ['dense', { units: 400 }],
        ['dense', { units: 400 }],
        ['dense', { units: 1 }],
        ['sigmoid'],
        ['loss'],
      ),
      'full',
    );
    expect(record(100, 1_000_000, wide).steps()).toBeUndefined();
    expect(record(100, 64_000_000, wide).steps()).toBeDefined();
  });

  it('does not keep what was asked for before it went back', async () => {
    const recorder = createRecorder(circumstances);
    const answers: (() => void)[] = [];
    const reader = {
      readWeights: () =>
        new Promise<ReturnType<typeof weightsAt>>((resolve) => {
          const at = answers.length + 1;
          answers.push(() => resolve(weightsAt(at)));
        }),
    };
    recorder.begin(xor, reader, { step: 0, weights: weightsAt(0) });
    recorder.offer(1);
    answers[0]?.();
    await expect.poll(() => stepsOf(recorder)).toEqual([0, 1]);
    recorder.offer(2);
    recorder.rewind(1);
    answers[1]?.();
    recorder.offer(2);
    answers[2]?.();
    await expect.poll(() => stepsOf(recorder)).toEqual([0, 1, 2]);
    expect(recorder.nearest(2)?.weights['a']?.[0]?.[0]).toBe(3);
  });

  it('finds the nearest moment, before the first and beyond the last too', () => {
    const recorder = record(1000);
    const near = (step: number) => recorder.nearest(step)?.step;
    expect([near(-5), near(0), near(57), near(707), near(5000)]).toEqual([0, 0, 57, 705, 1000]);
  });
});
