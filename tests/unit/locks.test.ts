import { describe, expect, it } from 'vitest';
import { createDocumentStore, type LockReason } from '../../src/state/document-store.ts';
import { documentOf } from '../support/documents.ts';
import { chain, xorNetwork } from '../support/graphs.ts';

const xor = documentOf(xorNetwork());
const other = documentOf(chain(['points'], ['dense'], ['loss']));
const lesson = {
  ...other,
  meta: {
    title: 'a lesson',
    lesson: { id: 'lab-09-1', lecture: 'Lab 09', summary: { en: '', ko: '' } },
  },
};

const lockedBy = (reason: LockReason) => {
  const store = createDocumentStore(xor);
  const { dispatch, lock } = store.getState();
  dispatch([{ type: 'retitle', title: 'edited' }]);
  lock(reason);
  return { store, edited: store.getState().document };
};

describe.each(['lecture', 'fixed', 'elsewhere'] as const)('a network locked by “%s”', (reason) => {
  it('is not taken a step back, nor back to a version', () => {
    const { store, edited } = lockedBy(reason);
    store.temporal.getState().undo();
    store.getState().goBackTo(other);
    expect(store.getState().document).toBe(edited);
    store.getState().lock(undefined);
    store.temporal.getState().undo();
    expect(store.getState().document).toBe(xor);
  });

  it('makes way for a lesson', () => {
    const { store } = lockedBy(reason);
    store.getState().open(lesson);
    expect(store.getState().document).toBe(lesson);
    expect(store.getState().lockedBy).toBe(reason);
  });
});

it.each(['lecture', 'fixed'] as const)(
  'nothing but a lesson comes in the place of what “%s” locks, unless it is lifted',
  (reason) => {
    const { store, edited } = lockedBy(reason);
    const { open, lift } = store.getState();
    open(other);
    expect(store.getState().document).toBe(edited);
    lift([reason], () => open(other));
    expect(store.getState()).toMatchObject({ document: other, lockedBy: reason, locked: true });
  },
);

it('a card lifts the lecturer’s lock alone: what another tab writes is not even trained otherwise', () => {
  const { store, edited } = lockedBy('elsewhere');
  const { dispatch, lift, open } = store.getState();
  lift(['lecture'], () => dispatch([{ type: 'remove', nodes: ['n1'] }]));
  dispatch([{ type: 'setTraining', training: { seed: 5 } }]);
  expect(store.getState().document).toBe(edited);
  open(other);
  expect(store.getState().document).toBe(other);
});
