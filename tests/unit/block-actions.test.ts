import { expect, it } from 'vitest';
import { blockOf } from '../../src/document/block-queries.ts';
import { type ActionContext, isPossible } from '../../src/ui/actions/action.ts';
import { blockActions } from '../../src/ui/actions/blocks.ts';
import { storesOfXor } from '../support/stores.ts';

it('a whole block is not grouped again, which would take its name; part of it, or more, is', () => {
  const stores = storesOfXor();
  const context = { stores, t: String, words: String } as unknown as ActionContext;
  const group = blockActions.find(({ id }) => id === 'group');
  if (!group) throw new Error('there is no such action');
  const [a = '', b = '', c = '', d = ''] = Object.keys(
    stores.documents.getState().document.graph.nodes,
  );
  const { dispatch } = stores.documents.getState();
  dispatch([{ type: 'group', id: 'encoder', name: 'Encoder', nodes: [a, b, c] }]);
  const { select } = stores.views.getState();
  select([c, b, a]);
  expect(isPossible(group, context)).toBe(false);
  select([a, b]);
  expect(isPossible(group, context)).toBe(true);
  select([a, b, c, d]);
  expect(isPossible(group, context)).toBe(true);
  expect(blockOf(stores.documents.getState().document, 'encoder')?.name).toBe('Encoder');
});
