import { blockMadeOf, blockOf } from '../../document/block-queries.ts';
import { groupSelection, selectedBlocks } from '../edit/blocks.ts';
import type { Action, ActionContext } from './action.ts';

const hasBlock = ({ stores }: ActionContext): boolean => selectedBlocks(stores).length > 0;

/** Whether all of these blocks are collapsed, so that what is left to do is to expand them. */
const areFolded = ({ stores }: Pick<ActionContext, 'stores'>): boolean => {
  const { document } = stores.documents.getState();
  const ids = selectedBlocks(stores);
  return ids.length > 0 && ids.every((id) => blockOf(document, id)?.collapsed);
};

/** Nodes that go together as a block. */
export const blockActions: readonly Action[] = [
  {
    id: 'group',
    group: 'edit',
    title: ({ t }) => t('blocks.group'),
    keys: ['mod+g'],
    aliases: ['block', 'group', '블록', '묶기'],
    menus: ['node'],
    edits: true,
    // A whole block is one already: another in its place would forget its name and its twins.
    when: ({ stores }) => {
      const { nodes } = stores.views.getState().selection;
      const { document } = stores.documents.getState();
      return nodes.length > 1 && blockMadeOf(document, nodes) === undefined;
    },
    run: ({ stores, t }) => groupSelection(stores, t),
  },
  {
    id: 'ungroup',
    group: 'edit',
    title: ({ t }) => t('blocks.ungroup'),
    keys: ['mod+shift+g'],
    aliases: ['block', '블록', '풀기'],
    menus: ['node'],
    edits: true,
    when: hasBlock,
    run: ({ stores }) =>
      stores.documents.getState().dispatch([{ type: 'ungroup', ids: selectedBlocks(stores) }]),
  },
  {
    id: 'foldBlock',
    group: 'edit',
    title: (context) => context.t(areFolded(context) ? 'blocks.expand' : 'blocks.collapse'),
    keys: ['shift+g'],
    at: 'graph',
    aliases: ['fold', 'collapse', 'expand', '접기', '펼치기'],
    menus: ['node'],
    edits: true,
    when: hasBlock,
    run: (context) => {
      const ids = selectedBlocks(context.stores);
      const collapsed = !areFolded(context);
      context.stores.documents.getState().dispatch([{ type: 'foldBlocks', ids, collapsed }]);
    },
  },
];
