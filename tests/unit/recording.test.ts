import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTraining } from '../../src/document/training-schema.ts';
import type { Capture, Sheets, WeightMap } from '../../src/engine/executor.ts';
import { createRecorder } from '../../src/engine/recording/recorder.ts';
import { bend } from '../../src/engine/recording/stride.ts';
import { planVector } from '../../src/engine/weight-vector.ts';
import { chain, xorNetwork } from '../support/graphs.ts';
import { lowered } from '../support/lowered.ts';

setFlagsFromString('--expose_gc');
const collectGarbage: () => void = runInNewContext('gc');

const circumstances = () => ({
  epoch: 0,
  mark: undefined,
  figures: { train: undefined, test: undefined },
});
const xor = lowered(xorNetwork(), defaultTraining.batchSize);

/** Weights that say at which step they were read. */
const weightsAt = (step: number, network = xor): WeightMap =>
  planVector(network).unpack(new Float32Array(planVector(network).length).fill(step));
/** What the first of them says. */
const saidBy = (weights: WeightMap | undefined): number | undefined =>
  Object.values(weights ?? {}).flat()[0]?.[0];

/** What an executor writes down that has those weights, with so many numbers that its rule remembers. */
function captureAt(sheets: Sheets, step: number, remembered = 0, network = xor): Capture {
  const vector = sheets.floats(planVector(network).length);
  vector.sheet.fill(step, vector.at, vector.at + vector.length);
  if (remembered === 0) return { vector, memory: undefined, carried: undefined };
  const memory = sheets.doubles(remembered);
  memory.sheet.fill(step, memory.at, memory.at + memory.length);
  const carried = {
    make: 'fused',
    optimizer: defaultTraining.optimizer,
    isCut: false,
    draws: undefined,
  } as const;
  return { vector, memory, carried };
}

function record(upTo: number, most?: number, network = xor) {
  const recorder = createRecorder(circumstances, most);
  let step = 0;
  const reader = { capture: (sheets: Sheets) => captureAt(sheets, step, 0, network) };
  recorder.begin(network, reader, { step, weights: weightsAt(0, network) });
  for (step = 1; step <= upTo; step++) recorder.offer(step);
  return recorder;
}

const stepsOf = (recorder: ReturnType<typeof record>): number[] => [...(recorder.steps() ?? [])];

describe('a recording', () => {
  it('keeps the first 200 updates one by one, then moments at most 3 % apart, on round steps', () => {
    const steps = stepsOf(record(10_001));
    expect(steps.slice(0, 201)).toEqual(Array.from({ length: 201 }, (_, i) => i));
    expect(steps).toEqual(expect.arrayContaining([500, 1000, 1500, 2000, 5000, 10_000]));
    steps.slice(1).forEach((step, i) => {
      const before = steps[i] as number;
      expect(step - before).toBeLessThanOrEqual(Math.max(1, 0.03 * step));
    });
    // A step of XOR takes as long as copying its weights: a few hundred moments cost it little.
    expect(steps.length).toBeLessThan(400);
  });

  it('stays small over a million steps of XOR', () => {
    const steps = stepsOf(record(1_000_000));
    expect(steps.length).toBeLessThan(700);
    expect(steps.at(-1)).toBeGreaterThan(970_000);
  });

  it('stays within its memory: what lies closest together is thinned out, both ends stay', () => {
    // A moment of XOR takes about 740 bytes with all that belongs to it.
    const most = 40 * 740;
    const small = record(100_000, most);
    const steps = stepsOf(small);
    expect(steps.length).toBeGreaterThan(30);
    expect(steps.length * (9 * Float32Array.BYTES_PER_ELEMENT + 700)).toBeLessThanOrEqual(most);
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBeGreaterThan(80_000);
    // Spread over the whole run: each part of it, early and late, can be gone back to.
    for (const step of [10, 100, 1000, 10_000, 50_000]) {
      const found = small.nearest(step)?.step ?? Number.NaN;
      expect(Math.abs(found - step)).toBeLessThan(0.4 * step + 10);
      expect(saidBy(small.nearest(step)?.weights)).toBe(found);
    }
  });

  it.each([10, 20, 60, 107])(
    'takes little that it would soon thin out, and stays full and even: room for %i',
    (room) => {
      let readings = 0;
      const recorder = createRecorder(circumstances, room * 736);
      let step = 0;
      const reader = {
        capture: (sheets: Sheets) => {
          readings += 1;
          return captureAt(sheets, step);
        },
      };
      recorder.begin(xor, reader, { step, weights: weightsAt(0) });
      // All is kept while there is room.
      while (step < Math.min(100, room - 1)) recorder.offer(++step);
      expect(stepsOf(recorder).length).toBe(step + 1);
      for (const until of [200, 1000, 10_000]) {
        while (step < until) recorder.offer(++step);
        const kept = stepsOf(recorder);
        expect(kept.length).toBe(room);
        const gaps = kept.slice(1).map((each, i) => bend(each) - bend(kept[i] ?? 0));
        expect(Math.max(...gaps)).toBeLessThan((2.3 * bend(until)) / (room - 1));
        expect(until - (kept.at(-1) ?? 0)).toBeLessThan(0.3 * until);
      }
      // As many again for each time that the way is three times as long, at the most.
      expect(readings).toBeLessThan(room * 2.2 + 30);
    },
  );

  it('asks for weights ever more rarely, in a small memory too', () => {
    let readings = 0;
    const recorder = createRecorder(circumstances, 20 * 740);
    const reader = {
      capture: (sheets: Sheets) => {
        readings += 1;
        return captureAt(sheets, readings);
      },
    };
    recorder.begin(xor, reader, { step: 0, weights: weightsAt(0) });
    for (let step = 1; step <= 1_000_000; step++) recorder.offer(step);
    expect(readings).toBeLessThan(300);
  });

  it('counts what rules remember, whatever rule comes in mid-run', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 400_000 }),
        fc.array(
          fc.record({ updates: fc.integer({ min: 1, max: 3000 }), remembered: fc.nat(300) }),
          { minLength: 1, maxLength: 4 },
        ),
        (most, stretches) => {
          const recorder = createRecorder(circumstances, most);
          let remembered = 0;
          let step = 0;
          const reader = { capture: (sheets: Sheets) => captureAt(sheets, step, remembered) };
          recorder.begin(xor, reader, { step, weights: weightsAt(0) });
          for (const stretch of stretches) {
            ({ remembered } = stretch);
            for (let i = 0; i < stretch.updates; i++) recorder.offer(++step);
          }
          const kept = stepsOf(recorder).map((each) => recorder.nearest(each));
          const bytes = kept.map((moment) => 700 + 36 + (moment?.carried?.memory.byteLength ?? 0));
          expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(most);
          // Both ends can be gone back to, and each moment has its own weights.
          expect(kept[0]?.step).toBe(0);
          expect(step - (kept.at(-1)?.step ?? 0)).toBeLessThan(0.6 * step + 2);
          for (const moment of kept) {
            const said = [saidBy(moment?.weights), ...(moment?.carried?.memory ?? [])];
            expect(new Set(said)).toEqual(new Set([moment?.step]));
          }
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  it('writes on the sheets of what it thins out, and on those of the run before', () => {
    const given = new Set<unknown>();
    const most = 40 * (700 + 36 + 8 * 50);
    const recorder = createRecorder(circumstances, most);
    let step = 0;
    const reader = {
      capture: (sheets: Sheets) => {
        const capture = captureAt(sheets, step, 50);
        given.add(capture.memory?.sheet);
        return capture;
      },
    };
    for (const run of [1, 2]) {
      step = 0;
      recorder.begin(xor, reader, { step, weights: weightsAt(0) });
      while (step < 5000) recorder.offer(++step);
      expect(stepsOf(recorder).length, `run ${run}`).toBeGreaterThan(30);
      for (const each of stepsOf(recorder))
        expect(saidBy(recorder.nearest(each)?.weights)).toBe(each);
    }
    expect(given.size).toBeLessThanOrEqual(42);
  });

  it('writes on the same sheets however often a run goes back and on', () => {
    const given = new Set<unknown>();
    const recorder = createRecorder(circumstances);
    let step = 0;
    const reader = {
      capture: (sheets: Sheets) => {
        const capture = captureAt(sheets, step, 300);
        given.add(capture.vector.sheet).add(capture.memory?.sheet);
        return capture;
      },
    };
    recorder.begin(xor, reader, { step, weights: weightsAt(0) });
    const train = (): void => {
      while (step < 2000) recorder.offer(++step);
    };
    train();
    const once = given.size;
    for (let time = 0; time < 20; time++) {
      step = 100;
      if (time % 2 === 0) recorder.rewind(step);
      else recorder.follow(reader, step);
      train();
    }
    expect(given.size).toBe(once);
    for (const each of stepsOf(recorder)) {
      const moment = recorder.nearest(each);
      expect(new Set([saidBy(moment?.weights), ...(moment?.carried?.memory ?? [])])).toEqual(
        new Set([each]),
      );
    }
  });

  it.each(['at once', 'late'])(
    'leaves out a moment that cannot be read, and the run goes on: one that fails %s',
    async (when) => {
      const given = new Set<unknown>();
      const recorder = createRecorder(circumstances);
      let step = 0;
      const reader = {
        capture: (sheets: Sheets) => {
          const capture = captureAt(sheets, step, 5000);
          given.add(capture.memory?.sheet);
          if (step % 2 === 0) return capture;
          const lost = new Error('the context was lost');
          if (when === 'late') return Promise.reject(lost);
          throw lost;
        },
      };
      recorder.begin(xor, reader, { step, weights: weightsAt(0) });
      while (step < 40) {
        recorder.offer(++step);
        await setImmediate();
      }
      expect(stepsOf(recorder)).toEqual(Array.from({ length: 21 }, (_, i) => 2 * i));
      for (const each of stepsOf(recorder))
        expect(saidBy(recorder.nearest(each)?.weights)).toBe(each);
      // What failed left its place to what came after it.
      expect(given.size).toBe(20);
    },
  );

  it('lets go of what a run took once another network is recorded', async () => {
    const given: WeakRef<object>[] = [];
    const recorder = createRecorder(circumstances);
    let step = 0;
    // A small network whose rule remembers much, and one of another size whose rule remembers nothing.
    const heavy = (sheets: Sheets): Capture => {
      const capture = captureAt(sheets, step, 3000);
      if (capture.memory) given.push(new WeakRef(capture.memory.sheet));
      return capture;
    };
    const other = lowered(
      chain(['points'], ['dense', { units: 1 }], ['sigmoid'], ['loss']),
      'full',
    );
    const light = (sheets: Sheets): Capture => captureAt(sheets, step, 0, other);
    recorder.begin(xor, { capture: heavy }, { step, weights: weightsAt(0) });
    while (step < 300) recorder.offer(++step);
    step = 0;
    recorder.begin(other, { capture: light }, { step, weights: weightsAt(0, other) });
    while (step < 300) recorder.offer(++step);
    await expect
      .poll(() => {
        collectGarbage();
        return given.filter((sheet) => sheet.deref()).length;
      })
      .toBe(0);
    expect(given.length).toBeGreaterThan(200);
    expect(stepsOf(recorder).length).toBeGreaterThan(200);
  });

  it('shows a moment as it was, whatever is recorded while somebody looks at it', () => {
    const recorder = createRecorder(circumstances, 12 * 1200);
    let step = 0;
    const reader = { capture: (sheets: Sheets) => captureAt(sheets, step, 50) };
    recorder.begin(xor, reader, { step, weights: weightsAt(0) });
    while (step < 30) recorder.offer(++step);
    const seen = recorder.nearest(17);
    expect(seen?.step).toBeGreaterThan(0);
    while (step < 3000) recorder.offer(++step);
    recorder.begin(xor, reader, { step: 0, weights: weightsAt(0) });
    for (step = 1; step < 100; step++) recorder.offer(step);
    expect(saidBy(seen?.weights)).toBe(seen?.step);
    expect(new Set(seen?.carried?.memory)).toEqual(new Set([seen?.step]));
  });

  it('lets nothing that comes late write on what is recorded after it', async () => {
    const recorder = createRecorder(circumstances, 40 * 740);
    const answers: (() => void)[] = [];
    const late = {
      capture: (sheets: Sheets) => {
        const { length } = planVector(xor);
        const vector = sheets.floats(length);
        return new Promise<Capture>((resolve) => {
          answers.push(() => {
            vector.sheet.fill(-1, vector.at, vector.at + length);
            resolve({ vector, memory: undefined, carried: undefined });
          });
        });
      },
    };
    let step = 0;
    const prompt = { capture: (sheets: Sheets) => captureAt(sheets, step) };
    recorder.begin(xor, late, { step: 0, weights: weightsAt(0) });
    recorder.offer(1);
    recorder.offer(2);
    recorder.begin(xor, prompt, { step: 0, weights: weightsAt(0) });
    while (step < 20) recorder.offer(++step);
    for (const answer of answers) answer();
    await Promise.resolve();
    while (step < 40) recorder.offer(++step);
    expect(answers.length).toBe(2);
    for (const each of stepsOf(recorder))
      expect(saidBy(recorder.nearest(each)?.weights)).toBe(each);
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
      capture: (sheets: Sheets) =>
        new Promise<Capture>((resolve) => {
          const at = answers.length + 1;
          answers.push(() => resolve(captureAt(sheets, at)));
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
    expect(saidBy(recorder.nearest(2)?.weights)).toBe(3);
  });

  it('keeps one moment open at most: whoever played it all has not copied it all', () => {
    const recorder = record(100);
    const last = recorder.nearest(40);
    expect(recorder.nearest(40)).toBe(last);
    for (const step of stepsOf(recorder)) recorder.nearest(step);
    expect(recorder.nearest(40)).not.toBe(last);
    expect(recorder.nearest(40)).toEqual(last);
  });

  it('finds the nearest moment, before the first and beyond the last too', () => {
    const recorder = record(1000);
    const near = (step: number) => recorder.nearest(step)?.step;
    expect([near(-5), near(0), near(57), near(707), near(5000)]).toEqual([0, 0, 57, 700, 1000]);
  });
});
