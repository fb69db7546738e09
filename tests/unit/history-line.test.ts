import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { GraphDocument } from '../../src/document/schema.ts';
import type { HistoryPoint } from '../../src/state/document-store.ts';
import { packSteps } from '../../src/state/projects/history-line.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** Edits a project again and again, keeping each state with the one before; what is left holds the newest. */
function editOnAndOn(): { readonly newest: GraphDocument; readonly first: WeakRef<GraphDocument> } {
  const pointOf = (title: string): HistoryPoint => ({
    document: { ...documentOf(xorNetwork()), meta: { title } },
    origin: 0,
    project: 'mine',
    step: undefined,
  });
  let present = pointOf('first');
  const first = new WeakRef(present.document);
  for (let i = 0; i < 5; i++) {
    const before = present;
    present = pointOf(`${i}`);
    packSteps({ present, past: [before], future: [] }, i);
  }
  return { newest: present.document, first };
}

it('lets go of documents that have left the history', async () => {
  const { newest, first } = editOnAndOn();
  await expect
    .poll(() => {
      collect();
      return first.deref() === undefined;
    })
    .toBe(true);
  expect(newest.meta.title).toBe('4');
});
