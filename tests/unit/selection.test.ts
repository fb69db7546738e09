import { describe, expect, it } from 'vitest';
import { pruneSelection } from '../../src/state/prune-selection.ts';
import { storesOfXor } from '../support/stores.ts';

/** XOR with its second and third layer in a block. */
function withBlock() {
  const { documents, views } = storesOfXor();
  pruneSelection(documents, views);
  const { dispatch } = documents.getState();
  dispatch([{ type: 'group', id: 'b', name: 'Hidden', nodes: ['n2', 'n3'] }]);
  const fold = (collapsed: boolean) => dispatch([{ type: 'foldBlocks', ids: ['b'], collapsed }]);
  const wireBetween = (a: string, b: string): string =>
    documents.getState().document.graph.wires.find(({ from, to }) => from === a && to === b)?.id ??
    '';
  return { documents, views, fold, wireBetween };
}

describe('what is selected and then out of sight', () => {
  it('is never one layer of a collapsed block, which Delete would take away unseen', () => {
    const { documents, views, fold } = withBlock();
    views.getState().select(['n3']);
    fold(true);
    expect(new Set(views.getState().selection.nodes)).toEqual(new Set(['n2', 'n3']));
    const { undo, redo } = documents.temporal.getState();
    undo();
    views.getState().select(['n2', 'n4']);
    redo();
    expect(new Set(views.getState().selection.nodes)).toEqual(new Set(['n2', 'n3', 'n4']));
  });

  it('is no wire within a collapsed block', () => {
    const { views, fold, wireBetween } = withBlock();
    const outer = wireBetween('n1', 'n2');
    views.getState().select([], [wireBetween('n2', 'n3'), outer]);
    fold(true);
    expect(views.getState().selection).toEqual({ nodes: [], wires: [outer] });
  });

  it('stays as it was where nothing of it is folded away, and when a block is expanded', () => {
    const { views, fold } = withBlock();
    views.getState().select(['n1']);
    const before = views.getState().selection;
    fold(true);
    expect(views.getState().selection).toBe(before);
    views.getState().select(['n2', 'n3']);
    fold(false);
    expect(views.getState().selection.nodes).toEqual(['n2', 'n3']);
  });
});
