import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../../src/compiler/compile.ts';
import { parseDocument } from '../../src/document/parse.ts';
import type { GraphDocument } from '../../src/document/schema.ts';
import { createDocumentStore, type DocumentStore } from '../../src/state/document-store.ts';
import { packSteps, stretchAround } from '../../src/state/projects/history-line.ts';
import { createStepRecall } from '../../src/state/projects/step-recall.ts';
import { catalogue } from '../support/catalogue.ts';
import { anyEdit, type Edit } from '../support/command-arbitraries.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

const EDITS = 300;
const edits = fc.array(anyEdit, { minLength: EDITS, maxLength: EDITS });
const runs = { numRuns: 3, endOnFailure: true };

/** Every document on the way, from the start to the end. */
function editAll(store: DocumentStore, all: readonly Edit[]) {
  const states = [store.getState().document];
  for (const edit of all) {
    store.getState().dispatch([edit(store.getState().document)]);
    const { document } = store.getState();
    if (document !== states.at(-1)) states.push(document);
  }
  return states;
}

const saved = (document: unknown): string => JSON.stringify(document);

it('takes 300 random edits back to the start and forth to the end, and each state on the way is whole', () => {
  fc.assert(
    fc.property(edits, (all) => {
      const store = createDocumentStore(documentOf(xorNetwork()));
      const states = editAll(store, all);
      const { undo, redo } = store.temporal.getState();
      for (const state of states.toReversed()) {
        expect(store.getState().document).toBe(state);
        undo();
      }
      expect(saved(store.getState().document)).toBe(saved(documentOf(xorNetwork())));
      for (const state of states) {
        expect(store.getState().document).toBe(state);
        redo();
      }
      for (const state of states) {
        compile(state.graph, catalogue, state.training.batchSize);
        const read = parseDocument(JSON.parse(saved(state)));
        expect(read.ok && read.value).toEqual(JSON.parse(saved(state)));
      }
    }),
    runs,
  );
}, 120_000);

it('keeps the steps over a reload, compactly and exactly', async () => {
  await fc.assert(
    fc.asyncProperty(edits, fc.nat(EDITS - 1), async (all, back) => {
      const store = createDocumentStore(documentOf(xorNetwork()));
      const states = editAll(store, all);
      if (back > 0) store.temporal.getState().undo(back);
      const stretch = stretchAround(store, store.getState());
      const kept = stretch && saved(packSteps(stretch, 1));
      expect(kept?.length).toBeLessThan(1_500_000);
      // What the browser kept shares nothing with what was.
      const present = JSON.parse(saved(store.getState().document)) as GraphDocument;
      const next = createDocumentStore(present);
      const { id, changedAt } = { id: 'p', changedAt: 1 };
      await createStepRecall(next, { pause: async () => {} }).begin(
        { id, document: present, changedAt },
        JSON.parse(kept ?? 'null'),
      );
      next.temporal.getState().undo(states.length);
      for (const state of states) {
        expect(saved(next.getState().document)).toBe(saved(state));
        next.temporal.getState().redo();
      }
    }),
    runs,
  );
}, 120_000);

it('leaves out steps that cannot be read, and those beyond them', async () => {
  const store = createDocumentStore(documentOf(xorNetwork()));
  for (const title of ['a', 'b', 'c']) store.getState().dispatch([{ type: 'retitle', title }]);
  const stretch = stretchAround(store, store.getState());
  const kept = JSON.parse(saved(stretch && packSteps(stretch, 1)));
  kept.past[1].patch = { is: { format: 'something else' } };
  const { document } = store.getState();
  const recalled = async (changedAt: number, steps: unknown) => {
    const next = createDocumentStore(document);
    await createStepRecall(next).begin({ id: 'p', document, changedAt }, steps);
    return next.temporal.getState().pastStates.map((point) => point.document?.meta.title);
  };
  expect(await recalled(1, kept)).toEqual(['b']);
  expect(await recalled(2, kept)).toEqual([]);
  expect(await recalled(1, 'nonsense')).toEqual([]);
});
