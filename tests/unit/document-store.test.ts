import { expect, it } from 'vitest';
import { createDocumentStore } from '../../src/state/document-store.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

const start = () => {
  const store = createDocumentStore(documentOf(xorNetwork()));
  const units = (): unknown => store.getState().document.graph.nodes['n1']?.params['units'];
  const set = (value: number): void =>
    store
      .getState()
      .dispatch([{ type: 'setParams', id: 'n1', params: { units: value } }], 'set n1 units');
  return { store, units, set, history: store.temporal.getState };
};

it('takes a pulled slider back in one step', () => {
  const { units, set, history } = start();
  for (const value of [3, 4, 5, 6]) set(value);
  history().undo();
  expect(units()).toBe(2);
  history().redo();
  expect(units()).toBe(6);
});

it('loses nothing when a gesture goes on after an undo', () => {
  const { units, set, history } = start();
  set(3);
  set(4);
  history().undo();
  set(9);
  expect(history().futureStates).toEqual([]);
  history().undo();
  expect(units()).toBe(2);
});

it('brings back the document that another took the place of', () => {
  const { store, history } = start();
  const mine = store.getState().document;
  store.getState().open(documentOf({ nodes: {}, wires: [] }));
  history().undo();
  expect(store.getState()).toMatchObject({ document: mine, origin: 0 });
});

it('never gives a new node the id of one that was deleted', () => {
  const { store } = start();
  store.getState().dispatch([{ type: 'remove', nodes: ['n1'] }]);
  expect(store.getState().usedIds.has('n1')).toBe(true);
});

it('goes on recording steps after something that listens has failed', () => {
  const { store, set, history } = start();
  const fail = (act: () => void): void => {
    const stop = store.subscribe(() => {
      throw new Error('broken');
    });
    expect(act).toThrow('broken');
    stop();
  };
  const rename = (title: string): void => store.getState().dispatch([{ type: 'retitle', title }]);
  set(3);
  fail(() => set(4));
  rename('a');
  expect(history().pastStates).toHaveLength(2);
  const document = documentOf(xorNetwork());
  fail(() => store.getState().enter({ document, project: 'another', step: undefined }));
  expect(history().pastStates).toEqual([]);
  rename('b');
  expect(history().pastStates).toHaveLength(1);
});
