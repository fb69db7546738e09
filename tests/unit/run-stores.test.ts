import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyDocument } from '../../src/document/create.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import type { Checkpoint } from '../../src/engine/build-plan.ts';
import { createCompilationStore } from '../../src/state/compilation-store.ts';
import { createDocumentStore } from '../../src/state/document-store.ts';
import { createRunKeeper } from '../../src/state/kept-run.ts';
import { createProjectStore } from '../../src/state/projects/project-store.ts';
import { createRunList } from '../../src/state/run-list.ts';
import { createRunStore } from '../../src/state/run-store.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { FakeLocks, fakeWorker, type Log } from '../support/fake-engine.ts';
import { xorNetwork } from '../support/graphs.ts';
import { lowered } from '../support/lowered.ts';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (show: () => void) => setTimeout(show, 0));
  vi.stubGlobal('addEventListener', () => {});
});
afterEach(() => vi.unstubAllGlobals());

const checkpoint = (step: number): Checkpoint => ({
  ir: lowered(xorNetwork()),
  weights: {},
  step,
  epoch: step,
});

/** The stores of a page that trains in a pretended worker, which shows what the test tells it to. */
function createPage(document: GraphDocument, kept?: Checkpoint) {
  const locks = new FakeLocks();
  vi.stubGlobal('navigator', { locks });
  const log: Log = { calls: [], plans: [] };
  const documents = createDocumentStore(document, { project: 'mine' });
  const { compilations } = createCompilationStore(documents, catalogue);
  const keptRuns: [project: string, step: number | undefined][] = [];
  const keep = createRunKeeper(
    () => documents.getState().project,
    async (project, run) => void keptRuns.push([project, run?.step]),
  );
  const shows: ((step: number) => Promise<void>)[] = [];
  const spawn = (): Worker =>
    fakeWorker(locks, log, async ({ show }) => {
      shows.push(show);
      await new Promise(() => {});
    });
  const runs = createRunStore(documents, compilations, { spawn, kept, keep });
  const projects = createProjectStore();
  const list = createRunList(documents, runs, projects, false);
  return {
    documents,
    runs,
    projects,
    list,
    log,
    keptRuns,
    /** Trains until so many updates are done. */
    trainTo: async (step: number): Promise<void> => {
      const before = shows.length;
      runs.getState().run();
      await expect.poll(() => shows.length).toBeGreaterThan(before);
      await shows.at(-1)?.(step);
    },
    /** What the worker says last of what it trained, though the page has asked for something else. */
    sayLate: async (step: number): Promise<void> => shows.at(-1)?.(step),
    plans: (count: number) => expect.poll(() => log.plans).toHaveLength(count),
  };
}

const another: GraphDocument = { ...documentOf(xorNetwork()), meta: { title: 'another' } };

it('keeps what was trained after a run of another project was taken up', async () => {
  const page = createPage(documentOf(xorNetwork()));
  await page.trainTo(7);
  const { document } = page.documents.getState();
  page.projects.setState({
    goTo: async (project) => {
      page.documents.getState().enter({ document, project, step: undefined });
      return true;
    },
  });
  page.documents.getState().open(emptyDocument('x'));
  page.list.getState().takeUp(1);
  await expect.poll(() => page.log.calls.at(-1)).toBe('place');
  await page.trainTo(50);
  page.documents.getState().dispatch([{ type: 'setParams', id: 'n1', params: { units: 5 } }]);
  await page.plans(3);
  expect(page.log.plans.at(-1)).not.toHaveProperty('resume');
});

it('takes up a run with its weights where another network is on screen', async () => {
  const page = createPage(documentOf(xorNetwork()));
  await page.trainTo(7);
  page.documents.getState().dispatch([{ type: 'setParams', id: 'n1', params: { units: 5 } }]);
  await page.plans(2);
  page.list.getState().takeUp(1);
  await page.plans(3);
  expect(page.log.plans.at(-1)).toMatchObject({ fresh: false, resume: { step: 7, given: true } });
  await expect.poll(() => page.list.getState().current).toBe(1);
});

it('opens a lesson untrained after work that could not be built', async () => {
  const page = createPage(emptyDocument('x'), checkpoint(9));
  page.documents.getState().open(another);
  await page.plans(1);
  expect(page.log.plans[0]).not.toHaveProperty('resume');
});

it('goes on from where training stood once the work can be built', async () => {
  const page = createPage(emptyDocument('x'), checkpoint(9));
  page.documents.getState().goBackTo(documentOf(xorNetwork()));
  await page.plans(1);
  expect(page.log.plans[0]).toMatchObject({ resume: { step: 9 } });
});

it('goes on with what was brought along for a document only when that comes', async () => {
  const page = createPage(documentOf(xorNetwork()));
  page.runs.getState().resumeWith(checkpoint(9), another);
  page.documents.getState().open({ ...another });
  await page.plans(2);
  expect(page.log.plans[1]).not.toHaveProperty('resume');
  page.documents.getState().open(another);
  await page.plans(3);
  expect(page.log.plans[2]).toMatchObject({ resume: { step: 9 } });
});

it('leaves a run with its own project and network when that is left while it trains', async () => {
  const page = createPage(documentOf(xorNetwork()));
  await page.trainTo(7);
  const trained = page.documents.getState().document;
  page.documents.getState().open(emptyDocument('new'));
  await page.sayLate(8);
  const { runs, current } = page.list.getState();
  expect(runs).toHaveLength(1);
  expect(runs[0]).toMatchObject({ number: 1, step: 8, project: 'mine', document: trained });
  expect(current).toBeUndefined();
  expect(page.runs.getState().frame).toBeUndefined();
});

it('keeps weights with the project that they were trained in', async () => {
  const page = createPage(documentOf(xorNetwork()));
  await page.trainTo(7);
  page.documents.getState().open(emptyDocument('new'));
  await page.sayLate(8);
  expect(page.keptRuns.filter(([project]) => project !== 'mine')).toEqual([]);
  expect(page.keptRuns).toContainEqual(['mine', 7]);
});

it('keeps weights before the first update where the seed would not give them again', async () => {
  const written: boolean[] = [];
  const keep = createRunKeeper(
    () => 'mine',
    async (_, kept) => void written.push(kept !== undefined),
  );
  for (const source of [{}, { given: true }, { byHand: true }])
    keep({ ...checkpoint(0), ...source }, true, 'mine');
  await expect.poll(() => written).toEqual([false, true, true]);
});
