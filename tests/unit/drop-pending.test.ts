import { describe, expect, it } from 'vitest';
import { dropPending } from '../../src/ui/canvas/wires/drop-pending.ts';
import { documentOf } from '../support/documents.ts';
import { xorNetwork } from '../support/graphs.ts';
import { storesOfXor } from '../support/stores.ts';

/** XOR with a wire that hangs on a node, a list of kinds at another and the menu of a third. */
function begun() {
  const stores = storesOfXor();
  dropPending(stores);
  stores.views.getState().set({
    wiring: { node: 'n1', outward: true },
    kindList: { place: { type: 'after', node: 'n2' }, x: 0, y: 0 },
    menu: { target: { type: 'node', id: 'n3' }, x: 0, y: 0 },
  });
  const open = () => {
    const { wiring, kindList, menu } = stores.views.getState();
    return [wiring && 'wiring', kindList && 'kindList', menu && 'menu'].filter(Boolean);
  };
  return { ...stores, open };
}

describe('what was begun on the canvas', () => {
  it('goes on while other things change', () => {
    const { documents, open } = begun();
    documents.getState().dispatch([{ type: 'remove', nodes: ['n5'] }]);
    documents.getState().dispatch([{ type: 'rename', id: 'n1', name: 'first' }]);
    expect(open()).toEqual(['wiring', 'kindList', 'menu']);
  });

  it('ends with its node, whose id the next one may get', () => {
    const { documents, open } = begun();
    const { dispatch } = documents.getState();
    dispatch([{ type: 'remove', nodes: ['n1'] }]);
    expect(open()).toEqual(['kindList', 'menu']);
    dispatch([{ type: 'remove', nodes: ['n2'] }]);
    expect(open()).toEqual(['menu']);
    dispatch([{ type: 'remove', nodes: ['n3'] }]);
    expect(open()).toEqual([]);
  });

  it('ends when another document with the same ids is opened, or the network is locked', () => {
    const other = begun();
    other.documents.getState().open(documentOf(xorNetwork()));
    expect(other.open()).toEqual([]);
    const locked = begun();
    locked.documents.getState().lock('lecture');
    expect(locked.open()).toEqual([]);
  });

  it('ends when the port that a wire hangs on is folded away, and with the card of a block', () => {
    const { documents, views, open } = begun();
    const { dispatch } = documents.getState();
    const fold = (collapsed: boolean) => dispatch([{ type: 'foldBlocks', ids: ['b'], collapsed }]);
    dispatch([{ type: 'group', id: 'b', name: 'Block', nodes: ['n1', 'n2'] }]);
    expect(open()).toContain('wiring');
    fold(true);
    expect(open()).not.toContain('wiring');
    views.getState().set({ wiring: { node: 'block:b', outward: true } });
    fold(false);
    expect(open()).not.toContain('wiring');
  });
});
