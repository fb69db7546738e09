import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';

import type { Frame } from '../../src/engine/frame.ts';

import { createDocumentStore } from '../../src/state/document-store.ts';
import { createProjectStore } from '../../src/state/projects/project-store.ts';
import { createRunList } from '../../src/state/run-list.ts';
import type { RunState, RunStore } from '../../src/state/run-store.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';
import { lowered, trainingOf } from '../support/lowered.ts';
import { startSession } from '../support/sessions.ts';

function listed() {
  const documents = createDocumentStore(documentOf(xorNetwork()), { project: 'mine' });
  const runs = createStore<Pick<RunState, 'frame' | 'heard'>>(() => ({
    frame: undefined,
    heard: undefined,
  }));
  const list = createRunList(documents, runs as unknown as RunStore, createProjectStore(), false);
  const network = lowered(xorNetwork());
  const show = async (frame: Frame): Promise<void> => {
    const { document, project } = documents.getState();
    runs.setState({ frame, heard: { frame, network, document, project } });
  };
  return { list, session: startSession({ deliver: show }) };
}

it('keeps a run as it ended when it is looked at in time, and when another goes on from there', async () => {
  const { list, session } = listed();
  await session.build(xorNetwork(), trainingOf());
  await session.advance({ steps: 90 });
  const [whole] = list.getState().runs;
  expect(whole).toMatchObject({ number: 1, step: 90 });

  await session.scrub(30);
  expect(list.getState().runs).toEqual([whole]);
  expect(list.getState().current).toBe(1);

  await session.advance({ steps: 1 });
  const { runs, shown, current } = list.getState();
  expect(runs[0]).toEqual(whole);
  expect(runs[1]).toMatchObject({ number: 2, step: 31, from: { run: whole?.id, step: 30 } });
  expect(current).toBe(2);
  // The run that was left is drawn beside the new one.
  expect(shown).toEqual([1]);

  await session.scrub(undefined);
  await session.advance({ steps: 4 });
  expect(list.getState().runs.map(({ step }) => step)).toEqual([90, 35]);
  await session.dispose();
});
