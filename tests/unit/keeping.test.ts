import { expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { emptyDocument } from '../../src/document/create.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { createDocumentStore, type DocumentStore } from '../../src/state/document-store.ts';
import { comeBack } from '../../src/state/projects/come-back.ts';
import { packSteps, stretchAround } from '../../src/state/projects/history-line.ts';
import { createProjectStore } from '../../src/state/projects/project-store.ts';
import { createStepRecall } from '../../src/state/projects/step-recall.ts';
import { isTrifle } from '../../src/state/projects/trifles.ts';
import { keepVersion, type Version } from '../../src/state/projects/versions.ts';
import type { KeptRun } from '../../src/state/run-archive.ts';
import { createRunList } from '../../src/state/run-list.ts';
import type { RunStore } from '../../src/state/run-store.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';
import { readPreset } from '../support/presets.ts';

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const titleOf = (store: DocumentStore): unknown => store.getState().document.meta.title;

/** A project as an earlier visit kept it: `a`, `b`, `c`, and `d` on screen. */
function keptProject() {
  const store = createDocumentStore(documentOf(xorNetwork()));
  for (const title of ['a', 'b', 'c', 'd']) store.getState().dispatch([{ type: 'retitle', title }]);
  const stretch = stretchAround(store, store.getState());
  if (!stretch) throw new Error('no stretch');
  return {
    kept: { id: 'mine', document: copy(store.getState().document), changedAt: 7 },
    steps: copy(packSteps(stretch, 7)),
  };
}

const endless = (): Promise<void> => new Promise(() => {});

/** The titles that undo goes through on the next visit. */
async function nextVisit(document: GraphDocument, changedAt: number, steps: unknown) {
  const next = createDocumentStore(document, { project: 'mine' });
  await createStepRecall(next).begin({ id: 'mine', document, changedAt }, steps);
  return next.temporal.getState().pastStates.map((point) => point.document?.meta.title);
}

it('keeps the steps that are not read yet when an edit is kept meanwhile', async () => {
  const { kept, steps } = keptProject();
  const store = createDocumentStore(kept.document, { project: 'mine' });
  const recall = createStepRecall(store, { portion: 0, pause: endless });
  void recall.begin(kept, steps);
  // The nearest is there at once, the others wait.
  expect(store.temporal.getState().pastStates).toHaveLength(1);
  store.getState().dispatch([{ type: 'retitle', title: 'e' }]);
  const stretch = stretchAround(store, store.getState());
  const written = stretch && packSteps(stretch, 8, recall.restsOf('mine'));
  const document = copy(store.getState().document);
  expect(await nextVisit(document, 8, copy(written))).toEqual(['test', 'a', 'b', 'c', 'd']);
});

it('reads steps in portions, and leaves the page time between them', async () => {
  const { kept, steps } = keptProject();
  const store = createDocumentStore(kept.document, { project: 'mine' });
  const pause = vi.fn(async () => {});
  await createStepRecall(store, { portion: 0, pause }).begin(kept, steps);
  expect(store.temporal.getState().pastStates).toHaveLength(4);
  expect(pause.mock.calls.length).toBeGreaterThanOrEqual(4);
});

it('brings work back from under a lesson with all its steps, as undo does', async () => {
  const { kept, steps } = keptProject();
  const store = createDocumentStore(kept.document, { project: 'mine' });
  store.getState().open(readPreset('lab-02-1'));
  store.getState().dispatch([{ type: 'retitle', title: 'tried' }]);
  const recall = createStepRecall(store);
  await recall.begin(kept, steps);
  await comeBack(
    { documents: store, projects: createProjectStore() },
    { document: kept.document, project: 'mine' },
  );
  expect(store.getState()).toMatchObject({ document: kept.document, project: 'mine' });
  const stretch = stretchAround(store, store.getState());
  const written = stretch && packSteps(stretch, 7, recall.restsOf('mine'));
  expect(written?.past).toHaveLength(4);
  for (const title of ['c', 'b', 'a', 'test']) {
    store.temporal.getState().undo();
    expect(titleOf(store)).toBe(title);
  }
});

it('keeps steps that were taken back while something else is on screen', () => {
  const { kept, steps } = keptProject();
  const store = createDocumentStore(kept.document, { project: 'mine' });
  store.getState().open(readPreset('lab-02-1'));
  const recall = createStepRecall(store);
  void recall.begin(kept, { ...steps, past: [], future: steps.past });
  store.temporal.getState().undo();
  const stretch = stretchAround(store, store.getState());
  expect(stretch && packSteps(stretch, 7, recall.restsOf('mine')).future).toHaveLength(4);
});

it('comes back to a project that the history left by the way it is kept', async () => {
  const store = createDocumentStore(documentOf(xorNetwork()), { project: 'other' });
  const projects = createProjectStore();
  const goTo = vi.fn(async () => true);
  projects.setState({ goTo });
  await comeBack({ documents: store, projects }, { document: emptyDocument('x'), project: 'mine' });
  expect(goTo).toHaveBeenCalledWith('mine');
  expect(store.getState().project).toBe('other');
});

it('reads one version to keep another, however many there are', async () => {
  const document = documentOf(xorNetwork());
  const all = Array.from({ length: 90 }, (_, i) => ({
    at: 90 - i,
    cause: i % 3 === 0 ? 'time' : 'byHand',
  }));
  const read = vi.fn(async (_: string, wanted: readonly unknown[]) =>
    wanted.map(() => ({ at: 90, cause: 'time', name: '', document })),
  );
  const written: Version[] = [];
  const remove = vi.fn(async () => {});
  const shelf = {
    keys: async () => all,
    read,
    write: async (_: string, __: unknown, version: Version) => void written.push(version),
    remove,
  };
  await keepVersion('mine', { cause: 'time', name: '', document }, shelf);
  expect(written).toEqual([]);
  await keepVersion('mine', { cause: 'left', name: '', document: emptyDocument('x') }, shelf);
  expect(written).toHaveLength(1);
  expect(read.mock.calls.map(([, wanted]) => wanted.length)).toEqual([1, 1]);
  // One of the thirty that came by themselves makes room; those kept by hand stay.
  expect(remove).toHaveBeenCalledExactlyOnceWith('mine', [3]);
});

it('takes a run up again in the project that it was made in', async () => {
  const documents = createDocumentStore(documentOf(xorNetwork()), { project: 'mine' });
  const resumeWith = vi.fn();
  const place = vi.fn();
  const runs = createStore(() => ({ frame: undefined, resumeWith, place }));
  const projects = createProjectStore();
  const list = createRunList(documents, runs as unknown as RunStore, projects, false);
  const run = {
    id: 'r1',
    number: 1,
    document: copy(documents.getState().document),
    step: 5,
    epoch: 1,
  };
  const kept = (project: string | undefined) =>
    list.setState({ runs: [{ ...run, project } as unknown as KeptRun] });

  // The same network, though it was read again: only its settings come back.
  kept('mine');
  const { graph } = documents.getState().document;
  list.getState().takeUp(1);
  expect(documents.getState()).toMatchObject({ project: 'mine', origin: 0 });
  expect(documents.getState().document.graph).toBe(graph);
  // After an edit it is a step of the same project.
  documents.getState().dispatch([{ type: 'remove', nodes: ['n1'] }]);
  list.getState().takeUp(1);
  expect(documents.getState()).toMatchObject({ project: 'mine', document: run.document });
  documents.temporal.getState().undo();

  // One of another project is shown there.
  projects.setState({
    goTo: async (project) => {
      documents.getState().enter({ document: emptyDocument('x'), project, step: undefined });
      return true;
    },
  });
  kept('theirs');
  list.getState().takeUp(1);
  await expect.poll(() => documents.getState().document).toBe(run.document);
  expect(documents.getState().project).toBe('theirs');

  // Where that is gone it has a new one, once.
  projects.setState({ goTo: async () => false });
  documents.getState().dispatch([{ type: 'remove', nodes: ['n1'] }]);
  kept('gone');
  list.getState().takeUp(1);
  await expect.poll(() => documents.getState().project).not.toBe('theirs');
  expect(list.getState().runs[0]?.project).toBe(documents.getState().project);
});

it('holds only empty canvases and lessons as they ship for trifles', async () => {
  const lesson = readPreset('lab-11-2');
  const lessons = { read: async () => ({ ok: true, value: lesson }) as const };
  expect(await isTrifle(copy(lesson), lessons)).toBe(true);
  expect(await isTrifle(emptyDocument('x'), lessons)).toBe(true);
  expect(await isTrifle(documentOf(xorNetwork()), lessons)).toBe(false);
  const changed = { ...lesson, meta: { ...lesson.meta, title: 'from the teacher' } };
  expect(await isTrifle(changed, lessons)).toBe(false);
});
