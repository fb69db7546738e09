import { beforeAll, describe, expect, it } from 'vitest';
import { type Stage, stagesOf } from '../../src/engine/walk/stages.ts';
import type { WalkPicture } from '../../src/visualisations/walk/probe.ts';
import { sketch } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { startSession } from '../support/sessions.ts';
import { tf } from '../support/tf.ts';
import { type DetailOf, look, near } from '../support/walks.ts';

beforeAll(async () => {
  await tf.core.setBackend('cpu');
});

describe('a walk through other networks', () => {
  const branching = sketch(
    {
      source: ['points', { dataset: 'moons', size: 12 }],
      first: ['dense', { units: 3, l2: 0.01 }],
      bend: ['tanh'],
      second: ['dense', { units: 3 }],
      sum: ['add'],
      both: ['concatenate'],
      head: ['dense', { units: 1 }],
      chance: ['sigmoid'],
      loss: ['loss'],
    },
    [
      'source>first',
      'first>bend',
      'bend>second',
      'second>sum',
      'bend>sum',
      'sum>both',
      'bend>both',
      'both>head',
      'head>chance',
      'chance>loss',
    ],
  );

  it('adds up what comes back through several readers', async () => {
    const session = startSession();
    await session.build(branching, trainingOf({ batchSize: 'full', testShare: 0 }));
    const place = { row: 5, index: 1 };
    const back = stagesOf(lowered(branching)).filter(
      (stage) => stage.type === 'slope' && stage.from === 'bend',
    );
    expect(back.map((stage) => 'to' in stage && stage.to)).toEqual(['both', 'sum', 'second']);
    const last = back.at(-1) as Stage;
    const { detail } = await look(session, last, { place });
    const { shares, value, others } = detail as DetailOf<'slope'>;
    expect(others).toBe(0);
    expect(shares.map(({ to }) => to)).toEqual(['second', 'sum', 'both']);
    const total = shares.reduce((sum, share) => sum + (share.value ?? Number.NaN), 0);
    expect(total).toBeCloseTo(value, 9);
    await session.dispose();
  });

  it('tells what a penalty adds to a gradient', async () => {
    const session = startSession();
    await session.build(branching, trainingOf({ batchSize: 'full', testShare: 0 }));
    const stage = { type: 'weight', node: 'first', tensor: 0 } as const;
    const { detail } = await look(session, stage, { place: { row: 0, index: 4 } });
    const { penalty } = detail as DetailOf<'weight'>;
    const weight = session.last().weights?.['first']?.[0]?.[4] ?? Number.NaN;
    expect(penalty).toBeCloseTo(2 * 0.01 * weight, 6);
    await session.dispose();
  });

  it('takes apart the very batch that the next update trains on', async () => {
    const graph = sketch(
      {
        source: ['points', { dataset: 'moons', size: 20 }],
        head: ['dense', { units: 1 }],
        loss: ['loss', { type: 'binaryCrossentropy', on: 'logits' }],
      },
      ['source>head', 'head>loss'],
    );
    const settings = trainingOf({
      batchSize: 6,
      shuffle: true,
      testShare: 0,
      optimizer: { type: 'sgd', learningRate: 0.5, momentum: 0 },
    });
    const [watched, alone] = [startSession(), startSession()];
    for (const session of [watched, alone]) await session.build(graph, settings);
    for (let update = 0; update < 9; update++) {
      const before = watched.last().weights?.['head']?.[0] ?? [];
      const { weights, step } = await look(watched, { type: 'value', node: 'source' });
      const gradient = weights['head']?.[0]?.gradient.numbers ?? [];
      await look(watched, { type: 'done' }, { taken: step });
      await watched.advance({ steps: 1 });
      await alone.advance({ steps: 1 });
      const { weights: after } = watched.last().pictures['walk'] as WalkPicture;
      near(
        after['head']?.[0]?.after?.numbers,
        Array.from(before, (w, i) => w - 0.5 * (gradient[i] ?? Number.NaN)),
      );
    }
    // Looking changes nothing of the order.
    expect(watched.last().weights).toEqual(alone.last().weights);
    for (const session of [watched, alone]) await session.dispose();
  });

  it('goes through convolution, pooling and dropout, where sums agree with the executor', async () => {
    const graph = sketch(
      {
        source: ['images', { dataset: 'shapes', size: 12 }],
        conv: ['conv2d', { filters: 3 }],
        bend: ['tanh'],
        pool: ['maxPool'],
        flat: ['flatten'],
        head: ['dense', { units: 3 }],
        shares: ['softmax'],
        loss: ['loss', { type: 'categoricalCrossentropy' }],
      },
      [
        'source>conv',
        'conv>bend',
        'bend>pool',
        'pool>flat',
        'flat>head',
        'head>shares',
        'shares>loss',
      ],
    );
    const session = startSession();
    await session.build(graph, trainingOf({ batchSize: 4, testShare: 0 }));
    for (const stage of stagesOf(lowered(graph, 4))) {
      const { detail, values } = await look(session, stage, { row: 2 });
      if (stage.type === 'value') expect(values[stage.node]?.rows).toBe(1);
      if (detail.type === 'slope') expect(detail.shares[0]?.value).toBeCloseTo(detail.value, 5);
      if (detail.type === 'weight') expect(detail.sum?.total).toBeCloseTo(detail.value, 5);
      if (detail.type === 'answer') expect(detail.expected).toBeCloseTo(detail.value, 5);
      if (detail.type === 'value' && detail.origin?.sum) {
        expect(detail.origin.sum.total + (detail.origin.bias ?? 0)).toBeCloseTo(detail.value, 5);
      }
    }
    await session.dispose();
  });
});

it('lists all nine products of a window of 3×3, and all values that a maximum is taken of', async () => {
  const graph = sketch(
    {
      source: ['images', { dataset: 'shapes', size: 12 }],
      conv: ['conv2d', { filters: 2, kernel: [3, 3], padding: 'same' }],
      pool: ['maxPool'],
      flat: ['flatten'],
      head: ['dense', { units: 3 }],
      shares: ['softmax'],
      loss: ['loss', { type: 'categoricalCrossentropy' }],
    },
    ['source>conv', 'conv>pool', 'pool>flat', 'flat>head', 'head>shares', 'shares>loss'],
  );
  const session = startSession();
  await session.build(graph, trainingOf({ batchSize: 4, testShare: 0 }));
  const ir = lowered(graph, 4);
  const [, width = 0, maps = 0] = ir.nodes.find(({ id }) => id === 'conv')?.outputShape ?? [];
  const inside = { row: 0, index: (5 * width + 6) * maps };
  const conv = await look(session, { type: 'value', node: 'conv' }, { place: inside });
  const { origin } = conv.detail as DetailOf<'value'>;
  expect(origin?.sum?.rest.count).toBe(0);
  expect(origin?.sum?.terms.map(({ index, node }) => [node, index])).toEqual(
    [4, 5, 6].flatMap((y) => [5, 6, 7].map((x) => ['source', y * width + x])),
  );
  const pool = await look(
    session,
    { type: 'value', node: 'pool' },
    { place: { row: 0, index: 1 } },
  );
  const found = pool.detail as DetailOf<'value'>;
  expect(found.origin?.from?.length).toBe(4);
  expect(found.origin?.columns).toBe(2);
  expect(Math.max(...(found.origin?.from ?? []))).toBe(found.value);
  await session.dispose();
});
