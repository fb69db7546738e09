import { expect, it } from 'vitest';
import type { GraphDocument } from '../../src/document/schema.ts';
import type { Training } from '../../src/document/training-schema.ts';
import { readPreset } from '../support/presets.ts';
import { startSession } from '../support/sessions.ts';

/** The curves after so many updates, of which so many are made from one look to the next. */
async function curvesOf(
  { graph, training }: GraphDocument,
  { updates, stride, ...changes }: { updates: number; stride: number } & Partial<Training>,
) {
  const session = startSession();
  await session.build(graph, { ...training, ...changes, stopAt: null });
  for (let step = 0; step < updates; step += stride) await session.advance({ steps: stride });
  const { history } = session.last();
  await session.dispose();
  return history;
}

it('the test curve is the same whether a run is looked at after every update or only at its end', async () => {
  const document = readPreset('lec-07-overfit');
  const often = await curvesOf(document, { updates: 1000, stride: 1 });
  const once = await curvesOf(document, { updates: 1000, stride: 1000 });
  expect(once.test).toEqual(often.test);
  expect(once.testAccuracy).toEqual(often.testAccuracy);
  expect([...once.test.steps.slice(0, 101)]).toEqual(Array.from({ length: 101 }, (_, i) => i));
  expect(Math.min(...once.test.values)).toBeCloseTo(0.2962, 3);
});

it('so are both curves where a batch is not the whole set', async () => {
  const document = readPreset('lec-07-overfit');
  const run = { updates: 400, batchSize: 10 } as const;
  const often = await curvesOf(document, { ...run, stride: 1 });
  const once = await curvesOf(document, { ...run, stride: 400 });
  expect(once.train).toEqual(often.train);
  expect(once.test).toEqual(often.test);
});

it('a curve ends where the run rests, between two regular steps too', async () => {
  const { test } = await curvesOf(readPreset('lec-07-overfit'), { updates: 333, stride: 111 });
  expect([...test.steps.slice(-2)]).toEqual([330, 333]);
});
