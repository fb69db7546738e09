import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import type { Network } from '../../src/compiler/ir.ts';
import { createRandom } from '../../src/core/random.ts';
import { readInputs, type Samples } from '../../src/core/samples.ts';
import { createAugmenter } from '../../src/engine/data/augment.ts';
import { planBatches } from '../../src/engine/data/batches.ts';
import { prepareData } from '../../src/engine/data/data.ts';
import { lookUp } from '../../src/engine/data/sample-ref.ts';
import type { Executor } from '../../src/engine/executor.ts';
import type { ActivationsPicture } from '../../src/visualisations/activations/probe.ts';
import type { SamplePicture } from '../../src/visualisations/sample/probe.ts';
import type { ScoresPicture } from '../../src/visualisations/scores/probe.ts';
import { catalogue } from '../support/catalogue.ts';
import { chain } from '../support/graphs.ts';
import { trainingOf } from '../support/lowered.ts';
import { startSession, tfjsCandidates } from '../support/sessions.ts';

const softmaxOn = (source: Record<string, unknown>) =>
  chain(
    ['images', source],
    ['flatten'],
    ['dense', { units: 10 }],
    ['softmax'],
    ['loss', { type: 'categoricalCrossentropy' }],
  );

function networkOf(source: Record<string, unknown>): Network {
  const { network } = compile(softmaxOn(source), catalogue);
  if (!network) throw new Error('no network');
  return network;
}

const bytes: Samples = {
  spec: { input: [2, 2, 1], target: { type: 'classes', count: 10 } },
  rows: 4,
  x: Uint8Array.from([0, 51, 102, 255, 10, 20, 30, 40, 0, 0, 0, 0, 255, 255, 255, 255]),
  y: Float32Array.from([1, 2, 3, 4]),
  testRows: 1,
};

describe('images that are kept as bytes', () => {
  it('are numbers from 0 to 1 in batches, and the set’s own test rows are apart', () => {
    const { train, test } = prepareData(networkOf({ dataset: 'mnist' }), bytes, 0.5);
    expect([train.rows, test?.rows]).toEqual([3, 1]);
    expect([...train.x.subarray(0, 4)]).toEqual([0, 0.2, 0.4, 1].map(Math.fround));
    const plan = planBatches(train, trainingOf({ batchSize: 2, shuffle: false }), createRandom(1));
    const { batch } = plan.next();
    expect([...batch.x]).toEqual([...train.x.subarray(0, 8)]);
    expect([...(test?.x ?? [])]).toEqual([1, 1, 1, 1]);
  });

  it('have mean 0 and spread 1 when asked to, as measured on the training rows', () => {
    const network = networkOf({ dataset: 'mnist', normalise: 'standard' });
    const { train, test } = prepareData(network, bytes, 0);
    const mean = train.x.reduce((sum, value) => sum + value, 0) / train.x.length;
    const squares = train.x.reduce((sum, value) => sum + value ** 2, 0) / train.x.length;
    expect(Math.abs(mean)).toBeLessThan(1e-6);
    expect(Math.abs(squares - 1)).toBeLessThan(1e-5);
    expect(test?.samples.scaling).toEqual(train.samples.scaling);
    expect(readInputs(train.samples, 1, 2)).toEqual(train.x.slice(4, 8));
  });
});

describe('augmentation', () => {
  const image = Float32Array.from({ length: 49 }, (_, i) => (i === 24 ? 1 : 0));

  it('leaves an image alone when nothing is asked for', () => {
    const values = image.slice();
    const still = { shift: 0, rotate: 0, zoom: 0 };
    createAugmenter([7, 7, 1], still, createRandom(1))(values, 0);
    expect(values).toEqual(image);
  });

  it('moves by no more than it may, and keeps what it moves', () => {
    const augment = createAugmenter([7, 7, 1], { shift: 2, rotate: 0, zoom: 0 }, createRandom(1));
    const seen = new Set<number>();
    for (let i = 0; i < 50; i++) {
      const values = image.slice();
      augment(values, 0);
      const total = values.reduce((sum, value) => sum + value, 0);
      expect(Math.abs(total - 1)).toBeLessThan(1e-5);
      const y = values.reduce((sum, value, at) => sum + value * Math.floor(at / 7), 0);
      expect(Math.abs(y - 3)).toBeLessThanOrEqual(2.001);
      seen.add(Math.round(y));
    }
    expect(seen.size).toBeGreaterThan(3);
  });

  it('is drawn anew for every batch, the same for the same seed', async () => {
    const run = async (seed: number) => {
      const session = startSession();
      const graph = chain(
        ['images', { dataset: 'shapes', size: 30, shift: 2, rotate: 10, zoom: 0.1 }],
        ['flatten'],
        ['dense', { units: 3 }],
        ['softmax'],
        ['loss', { type: 'categoricalCrossentropy' }],
      );
      await session.build(graph, trainingOf({ seed }));
      await session.advance({ steps: 5 });
      await session.dispose();
      return session.last().weights;
    };
    expect(await run(3)).toEqual(await run(3));
    const plain = startSession();
    await plain.build(
      chain(
        ['images', { dataset: 'shapes', size: 30 }],
        ['flatten'],
        ['dense', { units: 3 }],
        ['softmax'],
        ['loss', { type: 'categoricalCrossentropy' }],
      ),
      trainingOf({ seed: 3 }),
    );
    await plain.advance({ steps: 5 });
    await plain.dispose();
    expect(plain.last().weights).not.toEqual(await run(3));
  });
});

describe('a network on real digits', () => {
  it('is tested once an epoch and when it rests, and shows what it sees', async () => {
    const session = startSession();
    await session.build(
      softmaxOn({ dataset: 'mnist' }),
      trainingOf({
        batchSize: 100,
        optimizer: { type: 'adam', learningRate: 0.005, momentum: 0 },
      }),
    );
    await session.watch({
      activations: {
        sample: { type: 'row', part: 'test', index: 3 },
        nodes: ['n0', 'n1', 'n2', 'n3', 'gone'],
        maps: 4,
        units: 10,
      },
      sample: { sample: { type: 'row', part: 'test', index: 3 }, occlusion: true },
      scores: { cell: undefined, most: 5 },
    });
    await session.advance({ epochs: 3 });
    await session.watch({ ...watchOf(session.last()), scores: { cell: [9, 4], most: 3 } });
    const { test, train, history, pictures } = session.last();
    expect(test).toMatchObject({ rows: 1000, step: 270 });
    expect(train).toMatchObject({ rows: 500, step: 270 });
    expect(test?.accuracy).toBeGreaterThan(0.85);
    expect([...history.testAccuracy.steps].at(-1)).toBe(270);

    const scores = pictures['scores'] as ScoresPicture;
    expect(scores).toMatchObject({ part: 'test', rows: 1000, classes: 10 });
    const right = Array.from({ length: 10 }, (_, i) => scores.matrix[11 * i] ?? 0);
    expect(right.reduce((sum, count) => sum + count, 0) / 1000).toBeCloseTo(test?.accuracy ?? 0, 6);
    expect(scores.listed.every(({ label, prediction }) => label === 9 && prediction === 4)).toBe(
      true,
    );
    expect(scores.images.values.length).toBe(scores.listed.length * 784);
    await session.dispose();

    function watchOf(frame: ReturnType<typeof session.last>) {
      const activations = frame.pictures['activations'] as ActivationsPicture;
      expect(Object.keys(activations)).toEqual(['n0', 'n1', 'n2', 'n3']);
      expect(activations['n0']).toMatchObject({ map: [28, 28], total: 1 });
      expect(activations['n1']).toMatchObject({ map: undefined, total: 784 });
      const shares = [...(activations['n3']?.values ?? [])];
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
      const sample = frame.pictures['sample'] as SamplePicture;
      expect(sample).toMatchObject({ index: 3, part: 'test', rows: 1000 });
      expect(sample.shares).toEqual(shares);
      const drops = sample.occlusion?.drops;
      expect(drops?.length).toBe(784);
      expect(drops?.some((drop) => drop > 0.01)).toBe(true);
      return {};
    }
  }, 120_000);
});

describe('a pause', () => {
  it('is answered by the next frame; figures of large sets come after it', async () => {
    let forwards = 0;
    const candidates = tfjsCandidates.map((candidate) => ({
      ...candidate,
      create: async (network: Network, rows: number): Promise<Executor> => {
        const executor = await candidate.create(network, rows);
        return {
          ...executor,
          forward: async (x, count, node) => {
            if (count > 1) forwards += 1;
            // As long as a convolution takes, and as deaf to messages.
            const until = performance.now() + 15;
            while (performance.now() < until);
            return executor.forward(x, count, node);
          },
        };
      },
    }));
    const session = startSession({ candidates });
    await session.build(softmaxOn({ dataset: 'mnist' }), trainingOf({ batchSize: 100 }));
    await session.watch({ scores: { cell: undefined, most: 5 } });
    const run = session.run();
    await expect.poll(() => session.last().step).toBeGreaterThan(95);
    const before = forwards;
    await session.pause();
    // At most the chunk that was under way.
    expect(forwards - before).toBeLessThanOrEqual(1);
    const { step, status } = session.last();
    expect(status).toBe('paused');
    await run;
    await expect.poll(() => session.last().test?.step).toBe(step);
    expect((session.last().pictures['scores'] as ScoresPicture).step).toBe(step);
    await session.dispose();
  });
});

describe('samples that cannot be fetched', () => {
  it('stop what ran, and what was learnt is there when the old network comes back', async () => {
    const session = startSession();
    const good = chain(
      ['images', { dataset: 'shapes', size: 30 }],
      ['flatten'],
      ['dense', { units: 3 }],
      ['softmax'],
      ['loss', { type: 'categoricalCrossentropy' }],
    );
    await session.build(good, trainingOf());
    await session.advance({ steps: 10 });
    const trained = session.last().weights;
    const stored = {
      key: 'gone',
      title: 'Gone',
      shape: [12, 12, 1],
      classes: ['a', 'b', 'c'],
      trainRows: 3,
      testRows: 1,
    };
    const nodes = {
      ...good.nodes,
      n0: { kind: 'images', params: { dataset: 'ownImages', stored } },
    };
    await expect(session.build({ ...good, nodes }, trainingOf())).rejects.toThrow('asset-missing');
    const frames = session.frames.length;
    await session.advance({ steps: 5 });
    expect(session.frames.length).toBe(frames);
    await session.build(good, trainingOf());
    expect(session.last()).toMatchObject({ step: 10, weights: trained });
    await session.dispose();
  });
});

describe('an own image', () => {
  it('that does not fit other data gives way to the first row', () => {
    const { train, test } = prepareData(networkOf({ dataset: 'mnist' }), bytes, 0);
    const pixels = new Float32Array(9);
    expect(lookUp({ train, test }, { type: 'own', number: 1, pixels })).toMatchObject({
      part: 'test',
      index: 0,
    });
  });
});

describe('a network without a loss', () => {
  it('that would not fit into memory is not built', () => {
    const graph = chain(
      ['images', { dataset: 'mnist' }],
      ['flatten'],
      ['dense', { units: 16_384 }],
      ['dense', { units: 16_384 }],
    );
    expect(compile(graph, catalogue, 100).network).toBeUndefined();
  });

  const still = () =>
    chain(['images', { dataset: 'oneToNine' }], ['conv2d', { filters: 1, kernel: [2, 2] }]);

  it('is looked at, and keeps what was trained before it for when it is whole again', async () => {
    const session = startSession();
    const whole = softmaxOn({ dataset: 'shapes', size: 30 });
    const nodes = { ...whole.nodes, n2: { kind: 'dense', params: { units: 3 } } };
    await session.build({ ...whole, nodes }, trainingOf());
    await session.advance({ steps: 10 });
    const trained = session.last().weights;
    const { network } = compile({ ...whole, nodes, wires: whole.wires.slice(0, 2) }, catalogue);
    if (!network) throw new Error('nothing to look at');
    await session.buildNetwork(network);
    expect(session.last()).toMatchObject({ train: undefined, weights: undefined });
    await session.build({ ...whole, nodes }, trainingOf());
    expect(session.last().step).toBe(10);
    expect(session.last().weights).toEqual(trained);
    await session.dispose();
  });

  it('shows its maps', async () => {
    const session = startSession();
    const { network } = compile(still(), catalogue);
    if (!network) throw new Error('nothing to look at');
    await session.buildNetwork(network);
    await session.watch({
      activations: {
        sample: { type: 'row', part: 'train', index: 0 },
        nodes: ['n0', 'n1'],
        maps: 1,
        units: 1,
      },
    });
    const picture = session.last().pictures['activations'] as ActivationsPicture;
    expect([...(picture['n0']?.values ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(picture['n1']?.map).toEqual([3, 3]);
    await session.dispose();
  });
});
