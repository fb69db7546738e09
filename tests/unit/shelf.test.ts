import { expect, it } from 'vitest';
import type { Graph } from '../../src/document/schema.ts';
import type { Frame } from '../../src/engine/frame.ts';
import { chain, sketch } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { startSession } from '../support/sessions.ts';

const layers = {
  n0: ['points'],
  n1: ['dense', { units: 3 }],
  n2: ['tanh'],
  n3: ['dense', { units: 1 }],
  n4: ['sigmoid'],
  n5: ['loss'],
} as const;
const before = (): Graph => sketch(layers, ['n0>n1', 'n1>n2', 'n2>n3', 'n3>n4', 'n4>n5']);
/** The same with a layer between that changes what the last one is given. */
const inserted = (): Graph =>
  sketch({ ...layers, more: ['dense', { units: 5 }] }, [
    'n0>n1',
    'n1>n2',
    'n2>more',
    'more>n3',
    'n3>n4',
    'n4>n5',
  ]);

const learnt = ({ weights, step, train }: Frame) => ({ weights, step, loss: train?.loss });
/** Where training stands, as it is kept over a reload; what is on the shelf was told with some frame. */
const kept = (graph: Graph, frames: readonly Frame[]) => {
  const frame = frames.at(-1);
  const shelved = frames.findLast((each) => each.shelved)?.shelved ?? [];
  const { weights = {}, step = 0, epoch = 0 } = frame ?? {};
  return structuredClone({ ir: lowered(graph), weights, step, epoch, shelved });
};

it('gives a layer back what it knew when an insertion that reshaped it is undone', async () => {
  const session = startSession();
  await session.build(before(), trainingOf());
  await session.advance({ steps: 40 });
  const trained = learnt(session.last());
  await session.build(inserted(), trainingOf());
  expect(session.last().weights?.['n3']?.[0]).toHaveLength(5);
  expect(session.last().weights?.['n1']).toEqual(trained.weights?.['n1']);
  await session.build(before(), trainingOf());
  expect(learnt(session.last())).toEqual(trained);
  // Redone, the layer that was inserted is as it was, too; undone again, the rest is.
  await session.build(inserted(), trainingOf());
  await session.build(before(), trainingOf());
  expect(learnt(session.last())).toEqual(trained);
  await session.dispose();
});

it('does so after a reload in between', async () => {
  const first = startSession();
  await first.build(before(), trainingOf());
  await first.advance({ steps: 40 });
  const trained = learnt(first.last());
  await first.build(inserted(), trainingOf());
  const second = startSession();
  const resume = kept(inserted(), first.frames);
  await second.build(inserted(), trainingOf(), { fresh: true, resume });
  await second.build(before(), trainingOf());
  expect(learnt(second.last())).toEqual(trained);
  await first.dispose();
  await second.dispose();
});

it('goes on from what was kept of a network that was cut before the reload', async () => {
  const first = startSession();
  await first.build(before(), trainingOf());
  await first.advance({ steps: 40 });
  const trained = learnt(first.last());
  const second = startSession();
  const { loss: _cut, ...network } = lowered(before());
  const plan = { training: trainingOf(), build: 1, fresh: true };
  await second.build(before(), trainingOf(), {
    ...plan,
    ir: network,
    resume: kept(before(), first.frames),
  });
  await second.build(before(), trainingOf(), { build: 2 });
  expect(learnt(second.last())).toEqual(trained);
  await first.dispose();
  await second.dispose();
});

it('brings the step back too when every layer was reshaped', async () => {
  const session = startSession();
  const narrow = chain(['points'], ['dense', { units: 1 }], ['sigmoid'], ['loss']);
  await session.build(narrow, trainingOf());
  await session.advance({ steps: 30 });
  const trained = learnt(session.last());
  await session.build(
    chain(['points'], ['dense', { units: 4 }], ['dense', { units: 1 }], ['sigmoid'], ['loss']),
    trainingOf(),
  );
  expect(session.last().step).toBe(0);
  await session.build(narrow, trainingOf());
  expect(learnt(session.last()).weights).toEqual(trained.weights);
  expect(session.last().step).toBe(30);
  await session.dispose();
});

it('forgets what it knew when training starts over', async () => {
  const session = startSession();
  await session.build(before(), trainingOf());
  const start = learnt(session.last());
  await session.advance({ steps: 40 });
  await session.build(inserted(), trainingOf());
  await session.reset();
  await session.build(before(), trainingOf());
  expect(session.last().weights?.['n3']).toEqual(start.weights?.['n3']);
  await session.dispose();
});
