import { createStore, set } from 'idb-keyval';
import { beforeEach, expect, it } from 'vitest';
import {
  clearRuns,
  deleteRun,
  type KeptRun,
  loadRuns,
  saveRun,
} from '../../src/state/run-archive.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

const none = { steps: new Float64Array(), values: new Float32Array() };

function runOf(id: string, number: number, step: number): KeptRun {
  return {
    id,
    number,
    document: documentOf(xorNetwork()),
    project: 'mine',
    history: { train: none, test: none, trainAccuracy: none, testAccuracy: none },
    step,
    epoch: step,
    train: undefined,
    test: undefined,
    failure: undefined,
    at: undefined,
  };
}

const listed = async (): Promise<readonly (readonly [number: number, step: number])[]> =>
  (await loadRuns()).map(({ number, step }) => [number, step] as const);

beforeEach(() => clearRuns());

it('keeps the runs of two tabs that both made a first one', async () => {
  await saveRun(runOf('r1', 1, 10));
  await saveRun(runOf('r2', 1, 20));
  await saveRun(runOf('r1', 1, 11));
  expect(await listed()).toEqual([
    [1, 11],
    [2, 20],
  ]);
});

it('keeps runs of earlier pages, which were kept under their numbers, and forgets them one by one', async () => {
  const store = createStore('netwright-runs', 'runs');
  for (const number of [2, 10]) {
    const { id: _, ...old } = runOf('', number, number * 100);
    await set(number, old, store);
  }
  // A run that was kept before those of earlier visits were read.
  await saveRun(runOf('r1', 1, 7));
  const all = await loadRuns();
  expect(all.map(({ number, step }) => [number, step])).toEqual([
    [2, 200],
    [10, 1000],
    [11, 7],
  ]);
  await deleteRun(all[0]?.id ?? '');
  expect(await listed()).toEqual([
    [10, 1000],
    [11, 7],
  ]);
});
