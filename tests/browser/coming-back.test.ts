import { beforeEach, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createCompilationStore } from '../../src/state/compilation-store.ts';
import { createDocumentStore } from '../../src/state/document-store.ts';
import { createLessonShelf } from '../../src/state/lesson-shelf.ts';
import { keepProjects } from '../../src/state/projects/keeper.ts';
import {
  type KeptProject,
  readProject,
  writeProject,
} from '../../src/state/projects/project-archive.ts';
import { newProjectId } from '../../src/state/projects/project-id.ts';
import { createProjectStore } from '../../src/state/projects/project-store.ts';
import { listVersions } from '../../src/state/projects/versions.ts';
import type { RunStore } from '../../src/state/run-store.ts';
import { createViewStore } from '../../src/state/view-store.ts';
import { catalogue } from '../support/catalogue.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

const titled = (id: string, title: string): KeptProject => ({
  id,
  document: { ...documentOf(xorNetwork()), meta: { title } },
  step: undefined,
  touched: true,
  changedAt: Date.now(),
  openedAt: Date.now(),
});

let id = '';
beforeEach(() => {
  id = newProjectId();
});

/** A page that shows a project, was left, and comes back after another tab has gone on with that. */
async function comeBack() {
  const found = titled(id, 'as left');
  await writeProject(found, null);
  const documents = createDocumentStore(found.document, { project: id });
  const projects = createProjectStore();
  keepProjects(
    {
      documents,
      compilations: createCompilationStore(documents, catalogue).compilations,
      runs: createStore(() => ({ resumeWith: () => {} })) as unknown as RunStore,
      views: createViewStore('en'),
      projects,
      lessons: createLessonShelf({}, {}),
    },
    { ...found, steps: null, isKept: true },
  );
  await expect.poll(() => projects.getState().keeping?.is).toBe('kept');
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  await writeProject({ ...titled(id, 'of the other tab'), changedAt: Date.now() + 1 }, null);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  return { documents, projects };
}

it('shows what another tab has made of the project meanwhile', async () => {
  const { documents } = await comeBack();
  await expect.poll(() => documents.getState().document.meta.title).toBe('of the other tab');
});

it('keeps a version of what another tab has made where there is an edit at once', async () => {
  const { documents, projects } = await comeBack();
  documents.getState().dispatch([{ type: 'retitle', title: 'mine' }]);
  await projects.getState().flush();
  const kept = await readProject(id);
  expect(kept).toMatchObject({ document: { meta: { title: 'mine' } } });
  const versions = await listVersions(id);
  expect(versions.map(({ document }) => document.meta.title)).toContain('of the other tab');
});
