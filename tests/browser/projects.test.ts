import { expect, it } from 'vitest';
import { createDocumentStore } from '../../src/state/document-store.ts';
import { packSteps, stretchAround } from '../../src/state/projects/history-line.ts';
import { readPart, readProject, writeProject } from '../../src/state/projects/project-archive.ts';
import { retitleProject } from '../../src/state/projects/retitle-project.ts';
import { createStepRecall } from '../../src/state/projects/step-recall.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

/** A project as a tab keeps it, after its title was changed again and again. */
async function keepTitled(id: string, titles: readonly string[]): Promise<void> {
  const store = createDocumentStore(documentOf(xorNetwork()), { project: id });
  for (const title of titles) store.getState().dispatch([{ type: 'retitle', title }]);
  const { document, step } = store.getState();
  const stretch = stretchAround(store, store.getState());
  const project = { id, document, step, touched: true, changedAt: 7, openedAt: 7 };
  await writeProject(project, stretch && packSteps(stretch, 7));
}

/** The titles that a person finds who opens the project and undoes all. */
async function titlesBack(id: string): Promise<readonly unknown[]> {
  const kept = await readProject(id);
  if (typeof kept !== 'object') return [];
  const store = createDocumentStore(kept.document, { project: id, step: kept.step });
  await createStepRecall(store).begin(kept, await readPart('steps', id));
  const titles = [store.getState().document.meta.title];
  while (store.temporal.getState().pastStates.length > 0) {
    store.temporal.getState().undo();
    titles.push(store.getState().document.meta.title);
  }
  return titles;
}

it('keeps the history of a project that is renamed while another is on screen', async () => {
  await keepTitled('mine', ['a', 'b', 'c']);
  await keepTitled('theirs', []);
  await retitleProject('mine', 'renamed');
  expect(await titlesBack('mine')).toEqual(['renamed', 'c', 'b', 'a', 'test']);
  await retitleProject('mine', 'again');
  expect(await titlesBack('mine')).toEqual(['again', 'renamed', 'c', 'b', 'a', 'test']);
});
