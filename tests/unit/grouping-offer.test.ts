import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockOf } from '../../src/document/block-queries.ts';
import { createTranslator } from '../../src/i18n/index.ts';
import { groupSelection } from '../../src/ui/edit/blocks.ts';
import { storesOfXor } from '../support/stores.ts';

const { t } = await createTranslator('en');

/** XOR with one block that was grouped whole into another, and what was said then. */
function regrouped() {
  const stores = storesOfXor();
  const { documents, views } = stores;
  const [a = '', b = '', c = ''] = Object.keys(documents.getState().document.graph.nodes);
  documents.getState().dispatch([{ type: 'group', id: 'encoder', name: 'Encoder', nodes: [a, b] }]);
  const before = documents.getState().document;
  views.getState().select([a, b, c]);
  groupSelection(stores, t);
  const fresh = Object.keys(documents.getState().document.blocks ?? {}).at(0) ?? '';
  return { documents, views, before, fresh, node: a, offer: () => views.getState().notices.at(-1) };
}

// The field for the name is waited for, and there is no page here.
beforeEach(() => {
  vi.stubGlobal('document', { querySelector: () => null });
  vi.stubGlobal('CSS', { escape: String });
  for (const name of [
    'addEventListener',
    'removeEventListener',
    'requestAnimationFrame',
    'cancelAnimationFrame',
  ]) {
    vi.stubGlobal(name, () => 0);
  }
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the offer to undo a grouping that took another block', () => {
  it('stays while the new block is named, and takes that back as well', () => {
    const { documents, before, fresh, offer } = regrouped();
    expect(blockOf(documents.getState().document, 'encoder')).toBeUndefined();
    documents.getState().dispatch([{ type: 'renameBlock', id: fresh, name: 'Both' }]);
    offer()?.action?.run();
    expect(documents.getState().document).toBe(before);
    expect(offer()).toBeUndefined();
  });

  it('ends when something else is done, which would go as well', () => {
    const { documents, fresh, node, offer } = regrouped();
    expect(offer()?.text).toContain('Encoder');
    documents.getState().dispatch([{ type: 'renameBlock', id: fresh, name: 'Both' }]);
    expect(offer()?.text).toContain('Encoder');
    documents.getState().dispatch([{ type: 'rename', id: node, name: 'kept' }]);
    expect(offer()).toBeUndefined();
    expect(documents.getState().document.graph.nodes[node]?.name).toBe('kept');
  });
});
