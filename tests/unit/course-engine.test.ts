import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocumentText } from '../../src/document/parse.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { overfitOf } from '../../src/engine/figures/overfit.ts';
import { fusedCandidate } from '../../src/engine/fused/candidate.ts';
import { createRecorder } from '../../src/engine/recording/recorder.ts';
import { breakOf } from '../../src/engine/run-failure.ts';
import { placed } from '../../src/engine/session/placement.ts';
import type { FitPicture } from '../../src/visualisations/fit/probe.ts';
import type { LandscapePicture } from '../../src/visualisations/landscape/probe.ts';
import { costAt, stretchAround } from '../../src/visualisations/landscape/scale.ts';
import type { NumbersPicture } from '../../src/visualisations/numbers/probe.ts';
import { lowered } from '../support/lowered.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';

function preset(name: string): GraphDocument {
  const parsed = parseDocumentText(readFileSync(`presets/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

async function opened(name: string, candidates = [fusedCandidate]) {
  const { graph, training } = preset(name);
  const session = startSession({ candidates });
  await session.build(graph, { ...training, stopAt: null });
  return session;
}

describe('a run that breaks', () => {
  it.each([
    ['lab-07-1', 'fused', { infinite: 5, nan: 6 }],
    ['lab-07-1', 'tfjs', { infinite: 5, nan: 6 }],
    ['lab-07-2', 'fused', { infinite: 2, nan: 6 }],
    ['lab-07-2', 'tfjs', { infinite: 2, nan: 6 }],
  ] as const)('%s is followed to the lecture’s NaN on %s', async (name, runs, wanted) => {
    const session = await opened(name, runs === 'fused' ? [fusedCandidate] : [...tfjsCandidates]);
    await session.advance({ steps: 50 });
    const { failure, weights, step } = session.last();
    expect(breakOf(failure)).toEqual(wanted);
    // The last good weights stand, and training can go on from them.
    expect(step).toBe(wanted.infinite - 1);
    expect(
      Object.values(weights ?? {})
        .flat()
        .every((all) => all.every(Number.isFinite)),
    ).toBe(true);
    await session.dispose();
  });

  it('keeps nothing of what it looked at beyond the break', async () => {
    const broken = await opened('lab-07-1');
    await broken.advance({ steps: 50 });
    const whole = await opened('lab-07-1');
    await whole.advance({ steps: 4 });
    expect(broken.last().weights).toEqual(whole.last().weights);
    await broken.dispose();
    await whole.dispose();
  });
});

describe('weights set by hand', () => {
  it('begin a run of their own, from which training goes on', async () => {
    const session = await opened('lab-03-1');
    await session.advance({ steps: 10 });
    const before = session.last().start;
    await session.place({
      numbers: [{ node: 'dense', tensor: 0, index: 0, value: 2 }],
      step: 0,
      epoch: 0,
    });
    const placedAt = session.last();
    expect(placedAt.step).toBe(0);
    expect(placedAt.start).not.toBe(before);
    expect(placedAt.history.train.steps.length).toBe(1);
    expect(placedAt.train?.loss).toBeCloseTo(14 / 3, 5);
    await session.advance({ steps: 1 });
    // One update at rate 0.01: the slope at 2 is 28/3.
    expect(session.last().weights?.['dense']?.[0]?.[0]).toBeCloseTo(2 - 0.28 / 3, 5);
    await session.dispose();
  });

  it('are told from those of a run that is taken up, in its network and from another', async () => {
    const session = await opened('lab-03-1');
    await session.advance({ steps: 10 });
    const { weights } = session.last();
    if (!weights) throw new Error('no weights');
    const left = { weights, step: 10, epoch: 10 };
    const number = { node: 'dense', tensor: 0, index: 0, value: 2 };
    await session.place({ numbers: [number], step: 0, epoch: 0 });
    expect(session.last()).toMatchObject({ byHand: true, given: false });
    await session.place(left);
    expect(session.last()).toMatchObject({ step: 10, byHand: false, given: true });
    await session.place({ numbers: [number], step: 0, epoch: 0 });
    const { graph, training } = preset('lab-03-1');
    const ir = lowered(graph);
    await session.build(graph, training, { resume: { ...left, ir, given: true } });
    expect(session.last()).toMatchObject({ step: 10, byHand: false, given: true });
    await session.reset();
    expect(session.last()).toMatchObject({ step: 0, byHand: false, given: false });
    await session.dispose();
  });

  it('leave out what does not fit the network', () => {
    const now = { a: [Float32Array.of(1, 2), Float32Array.of(3)] };
    const wrong = {
      weights: { a: [Float32Array.of(9)], b: [Float32Array.of(1)] },
      step: 0,
      epoch: 0,
    };
    expect(placed(now, wrong)['a']).toEqual(now.a);
    const outside = { numbers: [{ node: 'a', tensor: 1, index: 5, value: 7 }], step: 0, epoch: 0 };
    expect(placed(now, outside)).toEqual(now);
  });
});

describe('the cost landscape', () => {
  const axis = (node: string, tensor: number, from: number, to: number) => ({
    node,
    tensor,
    index: 0,
    from,
    to,
  });

  it('is the lecture’s bowl: (14/3)(W − 1)²', async () => {
    const session = await opened('lab-03-1');
    await session.watch({ landscape: { axes: [axis('dense', 0, -3, 5)] } });
    const picture = session.last().pictures['landscape'] as LandscapePicture;
    for (const [w, cost] of [
      [-3, 74.6667],
      [-1, 18.6667],
      [0, 4.6667],
      [1, 0],
      [2, 4.6667],
      [5, 74.6667],
    ] as const) {
      expect(costAt(picture, [(w + 3) / 8])).toBeCloseTo(cost, 2);
    }
    expect(picture.here).toEqual([-3]);
    expect(picture.cost).toBeCloseTo(74.6667, 3);
    await session.dispose();
  });

  it('does not touch the training that it looks at, nor what Adam remembers', async () => {
    const train = async (watches: boolean) => {
      const session = await opened('lab-09-4');
      if (watches) {
        const axes = [axis('dense1', 0, -5, 5), axis('dense2', 1, -5, 5)];
        await session.watch({ landscape: { axes } });
      }
      for (let i = 0; i < 5; i++) await session.advance({ steps: 40 });
      const { weights, pictures } = session.last();
      await session.dispose();
      return { weights, picture: pictures['landscape'] as LandscapePicture | undefined };
    };
    const watched = await train(true);
    expect(watched.weights).toEqual((await train(false)).weights);
    expect(watched.picture?.costs.every(Number.isFinite)).toBe(true);
    expect(watched.picture?.costs.length).toBe(41 * 41);
  });

  it('has stretches that hold the weights', () => {
    expect(stretchAround([0.8])).toEqual({ from: -5, to: 5 });
    expect(stretchAround([-8])).toEqual({ from: -10, to: 10 });
    expect(stretchAround([11.2])).toEqual({ from: -20, to: 20 });
  });
});

describe('the way of the weights', () => {
  it('keeps the first updates one by one, then ever fewer, and goes back with the run', () => {
    const { graph, training } = preset('lab-02-1');
    const figures = { train: undefined, test: undefined };
    const trail = createRecorder(() => ({ epoch: 0, mark: undefined, figures }));
    let at = 0;
    const executor = {
      capture: () => ({
        vector: { sheet: Float32Array.of(at, 0), at: 0, length: 2 },
        memory: undefined,
        carried: undefined,
      }),
    };
    trail.begin(lowered(graph, training.batchSize), executor, {
      weights: { dense: [Float32Array.of(0)] },
      step: 0,
    });
    for (at = 1; at <= 10_001; at++) trail.offer(at);
    const steps = trail.prints().map(({ step }) => step);
    expect(steps.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(steps.length).toBeLessThan(350);
    expect(steps.at(-1)).toBeGreaterThan(9_700);
    trail.rewind(20);
    expect(trail.prints().at(-1)?.step).toBe(20);
    at = 21;
    trail.offer(21);
    expect(trail.prints().at(-1)?.step).toBe(21);
  });
});

describe('pictures in numbers', () => {
  it('the fit is drawn in the units of the table, with what the network makes of each point', async () => {
    const session = await opened('lec-05');
    await session.advance({ steps: 5001 });
    await session.watch({ fit: { points: 50 } });
    const { points, width, x, h } = session.last().pictures['fit'] as FitPicture;
    expect(width).toBe(1);
    expect(points.map((point) => point.x)).toEqual([1, 2, 3, 4, 5, 6, 50]);
    expect(points[3]?.h).toBeCloseTo(0.4912, 3);
    expect(h[60]).toBeCloseTo(0.013057 * (x[60] ?? 0) + 0.43899, 3);
    await session.dispose();
  });

  it('the hidden layer of the hand-made XOR is what the lecture lists', async () => {
    const session = await opened('lec-09-1');
    const sample = { type: 'row', part: 'train', index: 0 } as const;
    await session.watch({ numbers: { node: 'sigmoid1', rows: 8, sample } });
    const { output } = session.last().pictures['numbers'] as NumbersPicture;
    expect(output.shape).toEqual([4, 2]);
    [0.000335, 0.952574, 0.047426, 0.017986, 0.047426, 0.017986, 0.880797, 0.0000167].forEach(
      (value, i) => {
        expect(output.values[i]).toBeCloseTo(value, 6);
      },
    );
    await session.dispose();
  });
});

describe('overfitting', () => {
  const series = (values: readonly number[]) => ({
    steps: Float64Array.from(values, (_, i) => i * 10),
    values: Float32Array.from(values),
  });
  const falling = Array.from({ length: 12 }, (_, i) => 1 / (i + 1));

  it('is called from where the test loss rises while training falls', () => {
    const test = falling.map((value, i) => (i < 5 ? value + 0.1 : 0.3 + 0.1 * (i - 4)));
    expect(overfitOf({ train: series(falling), test: series(test) })).toMatchObject({ since: 40 });
  });

  it('is not called while both fall, nor without test rows', () => {
    const test = falling.map((value) => value + 0.05);
    expect(overfitOf({ train: series(falling), test: series(test) })?.since).toBeUndefined();
    expect(overfitOf({ train: series(falling), test: series([]) })).toBeUndefined();
  });
});
